import { callAt } from '../escalation/index.ts';
import { isTobanError } from '../platform/errors.ts';
import { type Facts, NO_FACTS } from '../severity/index.ts';
import { clip } from '../slack/index.ts';
import { commit } from '../tasks/index.ts';
import { isRefusal } from './answer.ts';
import type { IncidentVerbs } from './context.ts';
import { decide } from './decide.ts';
import { personOf } from './kinds/help.ts';
import type { Command, Incident, Refusal, Source } from './model.ts';
import type { LinkedCall, Over, Person } from './parts.ts';
import { incidentId, incidentPath } from './records.ts';
import { fold } from './summary.ts';

/** What somebody, or something, says of an incident when declaring it. User text, not escaped. */
export interface Declare {
  readonly team: string;
  /** What it is declared from: the same cause never makes two. A call's record alone where there is one. */
  readonly cause: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly service: string | null;
  readonly private: boolean;
  readonly drill: boolean;
  readonly source: Source;
  /** Slack id; null for an alert or the API. */
  readonly by: string | null;
  /** The program that declares it for them; absent where they do it themselves. */
  readonly via?: string;
  /** A service that declares it by itself and has no account in Slack: written down, never asked in or written to. */
  readonly program?: Person;
  readonly startedAt: number | null;
  readonly facts: Partial<Facts>;
  /** Records of calls for help that come along, with their inquiries and people. */
  readonly calls: readonly string[];
  /** Its times, where it is over already and is only entered: no room, no invitation, no word to anybody. */
  readonly over?: Over | null;
}

export type DeclareResult =
  | { readonly kind: 'declared' | 'already'; readonly path: string; readonly state: Incident }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const TITLE = 150;
const DESCRIPTION = 3_000;

/**
 * The one verb behind command, shortcut, button, page, API and alert: the record first, everything in Slack after it as
 * tasks. Declared twice from one cause, it is one.
 */
export async function declare(
  ctx: IncidentVerbs,
  said: Declare,
  signal: AbortSignal,
): Promise<DeclareResult> {
  const id = incidentId(said.team, ...said.cause);
  const path = incidentPath(id);
  const existing = await ctx.calls.store.get<Incident>(path);
  if (existing) return { kind: 'already', path, state: existing.data };
  const command = await commandOf(ctx, id, said, signal);
  try {
    return await ctx.calls.store.transaction(async (tx): Promise<DeclareResult> => {
      const there = (await tx.get<Incident>(path))?.data;
      if (there) return { kind: 'already', path, state: there };
      const now = ctx.calls.clock.now();
      const answer = decide(command, null, now, ctx.settings);
      if (isRefusal(answer)) return { kind: 'refused', refusal: answer };
      const state = (await commit(tx, path, null, answer, fold, now)) as Incident;
      return { kind: 'declared', path, state };
    });
  } catch (error) {
    const there = isTobanError(error, 'exists') ? await ctx.calls.store.get<Incident>(path) : null;
    if (!there) throw error;
    return { kind: 'already', path, state: there.data };
  }
}

async function commandOf(
  ctx: IncidentVerbs,
  id: string,
  said: Declare,
  signal: AbortSignal,
): Promise<Extract<Command, { type: 'declare' }>> {
  const { cause: _cause, calls: paths, by, via, program, facts, ...rest } = said;
  const found = await Promise.all(paths.map(async (path) => ({ path, call: await callAt(ctx.calls, path) })));
  const calls = found.flatMap(({ path, call }) => (call ? [{ path, call }] : []));
  const linked: LinkedCall[] = calls.map(({ path, call }) => ({
    record: path,
    channel: call.channel,
    threadTs: call.threadTs,
    asker: call.asker,
  }));
  const wanted: [string, Person['why']][] = [
    ...(by ? ([[by, 'declared']] as const) : []),
    ...calls.flatMap(({ call }) => [
      ...(call.holder ? ([[call.holder.user, 'duty']] as const) : []),
      ...call.called.slice(-1).map(({ user }) => [user, 'duty'] as const),
      ...(call.asker ? ([[call.asker, 'asked']] as const) : []),
    ]),
    ...ctx.settings.incident.invite.people.map((user) => [user, 'configured'] as const),
  ].map(([user, why]) => [user, why]);
  const users = [...new Map(wanted.reverse())].reverse();
  const people = await Promise.all(users.map(([user, why]) => personOf(ctx, user, signal, why)));
  const times = calls.map(({ call }) => call.receivedAt);
  const held = calls.flatMap(({ call }) => (call.holder ? [call.holder.at] : []));
  return {
    type: 'declare',
    ...rest,
    id,
    title: clip(said.title.replace(/\s+/g, ' ').trim(), TITLE).text,
    description: clip(said.description.trim(), DESCRIPTION).text,
    by: by ? { ...(await personOf(ctx, by, signal)), ...(via && { via }) } : (program ?? null),
    detectedAt: times.length > 0 ? Math.min(...times) : null,
    acknowledgedAt: held.length > 0 ? Math.min(...held) : null,
    facts: { ...NO_FACTS, ...facts, inquiries: Math.max(facts.inquiries ?? 0, calls.length) },
    calls: linked,
    people: people.filter(({ bot }) => !bot),
  };
}
