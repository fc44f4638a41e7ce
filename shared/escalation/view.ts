import { clockTime, durationText, type Locale, moment, zoneName } from '../language/index.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import {
  type CallButton,
  callCard,
  clip,
  escapeMrkdwn,
  link,
  mention,
  plainText,
  quote,
} from '../slack/index.ts';
import type { BecameIncident, Called, Escalation, Reason } from './model.ts';
import { type CallText, callText } from './text.ts';

export interface Viewer {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  /** Id of the record, for the buttons. */
  readonly record: string;
  /** Link to the message that called; null where Slack did not give one. */
  readonly permalink: string | null;
}

type Rendered = Pick<OutgoingMessage, 'text' | 'blocks'>;

/** The message that calls somebody (`call` indexes `called`), in the thread or in their direct messages, as things stand. */
export function renderCall(state: Escalation, call: number, kind: 'thread' | 'dm', viewer: Viewer): Rendered {
  const text = callText(viewer.locale);
  const called = state.called[call];
  if (!called) return renderCard(state, viewer);
  const channel = `<#${state.channel}>`;
  const plain = clip(escapeMrkdwn(plainText(state.words).replace(/\s+/g, ' ')), 120).text.replace(
    /@(?=channel|here|everyone)/gi,
    '@\u200B',
  );
  return {
    text: `${mention(called.user)} ${text.calledIn(channel, plain)}`,
    blocks: callCard({
      headline: headline(state, called, call, text, viewer),
      quote: quotation(state, text, viewer),
      lines: [
        ...(kind === 'dm' ? [whereFrom(state, text, viewer)] : []),
        ...lines(state, call, text, viewer),
      ],
      buttons: buttons(state, call, kind, text),
      context: provenance(called.reason, text, viewer),
      record: viewer.record,
    }),
  };
}

/** The thread's card when nobody is called: free on purpose, nobody left, or acknowledged before it was posted. */
export function renderCard(state: Escalation, viewer: Viewer): Rendered {
  const text = callText(viewer.locale);
  const line = state.told ? text.told : text.exhausted;
  const reason = state.told ?? state.called.at(-1)?.reason ?? null;
  const open = state.status === 'open';
  const head = open
    ? `${state.told ? `🟩 *${text.notOnDuty}*` : `🟥 *${text.nobody}*`}`
    : settled(state, text, viewer);
  return {
    text: open ? line : plainHead(state, text),
    blocks: callCard({
      headline: head,
      quote: null,
      lines: open ? [line, ...(reason?.trouble ?? []).map(warn)] : [],
      buttons: buttons(state, -1, 'thread', text),
      context: reason ? provenance(reason, text, viewer) : null,
      record: viewer.record,
    }),
  };
}

/** One line in the thread that pings again: the person being called, or the one who has it. */
export function renderNudge(state: Escalation, holder: string | null, viewer: Viewer): Rendered {
  const text = callText(viewer.locale);
  const who = mention(holder ?? state.called.at(-1)?.user ?? '');
  const since = durationText(viewer.now - (state.holder?.at ?? viewer.now), viewer.locale);
  const line = holder ? text.holderPinged(who, since) : text.again(who);
  return {
    text: line,
    blocks: callCard({
      headline: line,
      quote: null,
      lines: [],
      buttons: [],
      context: null,
      record: viewer.record,
    }),
  };
}

function headline(state: Escalation, called: Called, call: number, text: CallText, viewer: Viewer): string {
  if (state.status !== 'open') return settled(state, text, viewer);
  const who = mention(called.user);
  const latest = state.called.at(-1);
  if (latest && call < state.called.length - 1) return `⬜ ${text.passedOn(escapeMrkdwn(latest.name))}`;
  if (state.exhausted) return `🟥 *${text.nobody}* · ${who}`;
  if (called.cause === 'declined') return `🟥 *${text.calling}* · ${text.declined(who)}`;
  const waited = durationText(called.at - (state.called[call - 1]?.at ?? called.at), viewer.locale);
  if (called.cause === 'climb') return `🟥 *${text.calling}* · ${text.climbed(who, waited)}`;
  if (called.cause === 'again') return `🟥 *${text.calling}* · ${text.again(who)}`;
  return `🟥 *${text.calling}* · ${who} ${escapeMrkdwn(text.san(called.name))}`;
}

function settled(state: Escalation, text: CallText, viewer: Viewer): string {
  const { holder, doneBy, incident } = state;
  if (incident) return `🟧 *${text.incident}* · ${becameText(incident, text)}`;
  if (!holder) return '';
  const after = durationText(holder.at - state.receivedAt, viewer.locale);
  const how = holder.how === 'taken' ? text.took(after) : text.heldAfter(after);
  const who = escapeMrkdwn(text.san(holder.name));
  if (!doneBy) return `🟨 *${text.acknowledged}* · ${who}（${how}）`;
  return `🟩 *${text.done}* · ${who} · ${text.doneAfter(durationText(doneBy.at - state.receivedAt, viewer.locale))}`;
}

/** Where it goes on; a mention of the room shows its name only to those who may see it. */
export const becameText = ({ label, room }: BecameIncident, text: CallText): string =>
  text.goesOn(escapeMrkdwn(label), room === null ? null : `<#${room}>`);

const plainHead = (state: Escalation, text: CallText): string =>
  state.incident
    ? becameText(state.incident, text)
    : `${state.status === 'done' ? text.done : text.acknowledged} · ${escapeMrkdwn(text.san(state.holder?.name ?? ''))}`;

function quotation(state: Escalation, text: CallText, viewer: Viewer): string {
  const quoted = quote(plainText(state.words));
  return quoted.cut && viewer.permalink
    ? `${quoted.text}\n${link(viewer.permalink, text.whole)}`
    : quoted.text;
}

function whereFrom(state: Escalation, text: CallText, viewer: Viewer): string {
  const from = text.requestFrom(`<#${state.channel}>`);
  return viewer.permalink ? `${from} · ${link(viewer.permalink, text.whole)}` : from;
}

function lines(state: Escalation, call: number, text: CallText, viewer: Viewer): string[] {
  if (state.status !== 'open' || call < state.called.length - 1) return [];
  const trouble = (state.called[call]?.reason.trouble ?? []).map(warn);
  return [...nextLine(state, text, viewer), ...trouble];
}

function nextLine(state: Escalation, text: CallText, viewer: Viewer): string[] {
  if (!state.next) return [];
  const time = `${moment(state.next.at, viewer.now, viewer.zone, viewer.locale)}`;
  if (state.next.name === null) return [text.last(time)];
  const name = escapeMrkdwn(state.next.name);
  return [
    state.called.some((call) => call.name === state.next?.name)
      ? text.nextSame(time, name)
      : text.next(time, name),
  ];
}

const warn = (sentence: string): string => `⚠️ ${escapeMrkdwn(sentence)}`;

function buttons(state: Escalation, call: number, kind: 'thread' | 'dm', text: CallText): CallButton[] {
  const { acknowledge, take, decline, done, incident } = text.buttons;
  const toIncident: CallButton = { action: 'incident_call', label: incident };
  if (state.status === 'done' || state.status === 'incident') return [];
  if (state.status === 'acknowledged') return [{ action: 'call_done', label: done }, toIncident];
  const takeButton: CallButton = { action: 'call_take', label: take };
  if (call === -1) return [takeButton, toIncident];
  // A card whose turn has passed keeps one way to take the call, so that nobody who wakes up late is shut out.
  if (call < state.called.length - 1) return [{ action: 'call_acknowledge', label: acknowledge }];
  const own: CallButton[] = [
    { action: 'call_acknowledge', label: acknowledge, primary: true },
    { action: 'call_decline', label: decline },
  ];
  return kind === 'dm' ? [...own, toIncident] : [...own, takeButton, toIncident];
}

function provenance(reason: Reason, text: CallText, viewer: Viewer): string {
  const { zone, now, locale } = viewer;
  const by = { duty: null, fallback: text.fallback, named: text.named }[reason.by];
  const cell =
    reason.cell && (reason.cellUrl ? link(reason.cellUrl, reason.cell) : escapeMrkdwn(reason.cell));
  const shift =
    reason.by === 'duty' && reason.shift
      ? text.shift(
          moment(reason.shift.start, now, zone, locale),
          moment(reason.shift.end, now, zone, locale),
          zoneName(now, zone),
        )
      : null;
  const instead = reason.insteadOf ? escapeMrkdwn(text.insteadOf(reason.insteadOf)) : null;
  const read = reason.readAt === null ? null : readText(reason, text, viewer);
  return [by, cell, instead, shift, read].filter((part) => part).join(' · ') || text.fallback;
}

function readText(reason: Reason, text: CallText, { zone, now, locale }: Viewer): string {
  const at = reason.readAt ?? now;
  if (reason.stale) return text.staleSince(moment(at, now, zone, locale));
  return text.readAt(clockTime(at, zone, true));
}
