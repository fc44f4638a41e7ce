import type { Person } from '../../incident/index.ts';
import type { NewTask } from '../../tasks/index.ts';
import { type Answer, isRefusal } from '../answer.ts';
import { decideSave } from '../decide-save.ts';
import type { Postmortem, PostmortemDecision, PostmortemEvent } from '../model.ts';
import { refresh } from '../plan.ts';
import type { ProseFailure } from './model.ts';
import { proseIn } from './standing.ts';

/** Sections that are told; the others are lists that code makes, or a person's to say. */
export const PROSE_SECTIONS: readonly string[] = [
  'summary',
  'impact',
  'root-causes',
  'trigger',
  'detection',
  'response',
  'recovery',
  'went-well',
  'went-wrong',
  'lucky',
];

/** What is to be written, and how often it was tried by itself. */
export interface ProseStep {
  readonly section: string;
  readonly round: number;
}

/** After a quota, a pause or an outage: tried again by itself so much later, then only when somebody asks. */
const AGAIN_MS: readonly number[] = [60_000, 5 * 60_000, 30 * 60_000];
const PASSING: ReadonlySet<ProseFailure> = new Set(['quota', 'slow', 'down']);

const proseTask = (step: ProseStep, dueAt: number): NewTask => ({
  id: `prose-${step.section}`,
  kind: 'postmortem.prose',
  lane: 'work',
  dueAt,
  step,
  mode: 'arm',
});

/** Sections that nobody has touched and that have no prose yet. `anew`: also those that have. */
export const sectionsToWrite = (state: Postmortem, anew: boolean): readonly string[] =>
  state.form.sections
    .map(({ id }) => id)
    .filter((id) => PROSE_SECTIONS.includes(id) && state.sections[id]?.by === null)
    .filter((id) => anew || proseIn(state, id)?.state !== 'written');

/** A draft is asked for. `by`: null for Toban, at resolve. Pure. */
export function askFor(
  { by, anew }: { readonly by: Person | null; readonly anew: boolean },
  state: Postmortem,
  now: number,
): Answer {
  if (state.state !== 'draft') return { refused: 'not-draft' };
  const sections = sectionsToWrite(state, anew);
  if (sections.length === 0) return { refused: 'nothing-to-write' };
  const tasks = sections.map((section) => proseTask({ section, round: 0 }, now));
  return {
    events: [{ type: 'prose-asked', at: now, sections, by }],
    tasks: [...refresh(state, now), ...tasks],
  };
}

/** What came of one section. `base`: the version its text takes the place of. */
export type ProseResult =
  | { readonly text: string; readonly base: number; readonly sentences: number; readonly dropped: number }
  | { readonly failed: ProseFailure };

/** Written down only where nobody has written in between; what failed leaves the section as it is. Pure. */
export function settle(
  state: Postmortem,
  { section, round }: ProseStep,
  result: ProseResult,
  now: number,
): PostmortemDecision {
  const head = state.sections[section];
  if (head?.by !== null || state.state !== 'draft') return overtaken(state, section, now);
  if ('failed' in result) return failed(state, { section, round }, result.failed, now);
  const { text, base, sentences, dropped } = result;
  if (head.version !== base) return overtaken(state, section, now);
  const saved = decideSave({ type: 'save', section, text, base, merged: false, by: null }, state, now);
  // Longer than a section may be.
  if (isRefusal(saved)) return failed(state, { section, round }, 'unusable', now);
  const written: PostmortemEvent = { type: 'prose-written', at: now, section, sentences, dropped };
  return { ...saved, events: [...saved.events, written], tasks: [...saved.tasks, ...refresh(state, now)] };
}

const overtaken = (state: Postmortem, section: string, now: number): PostmortemDecision => ({
  events: [{ type: 'prose-overtaken', at: now, section }],
  tasks: refresh(state, now),
});

function failed(
  state: Postmortem,
  { section, round }: ProseStep,
  reason: ProseFailure,
  now: number,
): PostmortemDecision {
  const wait = PASSING.has(reason) ? (AGAIN_MS[round] ?? null) : null;
  const againAt = wait === null ? null : now + wait;
  const again = againAt === null ? [] : [proseTask({ section, round: round + 1 }, againAt)];
  return {
    events: [{ type: 'prose-failed', at: now, section, reason, againAt }],
    tasks: [...refresh(state, now), ...again],
  };
}
