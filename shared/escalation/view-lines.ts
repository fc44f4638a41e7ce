import { clockTime, durationText } from '../language/index.ts';
import { callLine, escapeMrkdwn, mention, plainText, quote } from '../slack/index.ts';
import type { Escalation } from './model.ts';
import type { Nudge } from './plan.ts';
import { isDirect } from './records.ts';
import { callText } from './text.ts';
import type { Rendered } from './view.ts';
import type { Viewer } from './view-parts.ts';

/** One line below the card: who is called now, and why. Its button goes when their turn has passed. */
export function renderLine(state: Escalation, call: number, viewer: Viewer): Rendered {
  const text = callText(viewer.locale);
  const called = state.called[call];
  if (!called) return renderNobodyLeft(state, viewer);
  const theirs = state.status === 'open' && call === state.called.length - 1;
  const button = theirs
    ? { action: 'acknowledge' as const, label: text.buttons.acknowledge, primary: true }
    : null;
  const before = state.called[call - 1];
  const time = clockTime(called.at, viewer.zone);
  const who = mention(called.user);
  const name = escapeMrkdwn(called.reason.insteadOf ?? '');
  const previous = escapeMrkdwn(before?.name ?? '');
  const waited = durationText(called.at - (before?.at ?? called.at), viewer.locale);
  const line = {
    first: text.line.first(time, who),
    climb: text.line.climb(time, who, waited),
    again: text.line.again(time, who, waited),
    declined: text.line.declined(time, who, previous),
    handed: text.line.handed(time, who, name),
    lapsed: text.line.lapsed(time, who, previous),
  }[called.cause];
  return { text: line, blocks: callLine(line, button, viewer.record) };
}

/** Nobody is left: told to whoever asked, since they must now find another way. */
export function renderNobodyLeft(state: Escalation, viewer: Viewer): Rendered {
  const text = callText(viewer.locale);
  const line = state.asker ? `${mention(state.asker)} ${text.exhausted}` : text.exhausted;
  return { text: line, blocks: callLine(line, null, viewer.record) };
}

/** One line that pings again: the person being called, or the one who has it. */
export function renderNudge(state: Escalation, { holder, words = '' }: Nudge, viewer: Viewer): Rendered {
  const text = callText(viewer.locale);
  const who = mention(holder ?? state.called.at(-1)?.user ?? '');
  const since = durationText(viewer.now - (state.holder?.at ?? viewer.now), viewer.locale);
  const line = holder ? text.holderPinged(who, since) : text.again(who);
  // A request that came as a direct message can be opened by nobody else: all of it is needed here.
  const said = quote(plainText(words), isDirect(state.channel) ? 2_500 : undefined).text;
  const whole = words.trim() === '' ? line : `${line}\n${said}`;
  return { text: line, blocks: callLine(whole, null, viewer.record) };
}
