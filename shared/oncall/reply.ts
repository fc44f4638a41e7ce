import type { Locale } from '../language/index.ts';
import type { Response } from '../ports/slack.ts';
import type { RotaConfig } from '../rota/index.ts';
import { actions, section, type Touched } from '../slack/index.ts';
import type { OncallContext } from './context.ts';
import { type OncallText, oncallText } from './text.ts';

/** An answer to whoever asked, and the record whose tasks should now run. */
export interface Reply extends Response {
  readonly touched: Touched;
}

/** Who asks, when, and in which language. */
export interface Asking {
  readonly team: string;
  readonly user: string;
  readonly cause: string;
  readonly channel: string | null;
  readonly now: number;
  readonly locale: Locale;
  readonly words: OncallText;
}

export async function askingOf(
  ctx: OncallContext,
  gesture: { team: string; user: string; cause: string; channel?: string | null },
  signal: AbortSignal,
): Promise<Asking> {
  const { team, user, cause, channel = null } = gesture;
  const locale = await ctx.localeOf(user, signal);
  return { team, user, cause, channel, now: ctx.clock.now(), locale, words: oncallText(locale) };
}

/** Paragraphs of mrkdwn; what is too long for one block becomes several. */
export function reply(paragraphs: readonly string[], touched: Touched = null): Reply {
  return { text: paragraphs.join('\n'), touched };
}

type Button = Parameters<typeof actions>[1][number];

export function replyWith(
  rows: readonly { readonly text: string; readonly buttons: readonly Button[] }[],
  touched: Touched = null,
): Reply {
  const blocks = rows.flatMap(({ text, buttons }, i) => [
    ...(text ? [section(text)] : []),
    ...(buttons.length > 0 ? [actions(`oncall-${i}`, buttons)] : []),
  ]);
  return { text: rows.map(({ text }) => text).join('\n'), blocks, touched };
}

export const zoneOf = (ctx: OncallContext, config: RotaConfig): string => config.timezone ?? ctx.zone;
export const nameOf = (config: RotaConfig): string => config.name ?? config.id;
