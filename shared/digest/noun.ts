import { isTobanError, TobanError } from '../platform/errors.ts';
import { type Attempt, findPost, type Noun, type TaskKind } from '../tasks/index.ts';
import type { DigestContext } from './context.ts';
import { evolve, type Report, type ReportEvent } from './model.ts';
import { drawWeek } from './picture.ts';
import { type Digest, isQuiet, readDigest } from './read.ts';
import { digestText } from './text.ts';
import { digestMessage } from './view.ts';

/** Slack needs a moment before a message may show what was handed in. */
const SETTLE_MS = 5_000;
/** After so many refusals of the picture the words go out without it. */
const PATIENCE = 5;

type Kind<R> = TaskKind<Report, ReportEvent, unknown, R>;

/** What a digest does: its picture is drawn and handed in, then one message shows it. */
export function digestNoun(ctx: DigestContext): Noun<Report, ReportEvent> {
  const read = (state: Report, now: number) => readDigest(ctx, state.kind, state.name, now);
  const postTask = (dueAt: number) =>
    ({ id: 'post', kind: 'digest.post', lane: 'work', dueAt, step: {}, mode: 'arm' }) as const;

  const draw: Kind<string | null> = {
    persistent: false,
    guard: (state) => ctx.config !== null && state.posted === null,
    async perform(state, _task, attempt) {
      const digest = await read(state, attempt.now);
      if (state.kind === 'daily' || isQuiet(digest)) return null;
      const bytes = await pictureOf(ctx, digest);
      if (!bytes) return null;
      const words = digestText(ctx.locale);
      const title = words.title(digest);
      return ctx.files.upload(
        { name: `toban-${digest.name}.png`, title, alt: words.alt(digest), bytes },
        attempt.signal,
      );
    },
    done: (_state, _task, picture, now) => ({
      events: [{ type: 'drawn', at: now, picture }],
      tasks: [postTask(now + (picture === null ? 0 : SETTLE_MS))],
    }),
    // Such as a scope that was not granted: the words do not wait for it.
    refused: (_state, _task, _error, now) => ({ events: [], tasks: [postTask(now)] }),
  };

  const post: Kind<{ channel: string; ts: string }> = {
    persistent: false,
    guard: (state) => ctx.config !== null && state.posted === null,
    async perform(state, task, attempt) {
      const channel = ctx.config?.channel ?? '';
      const key = `digest-${state.kind}-${state.name}`;
      const earlier =
        attempt.unsureSince === null ? null : await findPost(ctx.slack, { channel, key }, attempt);
      if (earlier) return earlier;
      const digest = await read(state, attempt.now);
      const send = (picture: string | null) =>
        ctx.slack.post({ channel, key, ...digestMessage(digest, picture, ctx) }, attempt.signal);
      return state.picture === null
        ? send(null)
        : withPicture(send, state.picture, task.attempts, ctx, attempt);
    },
    done: (_state, _task, { channel, ts }, now) => ({
      events: [{ type: 'posted', at: now, channel, ts }],
      tasks: [],
    }),
  };

  return { name: 'digest', evolve, kinds: { draw, post } };
}

/** A drawing that fails is told in the log, and the words go out. */
async function pictureOf(ctx: DigestContext, digest: Digest): Promise<Uint8Array | null> {
  try {
    return await ctx.renderer.png(drawWeek(digest, ctx.zone, ctx.locale));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    ctx.log.error('digest-not-drawn', { digest: digest.name, reason });
    return null;
  }
}

/** A picture that Slack is not ready to show is tried again a few times. */
async function withPicture<P>(
  send: (picture: string | null) => Promise<P>,
  picture: string,
  attempts: number,
  ctx: DigestContext,
  { now }: Attempt,
): Promise<P> {
  try {
    return await send(picture);
  } catch (error) {
    if (!isTobanError(error, 'refused') || error.reason !== 'invalid_blocks') throw error;
    if (attempts < PATIENCE)
      throw new TobanError('unavailable', 'Slack does not show the picture yet', { cause: error });
    ctx.log.warn('digest-without-picture', { picture, at: now });
    return send(null);
  }
}
