import type { NewTask } from '../tasks/index.ts';
import {
  type Command,
  NOTICE_MS,
  type Retention,
  type RetentionDecision,
  type RetentionEvent,
} from './model.ts';
import { KINDS, type Kind } from './schemas.ts';

/**
 * What tonight's look at the configuration means. A rule that keeps longer, or for ever, is followed at once. One that is
 * new or shorter waits until somebody has been told of it and a night has gone by, so that nothing goes by surprise. Pure.
 */
export function decide(command: Command, state: Retention | null, now: number): RetentionDecision {
  const follow: Partial<Record<Kind, number | null>> = {};
  const announce: Partial<Record<Kind, number>> = {};
  for (const kind of KINDS) {
    const wanted = command.rules[kind];
    const followed = state?.followed[kind] ?? null;
    const waiting = state?.waiting[kind] ?? null;
    if (wanted === null) {
      if (followed !== null || waiting) follow[kind] = null;
    } else if (followed !== null && wanted >= followed) {
      if (wanted !== followed || waiting) follow[kind] = wanted;
    } else if (waiting?.ms !== wanted) announce[kind] = wanted;
    else if (waiting.toldAt === null) {
      // Nobody was named to be told then, or Slack refused: whoever is named now hears of it.
      if (command.owners.length > 0 && now - waiting.announcedAt >= NOTICE_MS) announce[kind] = wanted;
    } else if (now - waiting.toldAt >= NOTICE_MS) follow[kind] = wanted;
  }
  const events: RetentionEvent[] = [];
  if (Object.keys(follow).length > 0) events.push({ type: 'followed', at: now, rules: follow });
  if (Object.keys(announce).length > 0) events.push({ type: 'announced', at: now, rules: announce });
  const tell = Object.keys(announce).length > 0 ? command.owners : [];
  const after = { ...state?.followed, ...follow };
  const some = Object.values(after).some((ms) => ms !== null && ms !== undefined);
  return {
    events,
    tasks: [
      ...tell.map((to): NewTask => tellTask(to, announce, command.period, now)),
      ...(some ? [removeTask({ period: command.period, at: null }, now)] : []),
    ],
  };
}

const tellTask = (
  to: string,
  rules: Partial<Record<Kind, number>>,
  period: number,
  now: number,
): NewTask => ({
  id: `tell-${period}-${to}`,
  kind: 'retention.tell',
  lane: 'work',
  dueAt: now,
  step: { to, rules },
  mode: 'arm',
});

export interface RemoveStep {
  /** Of the night: the turn of the job, epoch ms. */
  readonly period: number;
  /** Null: from the beginning. */
  readonly at: { readonly source: string; readonly cursor: string | null } | null;
}
export const removeTask = (step: RemoveStep, now: number): NewTask => ({
  id: 'remove',
  kind: 'retention.remove',
  lane: 'work',
  dueAt: now,
  step,
  mode: 'arm',
});
