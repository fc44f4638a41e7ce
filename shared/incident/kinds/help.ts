import { type Locale, localeOf } from '../../language/index.ts';
import type { Posted } from '../../ports/slack.ts';
import { tasksOfRecord } from '../../store/shapes.ts';
import { type Attempt, type NewTask, postOnce, type Task, type TaskKind } from '../../tasks/index.ts';
import type { IncidentContext, IncidentVerbs } from '../context.ts';
import type { Reads } from '../find.ts';
import type { Incident, IncidentEvent } from '../model.ts';
import type { Person } from '../parts.ts';
import { receiptTasks, showTask } from '../plan.ts';
import { incidentPath } from '../records.ts';
import type { Rendered, Viewer } from '../view-parts.ts';

export type Kind<Step = unknown, Result = unknown> = TaskKind<Incident, IncidentEvent, Step, Result>;

/** What came of showing something. `fresh`: it was posted just now, not edited. */
export type Shown = Posted & { readonly fresh: boolean };

export const viewerFor = (ctx: IncidentContext, locale: Locale = ctx.calls.locale): Viewer => ({
  locale,
  zone: ctx.calls.zone,
  now: ctx.calls.clock.now(),
  settings: ctx.settings,
  baseUrl: ctx.baseUrl,
});

export async function localeFor(ctx: IncidentContext, user: string, signal: AbortSignal): Promise<Locale> {
  return localeOf((await ctx.calls.people.find(user, signal))?.locale, ctx.calls.locale);
}

/** A person with the name their account has; their id where Slack cannot say. */
export async function personOf(
  ctx: IncidentVerbs,
  user: string,
  signal: AbortSignal,
  why?: Person['why'],
): Promise<Person> {
  const account = await ctx.calls.people.find(user, signal);
  const handle = account?.handle;
  return {
    user,
    name: account?.name ?? user,
    ...(handle && { handle }),
    ...(account?.bot && { bot: true }),
    ...(why && { why }),
  };
}

/** The most tasks of one incident that a checklist shows. */
const MOST_TASKS = 1_000;

export async function tasksOf(ctx: Reads, state: Incident): Promise<readonly Task[]> {
  const parent = incidentPath(state.id);
  const query = { shape: tasksOfRecord, values: {}, parent, limit: MOST_TASKS };
  return (await ctx.calls.store.page<Task>(query)).docs.map(({ data }) => data);
}

/** What people look at to see how a declare goes: the room's card, and the answer to who declared. */
export const lookAgain = (state: Incident, now: number) => [
  ...(state.room ? [showTask('card', now)] : []),
  ...receiptTasks(state, now),
];

/** A checklist as it was shown, and when what it showed as under way will next be tried. */
export type ShownList = Shown & { readonly next: number | null };

const SOONEST_MS = 3_000;

/** A checklist that showed something under way is shown again once that has been tried: it never stays behind. */
export const shownAgain = (id: 'card' | 'receipt', next: number | null, now: number): NewTask[] =>
  next === null ? [] : [showTask(id, Math.max(now + SOONEST_MS, next + 1_000))];

/** Posts a message of ours, or edits it in place once it is there. */
export async function show(
  ctx: IncidentContext,
  state: Incident,
  key: string,
  channel: string,
  rendered: Rendered,
  attempt: Attempt,
): Promise<Shown> {
  const message = { channel, ...rendered, key: `${state.id}/${key}` };
  const post = state.posts.find((one) => one.key === key);
  if (!post) return { ...(await postOnce(ctx.calls.slack, message, attempt)), fresh: true };
  await ctx.calls.slack.update({ ...message, channel: post.channel, ts: post.ts }, attempt.signal);
  return { channel: post.channel, ts: post.ts, fresh: false };
}

/** Notes where a message of ours is. */
export const noted = (key: string, { channel, ts, fresh }: Shown, now: number): IncidentEvent[] =>
  fresh ? [{ type: 'posted', at: now, post: { key, channel, ts } }] : [];
