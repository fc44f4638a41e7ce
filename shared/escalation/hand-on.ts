import { isTobanError } from '../platform/errors.ts';
import {
  handModal,
  type InboundAction,
  type InboundMessage,
  type InboundSubmission,
  messageModal,
  type Touched,
} from '../slack/index.ts';
import { apply, replyTo } from './apply.ts';
import type { EscalationContext } from './context.ts';
import { localeFor } from './kinds/post.ts';
import type { Escalation } from './model.ts';
import { nameOf } from './name-of.ts';
import { rungsOf } from './rungs.ts';
import { callText } from './text.ts';

/** `@Toban 渡す @x`, `@x さんに渡す`, `hand over to @x`: whom a reply in the thread hands the call to; null for other words. */
export function handedTo(message: InboundMessage): string | null {
  if (!message.mentionsApp && !message.direct) return null;
  const person = '<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>';
  const before = new RegExp(
    `(?:渡す|渡します|渡して|引き継ぐ|hand(?: it)?(?: on| over)?(?: to)?)[\\s:：]*${person}`,
    'i',
  );
  const behind = new RegExp(`${person}\\s*(?:さん)?\\s*(?:に|へ)(?:渡|引き継)`);
  return before.exec(message.text)?.[1] ?? behind.exec(message.text)?.[1] ?? null;
}

interface Where {
  readonly channel: string | null;
  readonly threadTs: string | null;
}

/** Gives a call to another person, who is called by name. What stands in the way is said to whoever tried. */
export async function handOn(
  ctx: EscalationContext,
  path: string,
  { user, to, cause, ...where }: { user: string; to: string; cause: string } & Where,
  signal: AbortSignal,
): Promise<Touched> {
  const state = (await ctx.store.get<Escalation>(path))?.data;
  if (!state) return null;
  const [rungs, name, person] = await Promise.all([
    rungsOf(ctx, state, signal),
    nameOf(ctx, state, user, signal),
    ctx.people.find(to, signal),
  ]);
  const nobody = person === null || person.bot || person.deactivated;
  const refusal = nobody
    ? ({ refused: 'hand-to-nobody' } as const)
    : await apply(ctx, path, async () => ({
        type: 'hand',
        user,
        name,
        cause,
        to: { user: to, name: person.name },
        rungs,
      }));
  if (refusal) await replyTo(ctx, path, refusal, { user, ...where, cause });
  return path;
}

/** Fills the modal that the edge opened; one that the person has closed again is left alone. */
export async function showHandModal(
  ctx: EscalationContext,
  { user, modal, channel, threadTs, messageTs }: InboundAction,
  path: string,
  state: Escalation,
  signal: AbortSignal,
): Promise<Touched> {
  if (modal === null) return null;
  const text = callText(await localeFor(ctx, user, signal));
  const view =
    state.status === 'done'
      ? messageModal({
          ...text.handModal,
          text: text.refusals.alreadyDone,
          close: text.handModal.cancel,
          externalId: modal,
        })
      : handModal({
          ...text.handModal,
          externalId: modal,
          metadata: JSON.stringify({ path, channel, threadTs: threadTs ?? messageTs }),
        });
  try {
    await ctx.slack.updateView({ externalId: modal }, view, signal);
  } catch (error) {
    if (!isTobanError(error, 'refused') || error.reason !== 'not_found') throw error;
  }
  return null;
}

/** The modal was sent. */
export async function receiveHandModal(
  ctx: EscalationContext,
  submission: InboundSubmission,
  signal: AbortSignal,
): Promise<Touched> {
  const { path, channel, threadTs } = JSON.parse(submission.privateMetadata) as Where & { path: string };
  const to = submission.values.person;
  if (typeof to !== 'string' || !/^escalations\/esc_[0-9a-f]{32}$/.test(path)) return null;
  const { user, cause } = submission;
  return handOn(ctx, path, { user, to, cause, channel, threadTs }, signal);
}
