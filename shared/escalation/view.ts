import { durationText, moment } from '../language/index.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import { type CallButton, callCard, escapeMrkdwn, mention } from '../slack/index.ts';
import type { Called, Escalation } from './model.ts';
import { type CallText, callText } from './text.ts';
import {
  calledIn,
  nextLine,
  provenance,
  quotation,
  settled,
  troubles,
  type Viewer,
  warn,
  whereFrom,
} from './view-parts.ts';

export type Rendered = Pick<OutgoingMessage, 'text' | 'blocks'>;

/** The card in the thread, edited in place: how things stand, for whoever asked and whoever is called. */
export function renderCard(state: Escalation, viewer: Viewer): Rendered {
  const text = callText(viewer.locale);
  const current = state.called.at(-1);
  if (state.status !== 'open' || !current || state.told || state.exhausted)
    return renderSettled(state, viewer);
  return {
    text: `${mention(current.user)} ${calledIn(state, text)}`,
    blocks: callCard({
      headline: `🟥 *${text.calling}* · ${escapeMrkdwn(text.san(current.name))}`,
      quote: quotation(state, text, viewer),
      lines: [
        text.please(mention(current.user)),
        ...nextLine(state, text, viewer),
        ...troubles(state, state.called.length - 1, text),
      ],
      buttons: openButtons(text),
      menu: openMenu(state, text, 'card'),
      context: contextOf(state, current, text, viewer),
      record: viewer.record,
    }),
  };
}

/** The direct message to somebody called (`call` indexes `called`). */
export function renderDm(state: Escalation, call: number, viewer: Viewer): Rendered {
  const text = callText(viewer.locale);
  const called = state.called[call];
  if (!called) return renderCard(state, viewer);
  const latest = call === state.called.length - 1;
  const theirs = state.status === 'open' && latest;
  const passed = state.status === 'open' && !latest;
  return {
    text: `${mention(called.user)} ${calledIn(state, text)}`,
    blocks: callCard({
      headline: dmHeadline(state, called, latest, text, viewer),
      quote: quotation(state, text, viewer),
      lines: [
        whereFrom(state, text, viewer),
        ...(theirs ? [...nextLine(state, text, viewer), ...troubles(state, call, text)] : []),
      ],
      // A card whose turn has passed keeps one way to take the call, so that nobody who wakes up late is shut out.
      buttons: theirs
        ? openButtons(text)
        : passed
          ? [{ action: 'acknowledge', label: text.buttons.acknowledge }]
          : heldButtons(state, text),
      menu: theirs ? openMenu(state, text, 'dm') : passed ? [] : heldMenu(state, text),
      context: contextOf(state, called, text, viewer),
      record: viewer.record,
    }),
  };
}

function dmHeadline(
  state: Escalation,
  called: Called,
  latest: boolean,
  text: CallText,
  viewer: Viewer,
): string {
  if (state.status !== 'open') return settled(state, text, viewer);
  if (!latest) return `⬜ ${text.passedOn(escapeMrkdwn(state.called.at(-1)?.name ?? ''))}`;
  const who = escapeMrkdwn(text.san(called.name));
  return state.exhausted ? `🟥 *${text.nobody}* · ${who}` : `🟥 *${text.calling}* · ${who}`;
}

/** The card when nobody is being called: on purpose, nobody left, somebody has it, or it is over. */
function renderSettled(state: Escalation, viewer: Viewer): Rendered {
  const text = callText(viewer.locale);
  const { told } = state;
  const reason = told?.reason ?? state.called.at(-1)?.reason ?? null;
  const open = state.status === 'open';
  const line = toldLine(state, text, viewer);
  const label = told ? (told.why === 'outside' ? text.outsideHours : text.notOnDuty) : text.nobody;
  const headline = open ? `${told ? '🟩' : '🟥'} *${label}*` : settled(state, text, viewer);
  return {
    text: open ? line : headline.replaceAll('*', ''),
    blocks: callCard({
      headline,
      quote: told || state.called.length === 0 ? null : quotation(state, text, viewer),
      lines: open ? [line, ...(reason?.trouble ?? []).map(warn)] : nextLine(state, text, viewer),
      buttons: open ? idleButtons(text) : heldButtons(state, text),
      menu: open ? idleMenu(state, text) : heldMenu(state, text),
      context: reason ? provenance(reason, text, viewer) : null,
      record: viewer.record,
    }),
  };
}

export function toldLine({ told }: Escalation, text: CallText, { now, zone, locale }: Viewer): string {
  if (!told) return text.exhausted;
  if (told.why === 'free') return text.told;
  return text.toldOutside(told.opens === null ? null : moment(told.opens, now, zone, locale));
}

/** What whoever has it is asked after some time without a sign of life. */
export function renderQuestion(state: Escalation, viewer: Viewer): Rendered {
  const text = callText(viewer.locale);
  const { holder, check } = state;
  const waiting = state.status === 'acknowledged' && holder && check && check.asked > 0;
  const ago = durationText(viewer.now - (holder?.at ?? viewer.now), viewer.locale);
  const since = viewer.locale === 'ja' ? `${ago}前` : `${ago} ago`;
  const headline =
    waiting || !state.posts.some((post) => post.kind === 'question')
      ? text.question.title(since)
      : `${settled(state, text, viewer) || text.question.answered}`;
  const { done, more, decline } = text.buttons;
  return {
    text: headline.replaceAll('*', ''),
    blocks: callCard({
      headline,
      quote: quotation(state, text, viewer),
      lines: [whereFrom(state, text, viewer)],
      buttons:
        state.status === 'acknowledged'
          ? [
              { action: 'done', label: done, primary: true },
              { action: 'extend', label: more },
              { action: 'decline', label: decline },
            ]
          : [],
      menu: [],
      context: null,
      record: viewer.record,
    }),
  };
}

function openButtons({ buttons }: CallText): CallButton[] {
  return [
    { action: 'acknowledge', label: buttons.acknowledge, primary: true },
    { action: 'decline', label: buttons.decline },
    { action: 'incident', label: buttons.incident },
  ];
}

/** While nobody is being called. */
const idleButtons = ({ buttons }: CallText): CallButton[] => [
  { action: 'take', label: buttons.take },
  { action: 'incident', label: buttons.incident },
];

const idleMenu = ({ asker }: Escalation, { buttons }: CallText): CallButton[] =>
  asker ? [{ action: 'done', label: buttons.takeBack }] : [];

function openMenu(state: Escalation, { buttons }: CallText, where: 'card' | 'dm'): CallButton[] {
  const own: CallButton[] = [
    { action: 'extend', label: buttons.extend },
    { action: 'hand', label: buttons.hand },
  ];
  if (where === 'dm') return own;
  const back: CallButton[] = state.asker ? [{ action: 'done', label: buttons.takeBack }] : [];
  return [...own, { action: 'take', label: buttons.take }, ...back];
}

const heldButtons = ({ status }: Escalation, { buttons }: CallText): CallButton[] =>
  status === 'acknowledged'
    ? [
        { action: 'done', label: buttons.done },
        { action: 'incident', label: buttons.incident },
      ]
    : [];

const heldMenu = ({ status }: Escalation, { buttons }: CallText): CallButton[] =>
  status === 'acknowledged'
    ? [
        { action: 'extend', label: buttons.more },
        { action: 'hand', label: buttons.hand },
        { action: 'decline', label: buttons.decline },
        { action: 'take', label: buttons.take },
      ]
    : [];

function contextOf(state: Escalation, called: Called, text: CallText, viewer: Viewer): string {
  const { follows } = state;
  const from = provenance(called.reason, text, viewer);
  if (!follows) return from;
  const time = moment(follows.doneAt, viewer.now, viewer.zone, viewer.locale);
  return `${from} · ${text.follows(time, escapeMrkdwn(follows.name))}`;
}
