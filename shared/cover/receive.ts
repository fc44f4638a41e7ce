import { describeOverrideRefusal, type Override } from '../rota/index.ts';
import { escapeMrkdwn, type InboundAction, type Touched } from '../slack/index.ts';
import { applyOverride } from './apply.ts';
import type { CoverAction } from './card.ts';
import type { CoverContext } from './context.ts';
import { configOf, nameOf, zoneOf } from './rota-of.ts';
import { coverText } from './text.ts';

const isAction = (word: string): word is CoverAction => ['accept', 'decline', 'revoke'].includes(word);

/** A button of a cover's card, or of a list of covers. What was done shows in the card, what was not in a sentence. */
export async function receiveCoverAction(
  ctx: CoverContext,
  { actionId, value, user, responseUrl }: InboundAction,
  signal: AbortSignal,
): Promise<Touched> {
  const action = actionId.split('_')[1] ?? '';
  if (!isAction(action) || !/^ovr_[0-9a-f]{32}$/.test(value)) return null;
  const path = `overrides/${value}`;
  const { text, touched } = await pressed(ctx, path, action, user, signal);
  if (responseUrl) await ctx.slack.respond(responseUrl, { text }, signal);
  return touched;
}

/** Carries out a press or a command; the sentence is for who gave it, in mrkdwn. */
export async function pressed(
  ctx: CoverContext,
  path: string,
  action: CoverAction,
  user: string,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly touched: Touched }> {
  const [locale, person, kept] = await Promise.all([
    ctx.localeOf(user, signal),
    ctx.people.find(user, signal),
    ctx.store.get<Override>(path),
  ]);
  const rota = kept?.data.rota ?? '';
  const words = coverText(locale, zoneOf(ctx, rota), nameOf(ctx, rota));
  if (!kept) return { text: words.gone, touched: null };
  const manages = (configOf(ctx, rota)?.owners.includes(user) ?? false) || (person?.admin ?? false);
  const by = { id: user, name: person?.name ?? user };
  const command =
    action === 'revoke' ? { type: action, by: user, manages } : ({ type: action, by: user } as const);
  const applied = await applyOverride(ctx, path, command, by);
  if (!applied.ok) {
    const text = escapeMrkdwn(describeOverrideRefusal(applied.why, locale));
    return { text, touched: null };
  }
  const text = applied.changed ? words.done[action] : words.nothing(applied.override);
  return { text, touched: path };
}
