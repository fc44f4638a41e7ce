import { type Incident, incidentAtAddress, labelOf, type Person } from '../incident/index.ts';
import { commit } from '../tasks/index.ts';
import { isRefusal } from './answer.ts';
import type { PostmortemVerbs } from './context.ts';
import { commandFor, OTHERWISE } from './create.ts';
import { decide } from './decide.ts';
import { begunFor } from './find.ts';
import { linkIncident, standsFirm } from './link.ts';
import { escapeInline } from './markdown.ts';
import type { Postmortem, Refusal } from './model.ts';
import { postmortemId, postmortemPath } from './records.ts';
import { gather } from './skeleton/gather.ts';
import { sectionText } from './skeleton/sections.ts';
import { fold } from './summary.ts';
import { type Choice, chooseTemplate } from './template/choose.ts';
import { readTitle } from './text-rules.ts';

/** What somebody asks for. */
export interface Wanted {
  readonly team: string;
  /** May be empty where there is an incident: then it is that one's. */
  readonly title: string;
  /** Id of a template; null: as the configuration has it for the first incident. */
  readonly template: string | null;
  /** As their addresses name them (`INC-7`); none is fine. */
  readonly incidents: readonly string[];
  /** What was sent: sent twice it is one. */
  readonly cause: string;
}

export type Started =
  | { readonly path: string; readonly state: Postmortem; readonly refusal: null }
  | { readonly refusal: Refusal; readonly field: 'title' | 'incidents' };

/**
 * Begins a postmortem that no incident asked for: about none, or about several at once, with what is known of each. A
 * draft that one of them had is put into the archive and keeps its words. Refused, nothing was begun.
 */
export async function startPostmortem(ctx: PostmortemVerbs, wanted: Wanted, by: Person): Promise<Started> {
  const about = await incidentsOf(ctx, wanted, by);
  if ('refused' in about) return { refusal: about, field: 'incidents' };
  const read = readTitle(wanted.title.trim() || (about[0]?.title ?? ''));
  if ('refused' in read) return { refusal: read, field: 'title' };
  const begun = await begin(ctx, { ...wanted, title: read.title }, about, by);
  let { state } = begun;
  // Safe to repeat: what is about an incident already stays so.
  for (const incident of about) state = (await linkIncident(ctx, begun.path, incident, by)).state ?? state;
  return { path: begun.path, state, refusal: null };
}

/** The incidents that are meant, each once; or why they cannot share a postmortem. */
async function incidentsOf(
  ctx: PostmortemVerbs,
  { team, incidents }: Wanted,
  by: Person,
): Promise<readonly Incident[] | Refusal> {
  const found = new Map<string, Incident>();
  for (const one of incidents) {
    const incident = (await incidentAtAddress(ctx.incidents, team, one, by.user))?.state;
    if (!incident) return { refused: 'incident-unknown' };
    const other = (await begunFor(ctx, incident.id))?.state;
    if (other && standsFirm(other)) return { refused: 'elsewhere', postmortem: other.id };
    found.set(incident.id, incident);
  }
  const all = [...found.values()];
  return all.some((one) => one.private !== all[0]?.private) ? { refused: 'privacy-differs' } : all;
}

async function begin(
  ctx: PostmortemVerbs,
  { team, title, template, cause }: Wanted,
  about: readonly Incident[],
  by: Person,
): Promise<{ readonly path: string; readonly state: Postmortem }> {
  const { store, clock } = ctx.incidents.calls;
  const id = postmortemId(team, 'new', cause);
  const path = postmortemPath(id);
  const first = about[0] ?? null;
  const choice = choiceOf(ctx, about, template);
  const textOf = await textsOf(ctx, about);
  const command = await commandFor(ctx, { id, team, title, about: first, incidents: [], choice, textOf, by });
  return store.transaction(async (tx) => {
    const there = (await tx.get<Postmortem>(path))?.data;
    if (there) return { path, state: there };
    const now = clock.now();
    const answer = decide(command, null, now);
    if (isRefusal(answer)) throw new Error('a beginning is never refused');
    return { path, state: (await commit(tx, path, null, answer, fold, now)) as Postmortem };
  });
}

/** The form that was chosen, else the first incident's; the supplements of all. */
function choiceOf({ config }: PostmortemVerbs, about: readonly Incident[], template: string | null): Choice {
  const choices = about.map((one) => chooseTemplate(config, one));
  return {
    template: template ?? choices.find((one) => one.template !== null)?.template ?? OTHERWISE,
    supplements: [...new Set(choices.flatMap(({ supplements }) => supplements))],
    due: choices.find(({ due }) => due !== null)?.due ?? null,
  };
}

/** What each section begins with: what is known of the one incident, or of each beneath its name. */
async function textsOf(
  ctx: PostmortemVerbs,
  about: readonly Incident[],
): Promise<(section: string) => string> {
  const all = await Promise.all(about.map((one) => gather(ctx, one)));
  const [only] = all;
  if (all.length === 1 && only) return (section) => sectionText(section, only);
  return (section) =>
    all
      .map((known) => ({ state: known.state, text: sectionText(section, known) }))
      .filter(({ text }) => text !== '')
      .map(({ state, text }) => `### ${labelOf(state.number)} ${escapeInline(state.title)}\n\n${text}`)
      .join('\n\n');
}
