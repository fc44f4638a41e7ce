import type { Person } from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import { recordId } from '../platform/ids.ts';
import { isRefusal } from './answer.ts';
import { decideSave, firstTexts } from './decide-save.ts';
import type { Created, Postmortem, PostmortemDecision } from './model.ts';
import { type OfIncident, ofIncidentPath, postmortemId, postmortemPath } from './records.ts';

export interface PastSection {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** A postmortem that was written elsewhere, of one incident. User text, not escaped. */
export interface PastPostmortem {
  readonly team: string;
  readonly incident: string;
  readonly title: string;
  readonly language: Locale;
  readonly sections: readonly PastSection[];
  readonly lead: Person | null;
  /** Of a private incident: who may see it. Null: everybody. */
  readonly readers: readonly string[] | null;
  /** When it was written as far as is known, epoch ms: lists go by it. */
  readonly at: number;
  /** Who brought it in. */
  readonly by: Person;
}

/** What was last brought in of each section, by id: its version here, and a digest of its text. */
export type KnownSections = Readonly<Record<string, { readonly version: number; readonly digest: string }>>;

export interface Told {
  readonly decision: PostmortemDecision;
  readonly known: KnownSections;
}

/**
 * It enters as it was written, published, its sections as form of its own. Events and documents, no task: nobody is told,
 * reminded or asked for anything. Pure.
 */
export function enterPastPostmortem(
  past: PastPostmortem,
): Told & { readonly path: string; readonly id: string } {
  const { team, incident, title, language, sections, at, by, lead, readers } = past;
  const id = postmortemId(team, incident);
  const form: Created['form'] = {
    sections: sections.map((one, i) => ({
      id: sectionId(i),
      title: one.title,
      required: false,
      guidance: '',
    })),
    properties: [],
    checklist: [],
  };
  const created: Created = {
    id,
    team,
    title,
    language,
    templates: [],
    form,
    incidents: [incident],
    private: readers !== null,
    readers: readers ?? [],
    lead: lead && lead.user !== '' ? { user: lead.user, name: lead.name } : null,
    dueAt: null,
    by,
  };
  const texts = Object.fromEntries(sections.map(({ text }, i) => [sectionId(i), text]));
  const written = firstTexts(created, texts, at, by);
  const own: OfIncident = { record: postmortemPath(id) };
  const heads = written.events.map((event) => (event.type === 'section-saved' ? event.section : ''));
  const known = heads.map((section) => [section, { version: 1, digest: digestOf(texts[section] ?? '') }]);
  return {
    path: postmortemPath(id),
    id,
    known: Object.fromEntries(known),
    decision: {
      events: [
        { type: 'created', at, ...created },
        ...written.events,
        { type: 'moved', at, to: 'published', reason: null, by },
      ],
      tasks: [],
      pointers: [...written.pointers, { path: ofIncidentPath(incident), data: own }],
    },
  };
}

const digestOf = (text: string): string => recordId('text', text);
const sectionId = (i: number): string => `imported-${i + 1}`;

/**
 * What was written elsewhere has changed. Sections find each other by title; what has none here is put behind the last. A
 * section that somebody has written in since is left as it is, and named in `kept`. Pure.
 */
export function retellPastPostmortem(
  state: Postmortem,
  sections: readonly PastSection[],
  before: KnownSections,
  by: Person,
  now: number,
): Told & { readonly kept: readonly string[] } {
  const known: Record<string, KnownSections[string]> = { ...before };
  const kept: string[] = [];
  const saved = wantedTexts(state, sections).flatMap(({ section, title, text }): PostmortemDecision[] => {
    const digest = digestOf(text);
    const version = state.sections[section]?.version ?? 0;
    const last = known[section];
    if (last?.digest === digest || (!last && text === '')) return [];
    const save = { type: 'save', section, text, base: version, merged: false, by } as const;
    const answer = version === (last?.version ?? 0) ? decideSave(save, state, now) : null;
    if (answer === null || isRefusal(answer)) {
      kept.push(title);
      return [];
    }
    known[section] = { version: version + 1, digest };
    return [answer];
  });
  const decision = {
    events: saved.flatMap(({ events }) => events),
    tasks: [],
    pointers: saved.flatMap(({ pointers = [] }) => pointers),
  };
  return { decision, known, kept };
}

function wantedTexts({ form }: Postmortem, sections: readonly PastSection[]) {
  const own = new Set(form.sections.map(({ title }) => title));
  const more = sections
    .filter(({ title }) => !own.has(title))
    .map(({ title, text }) => `## ${title}\n\n${text}`);
  return form.sections.map(({ id, title }, i) => {
    // Two of one title: each keeps its place among them.
    const nth = form.sections.slice(0, i).filter((one) => one.title === title).length;
    const text = sections.filter((one) => one.title === title)[nth]?.text ?? '';
    const added = i === form.sections.length - 1 ? more : [];
    return { section: id, title, text: [text, ...added].filter((part) => part !== '').join('\n\n') };
  });
}
