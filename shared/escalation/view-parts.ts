import { clockTime, durationText, type Locale, moment, zoneName } from '../language/index.ts';
import { clip, escapeMrkdwn, link, mention, plainText, quote } from '../slack/index.ts';
import type { BecameIncident, Escalation, Reason } from './model.ts';
import { isDirect } from './records.ts';
import type { CallText } from './text.ts';

export interface Viewer {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  /** Id of the record, for the buttons. */
  readonly record: string;
  /** Link to the message that called; null where Slack did not give one. */
  readonly permalink: string | null;
  /** The page that tells the call's whole story; null where the pages have no address. */
  readonly pageUrl: string | null;
}

/** Who has it, since when; once done, after how long. */
export function settled(state: Escalation, text: CallText, viewer: Viewer): string {
  const { holder, doneBy, incident, receivedAt } = state;
  if (incident) return `🟧 *${text.incident}* · ${becameText(incident, text)}`;
  const lasted = (at: number) => durationText(at - receivedAt, viewer.locale);
  if (doneBy) {
    const who = escapeMrkdwn(holder ? text.san(holder.name) : text.takenBack(doneBy.name));
    return `🟩 *${text.done}* · ${lasted(doneBy.at)}（${who}）`;
  }
  if (!holder) return '';
  const how = holder.how === 'taken' ? text.took(lasted(holder.at)) : text.heldAfter(lasted(holder.at));
  return `🟨 *${text.acknowledged}* · ${escapeMrkdwn(text.san(holder.name))}（${how}）`;
}

/** Where it goes on; a mention of the room shows its name only to those who may see it. */
export const becameText = ({ label, room }: BecameIncident, text: CallText): string =>
  text.goesOn(escapeMrkdwn(label), room === null ? null : `<#${room}>`);

/** The request in a line, for notifications. */
export const inShort = (state: Escalation): string =>
  clip(escapeMrkdwn(plainText(state.words).replace(/\s+/g, ' ')), 120).text.replace(
    /@(?=channel|here|everyone)/gi,
    '@\u200B',
  );

/** What whoever is called reads first, in a notification. */
export const calledIn = (state: Escalation, text: CallText): string =>
  isDirect(state.channel)
    ? text.direct.calledBy(mention(state.asker ?? ''), inShort(state))
    : text.calledIn(`<#${state.channel}>`, inShort(state));

export function quotation(state: Escalation, text: CallText, viewer: Viewer): string {
  // Nobody else can open a direct message: whoever is called reads all of it here.
  const quoted = quote(plainText(state.words), isDirect(state.channel) ? 2_500 : undefined);
  return quoted.cut && viewer.permalink
    ? `${quoted.text}\n${link(viewer.permalink, text.whole)}`
    : quoted.text;
}

export function whereFrom(state: Escalation, text: CallText, viewer: Viewer): string {
  if (isDirect(state.channel)) return text.direct.from(mention(state.asker ?? ''));
  const from = text.requestFrom(`<#${state.channel}>`);
  return viewer.permalink ? `${from} · ${link(viewer.permalink, text.whole)}` : from;
}

/** What comes next while it is open; what is expected of whoever has it. */
export function nextLine(state: Escalation, text: CallText, viewer: Viewer): string[] {
  const at = (time: number) => moment(time, viewer.now, viewer.zone, viewer.locale);
  const { next, check, holder, until } = state;
  if (state.status === 'acknowledged' && holder) {
    if (check && check.asked > 0) return [text.asking(escapeMrkdwn(holder.name), at(check.at))];
    return until ? [text.until(at(until))] : [];
  }
  if (!next) return [];
  if (next.name === null) return [text.last(at(next.at))];
  const again = state.called.some((call) => call.name === next.name);
  return [(again ? text.nextSame : text.next)(at(next.at), escapeMrkdwn(next.name))];
}

/** What went wrong with this call, each with what to do. */
export function troubles(state: Escalation, call: number, text: CallText): string[] {
  const called = state.called[call];
  const failed = state.signals.some((signal) => signal.call === call && !signal.ok);
  const signal = failed && called?.via ? [text.signalFailed(called.via)] : [];
  return [...(called?.reason.trouble ?? []), ...signal].map(warn);
}

export const warn = (sentence: string): string => `⚠️ ${escapeMrkdwn(sentence)}`;

/** Where the answer comes from: the cell, the shift, when it was read. */
export function provenance(reason: Reason, text: CallText, viewer: Viewer): string {
  const { zone, now, locale } = viewer;
  const by = {
    duty: null,
    fallback: text.fallback,
    named: text.named,
    handed: escapeMrkdwn(text.handedBy(reason.insteadOf ?? '')),
  }[reason.by];
  const cell =
    reason.cell && (reason.cellUrl ? link(reason.cellUrl, reason.cell) : escapeMrkdwn(reason.cell));
  const instead =
    reason.by !== 'handed' && reason.insteadOf ? `（${escapeMrkdwn(text.insteadOf(reason.insteadOf))}）` : '';
  const shift =
    reason.by === 'duty' && reason.shift
      ? text.shift(
          moment(reason.shift.start, now, zone, locale),
          moment(reason.shift.end, now, zone, locale),
          zoneName(now, zone),
        )
      : null;
  const read = reason.readAt === null ? null : readText(reason, text, viewer);
  const where = cell ? `${cell}${instead}` : instead;
  const cover = reason.askedBy === undefined ? null : escapeMrkdwn(text.covered(reason.text, reason.askedBy));
  const from = [by, cover, where, shift, read].filter((part) => part).join(' · ') || text.fallback;
  return viewer.pageUrl ? `${from} · ${link(viewer.pageUrl, text.story)}` : from;
}

function readText(reason: Reason, text: CallText, { zone, now, locale }: Viewer): string {
  const at = reason.readAt ?? now;
  if (reason.stale) return text.staleSince(moment(at, now, zone, locale));
  return text.readAt(clockTime(at, zone, true));
}
