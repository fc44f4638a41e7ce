import { incidentByNumber, type Person } from '../../../../shared/incident/index.ts';
import {
  addComment,
  applyPostmortem,
  askProse,
  exportToDocs,
  type FoundPostmortem,
  isState,
  linkIncident,
  movePostmortem,
  type PostmortemRefusal,
  resolveComment,
  setLead,
  setReviewers,
  unlinkIncident,
} from '../../../../shared/postmortem/index.ts';
import { instantOf } from '../../../../shared/rota/index.ts';
import type { WebParts } from '../../parts.ts';
import { offeredPeople, whoIsNamed } from '../people-offered.ts';
import { metIn } from './people.ts';
import { propertyField } from './properties.ts';
import { postmortemVerbs } from './verbs.ts';

export interface Change {
  readonly parts: WebParts;
  readonly found: FoundPostmortem;
  readonly by: Person;
  readonly verb: string;
  /** What was sent, so that sent twice it is one. */
  readonly cause: string;
  readonly signal: AbortSignal;
  read(name: string): string;
  all(name: string): readonly string[];
}

/** Refused, and beside which field it is said; `time`: what was typed is no time; `several`: a name that more than one has. */
export interface Outcome {
  readonly refusal: PostmortemRefusal | 'time' | { readonly several: string } | null;
  readonly field?: string;
}

const DONE: Outcome = { refusal: null };

/** Carries out what a form of the page says; null where it says nothing that there is. */
export async function carryOut(change: Change): Promise<Outcome | null> {
  const { parts, found, by, verb, read, all, signal } = change;
  const verbs = postmortemVerbs(parts);
  const { path } = found;
  if (verb.startsWith('move')) {
    const to = verb.startsWith('move-') ? verb.slice('move-'.length) : read('to');
    if (!isState(to)) return null;
    const { refusal } = await movePostmortem(verbs, found, to, read('reason') || null, by);
    return { refusal, field: 'reason' };
  }
  const apply = async (command: Parameters<typeof applyPostmortem>[2], field?: string) => {
    const { refusal } = await applyPostmortem(verbs, path, command);
    return { refusal, ...(field && { field }) };
  };
  switch (verb) {
    case 'tick':
      return apply({ type: 'tick', item: read('item'), done: read('done') === 'true', by });
    case 'title':
      return apply({ type: 'title', title: read('title'), by }, 'title');
    case 'due': {
      const due = read('due');
      const dueAt = due === '' ? null : instantOf(due, verbs.zone);
      if (due !== '' && dueAt === null) return { refusal: 'time', field: 'due' };
      return apply({ type: 'set-due', dueAt, by }, 'due');
    }
    case 'reviewers': {
      const others = await othersIn(change);
      if ('several' in others) return { refusal: others, field: 'others' };
      const users = [...new Set([...all('reviewer'), ...others.users])];
      const { refusal } = await setReviewers(verbs, found, users, by, signal);
      return { refusal, field: 'others' };
    }
    case 'lead': {
      const others = await othersIn(change);
      if ('several' in others) return { refusal: others, field: 'others' };
      const [user = read('lead')] = others.users;
      const { refusal } = await setLead(verbs, found, user, by, signal);
      return { refusal, field: 'others' };
    }
    case 'meeting': {
      const at = instantOf(read('at'), verbs.zone);
      if (at === null) return { refusal: 'time', field: 'at' };
      const minutes = Number(read('minutes').normalize('NFKC'));
      const meeting = { at, minutes, link: read('link') || null };
      const { refusal } = await apply({ type: 'set-meeting', meeting, by });
      const fields: Partial<Record<string, string>> = { 'link-wrong': 'link', 'minutes-wrong': 'minutes' };
      const named = refusal !== null ? fields[refusal.refused] : undefined;
      return { refusal, field: named ?? 'at' };
    }
    case 'no-meeting':
      return apply({ type: 'set-meeting', meeting: null, by });
    case 'properties':
      return setProperties(change);
    case 'link': {
      const incident = await incidentByNumber(verbs.incidents, found.state.team, read('number'), by.user);
      if (!incident) return { refusal: { refused: 'incident-unknown' }, field: 'number' };
      const { refusal } = await linkIncident(verbs, path, incident.state, by);
      return { refusal, field: 'number' };
    }
    case 'unlink':
      return { refusal: (await unlinkIncident(verbs, path, read('incident'), by)).refusal };
    case 'doc':
      return { refusal: (await exportToDocs(verbs, found, by)).refusal };
    case 'prose':
      return { refusal: (await askProse(verbs, found, by)).refusal };
    case 'comment': {
      const said = { section: read('section') || null, text: read('text'), cause: change.cause };
      const commented = await addComment(verbs, path, said, by);
      return 'refusal' in commented ? { refusal: commented.refusal, field: 'text' } : DONE;
    }
    case 'resolve':
      await resolveComment(verbs, found.state, read('comment'), read('resolved') === 'true', by);
      return DONE;
    default:
      return null;
  }
}

/** Who was typed beside those that can be ticked, by name or Slack id. What nobody is called is looked for as it stands, and said where it is not found. */
async function othersIn({
  parts,
  found,
  by,
  read,
  signal,
}: Change): Promise<{ readonly users: readonly string[] } | { readonly several: string }> {
  const typed = read('others')
    .split(/[,、，\n]/)
    .map((one) => one.trim());
  const offered = await offeredPeople(parts, metIn(found, by), signal);
  // Ids may stand with blanks between them; a name may have one within.
  const words = typed.flatMap((one) => (whoIsNamed(one, offered).length > 0 ? [one] : one.split(/\s+/)));
  const users = words.filter((one) => one !== '').map((one) => ({ one, who: whoIsNamed(one, offered) }));
  const unclear = users.find(({ who }) => who.length > 1);
  return unclear ? { several: unclear.one } : { users: users.map(({ one, who }) => who[0] ?? one) };
}

/** One after the other; the first that does not fit is said, and those before it stand. */
async function setProperties({ parts, found, by, read }: Change): Promise<Outcome> {
  const verbs = postmortemVerbs(parts);
  for (const property of found.state.form.properties) {
    const field = propertyField(property);
    const typed = read(field);
    const before = found.state.properties[property.id];
    // A box that is not ticked sends nothing: that is no, where somebody has answered before.
    if (property.type === 'checkbox' && typed === '' && before === undefined) continue;
    const value = property.type === 'checkbox' && typed === '' ? 'false' : typed;
    const command = { type: 'set-property', name: property.id, value, by } as const;
    const { refusal } = await applyPostmortem(verbs, found.path, command);
    if (refusal) return { refusal, field };
  }
  return DONE;
}
