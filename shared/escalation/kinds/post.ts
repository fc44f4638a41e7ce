import { type Locale, localeOf } from '../../language/index.ts';
import type { EscalationContext } from '../context.ts';
import type { Escalation } from '../model.ts';
import { escalationPath, isDirect } from '../records.ts';
import type { Viewer } from '../view-parts.ts';

/** Slack refuses with these until the app joins the channel. */
const OUTSIDE = new Set(['not_in_channel', 'channel_not_found', 'is_archived']);

/** Id of the record of a call, as buttons and metadata carry it. */
export const recordOf = (state: Escalation): string =>
  escalationPath(state.team, state.channel, state.ts).split('/')[1] ?? '';

/** What a message of ours carries in its metadata, to be found again. */
export const messageKey = (state: Escalation, task: string): string => `${recordOf(state)}/${task}`;

export const isOutside = (reason: string | undefined): boolean => reason !== undefined && OUTSIDE.has(reason);

/** How the thread, or one person's direct messages, reads a card. A permalink that cannot be had is left out. */
export async function viewerFor(
  ctx: EscalationContext,
  state: Escalation,
  signal: AbortSignal,
  user?: string,
): Promise<Viewer> {
  const [permalink, locale] = await Promise.all([
    permalinkOf(ctx, state, signal),
    user ? localeFor(ctx, user, signal) : ctx.locale,
  ]);
  const record = recordOf(state);
  const pageUrl = ctx.baseUrl && `${ctx.baseUrl}/calls/${record}`;
  return { locale, zone: ctx.zone, now: ctx.clock.now(), record, permalink, pageUrl };
}

export async function localeFor(ctx: EscalationContext, user: string, signal: AbortSignal): Promise<Locale> {
  return localeOf((await ctx.people.find(user, signal))?.locale, ctx.locale);
}

async function permalinkOf(
  ctx: EscalationContext,
  state: Escalation,
  signal: AbortSignal,
): Promise<string | null> {
  // A link to somebody else's direct message opens for nobody.
  if (isDirect(state.channel)) return null;
  try {
    return await ctx.slack.permalink({ channel: state.channel, ts: state.ts }, signal);
  } catch (error) {
    ctx.log.warn('permalink-missing', {
      record: recordOf(state),
      reason: error instanceof Error ? error.message : String(error),
    });
    return null;
  }
}
