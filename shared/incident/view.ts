import { clockTime, type Locale, moment, zoneName } from '../language/index.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import { amountText, describeAhead, describeAssessment } from '../severity/index.ts';
import { actions, context, escapeMrkdwn, link, mention, section } from '../slack/index.ts';
import { byHand } from './by-hand.ts';
import { type Item, summaryOf } from './checklist.ts';
import { incidentAddress } from './find.ts';
import type { Incident } from './model.ts';
import type { Numbers } from './numbers.ts';
import { numberLines } from './numbers-text.ts';
import type { Settings } from './settings.ts';
import { type IncidentText, incidentText, labelOf } from './text.ts';

export interface Viewer {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  readonly settings: Settings;
  readonly baseUrl: string | null;
}

export type Rendered = Pick<OutgoingMessage, 'text' | 'blocks'>;

const MARKS = { SEV1: '🟥', SEV2: '🟧', SEV3: '🟨', SEV4: '⬜' } as const;

/** `🟧 *SEV2 調査中* · INC-7 返却できない`, marked where it is a drill or private. */
export function headline(state: Incident, text: IncidentText): string {
  const ended = state.status === 'resolved' || state.status === 'closed';
  const flags = [state.drill ? `【${text.drill}】` : '', state.private ? `【${text.secret}】` : ''].join('');
  const mark = ended ? '🟩' : MARKS[state.severity];
  return `${mark} ${flags}*${state.severity} ${text.statuses[state.status]}* · ${labelOf(state.number)} ${escapeMrkdwn(state.title)}`;
}

/** `【訓練】INC-7`: every text that names it says that it is a drill. */
export const labelWith = (
  { drill, number }: Pick<Incident, 'drill' | 'number'>,
  text: IncidentText,
): string => `${drill ? `【${text.drill}】` : ''}${labelOf(number)}`;

const plainHead = (state: Incident, text: IncidentText): string =>
  `${state.drill ? `【${text.drill}】` : ''}${labelOf(state.number)} ${state.severity} ${text.statuses[state.status]} ${escapeMrkdwn(state.title)}`;

/** The one card of the war room, edited in place. */
export function roomCard(state: Incident, items: readonly Item[], viewer: Viewer): Rendered {
  const text = incidentText(viewer.locale);
  const { done, all, failed } = summaryOf(items);
  const roles = viewer.settings.incident.roles.map(({ id, name }) => {
    const holder = state.roles[id];
    return `${name[viewer.locale]}: ${holder ? mention(holder.user) : `_${text.free}_`}`;
  });
  const lines = [
    impactLine(state, text),
    roles.join(' · '),
    failed.length > 0 || done < all ? text.checklist(done, all, failed.length) : null,
    state.nextUpdateAt === null ? text.noUpdate : text.nextUpdate(timeOf(state.nextUpdateAt, viewer)),
  ];
  const value = state.id;
  const free = viewer.settings.incident.roles.find(({ id }) => !state.roles[id]);
  return {
    text: plainHead(state, text),
    blocks: [
      section(headline(state, text)),
      ...(state.description ? [section(escapeMrkdwn(state.description))] : []),
      section(lines.filter((line) => line !== null).join('\n')),
      ...(failed.length > 0 ? [section(failedLines(failed, text).join('\n'))] : []),
      ...byHand(state, failed, text, viewer),
      actions(
        'incident',
        [
          { action: 'incident_update', label: text.buttons.update, value, primary: true },
          { action: 'incident_status', label: text.buttons.status, value },
          ...(free
            ? [
                {
                  action: 'incident_take',
                  label: `${free.name[viewer.locale]}: ${text.buttons.take}`,
                  value: `${value}:${free.id}`,
                },
              ]
            : [{ action: 'incident_plus', label: text.buttons.plus, value }]),
        ],
        {
          action: 'incident_menu',
          options: [
            { label: text.buttons.plus, value: `plus:${value}` },
            { label: text.buttons.impact, value: `impact:${value}` },
            { label: text.buttons.severity, value: `severity:${value}` },
            { label: text.buttons.roles, value: `roles:${value}` },
            { label: text.buttons.retry, value: `retry:${value}` },
          ],
        },
      ),
      context([severityWhy(state, text, viewer), pageLink(state, viewer)].filter((part) => part).join(' · ')),
    ],
  };
}

export const failedLine = ({ label, why, todo }: Item): string =>
  `⚠️ ${escapeMrkdwn(label)}: ${why ?? ''} → ${todo ?? ''}`;

/** A card holds this many; the page has all. */
const MOST_FAILED = 10;

const failedLines = (failed: readonly Item[], text: IncidentText): string[] => [
  ...failed.slice(0, MOST_FAILED).map(failedLine),
  ...(failed.length > MOST_FAILED ? [text.moreFailed(failed.length - MOST_FAILED)] : []),
];

/** What went as it should is one line where there is much of it; what did not is always told one by one. */
const MOST_INVITES = 12;

function receiptLines(items: readonly Item[], text: IncidentText): string[] {
  const marks = { done: '✅', waiting: '⏳' } as const;
  const { failed } = summaryOf(items);
  const invites = items.filter(({ user }) => user !== null);
  const folded = invites.length > MOST_INVITES;
  const well = items.filter(({ state, user }) => state !== 'failed' && !(folded && user !== null));
  const done = invites.filter(({ state }) => state === 'done').length;
  return [
    ...well.map(
      ({ state, label }) => `${state === 'done' ? marks.done : marks.waiting} ${escapeMrkdwn(label)}`,
    ),
    ...(folded
      ? [`${done === invites.length ? marks.done : marks.waiting} ${text.invites(done, invites.length)}`]
      : []),
    ...failedLines(failed, text),
  ];
}

function impactLine(state: Incident, text: IncidentText): string {
  const { inquiries, vehicles, users } = state.facts;
  return [
    text.impact.inquiries(inquiries),
    vehicles && text.impact.vehicles(amountText(vehicles)),
    users && text.impact.users(amountText(users)),
  ]
    .filter((part) => part)
    .join(' · ');
}

function severityWhy(state: Incident, text: IncidentText, { locale, settings }: Viewer): string {
  const rule = escapeMrkdwn(describeAssessment(state.assessment, settings.severity.duties, locale));
  const { override, assessment } = state;
  if (override)
    return text.overridden(
      escapeMrkdwn(override.by.name),
      escapeMrkdwn(override.reason),
      `${assessment.severity} · ${rule}`,
    );
  const ahead = assessment.ahead ? ` · ${describeAhead(assessment.ahead, locale)}` : '';
  return `${text.why(rule)}${ahead}`;
}

const pageLink = (state: Incident, { baseUrl }: Viewer): string | null =>
  baseUrl && state.number !== null
    ? link(`${baseUrl}${incidentAddress(state)}`, labelOf(state.number))
    : null;

const timeOf = (at: number, { now, zone, locale }: Viewer): string =>
  `${moment(at, now, zone, locale)} ${zoneName(at, zone)}`;

/** What the incidents channel shows; it follows the state. */
export function announcement(state: Incident, viewer: Viewer): Rendered {
  const text = incidentText(viewer.locale);
  const facts = [
    impactLine(state, text),
    state.room ? text.room(`<#${state.room.channel}>`) : null,
    state.roles.commander ? `${text.form.roles}: ${escapeMrkdwn(state.roles.commander.name)}` : null,
  ];
  return {
    text: plainHead(state, text),
    blocks: [
      section(headline(state, text)),
      section(facts.filter((part) => part !== null).join('\n')),
      context(
        [text.announced(timeOf(state.declaredAt, viewer)), pageLink(state, viewer)]
          .filter((part) => part)
          .join(' · '),
      ),
    ],
  };
}

/** The answer to who declared: what was set going, what came of it, and what to do about the rest. */
export function receipt(state: Incident, items: readonly Item[], viewer: Viewer): Rendered {
  const text = incidentText(viewer.locale);
  const { failed } = summaryOf(items);
  const list = receiptLines(items, text);
  const head = text.receipt(`${labelOf(state.number)} ${escapeMrkdwn(state.title)}`);
  return {
    text: head,
    blocks: [
      section(`*${head}*${state.room ? `\n${text.room(`<#${state.room.channel}>`)}` : ''}`),
      ...chunks(list, 15).map((lines) => section(lines.join('\n'))),
      ...byHand(state, failed, text, viewer),
      ...(failed.some(({ retry }) => retry)
        ? [
            actions('incident', [{ action: 'incident_retry', label: text.buttons.retry, value: state.id }]),
            context(text.receiptRetry),
          ]
        : []),
    ],
  };
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < all.length && parts.length < 8; i += size) parts.push(all.slice(i, i + size));
  return parts;
}

/** The five times at resolve: what is missing or contradicts itself is said instead of a number. */
export function numbersMessage(state: Incident, numbers: Numbers, viewer: Viewer): Rendered {
  const text = incidentText(viewer.locale);
  const head = text.numbersHead(labelWith(state, text));
  const marks = { recorded: '•', pending: '⏳', 'not-applicable': '－', invalid: '⚠️' } as const;
  const lines = numberLines(numbers, viewer.locale).map(
    ({ name, kind, text: value }) => `${marks[kind]} ${name}: ${kind === 'recorded' ? `*${value}*` : value}`,
  );
  return {
    text: head,
    blocks: [
      section([`*${head}*`, ...lines].join('\n')),
      actions('incident', [{ action: 'incident_times', label: text.buttons.times, value: state.id }]),
      ...(state.drill ? [context(text.drillNumbers)] : []),
    ],
  };
}

export function updateMessage(state: Incident, id: string, viewer: Viewer): Rendered {
  const text = incidentText(viewer.locale);
  const update = state.updates.find((one) => one.id === id);
  if (!update) return { text: labelOf(state.number), blocks: [] };
  const head = text.updateHead(`${labelOf(state.number)} ${escapeMrkdwn(state.title)}`);
  const body = [
    `*${text.known}*\n${escapeMrkdwn(update.known)}`,
    update.doing ? `*${text.doing}*\n${escapeMrkdwn(update.doing)}` : null,
    update.nextAt === null ? null : text.updateNext(timeOf(update.nextAt, viewer)),
  ];
  const by = `${escapeMrkdwn(update.by.name)} · ${clockTime(update.at, viewer.zone)} ${zoneName(update.at, viewer.zone)}`;
  return {
    text: head,
    blocks: [
      section(`*${head}*\n${state.severity} · ${text.statuses[state.status]}`),
      ...body.filter((part) => part !== null).map(section),
      context(by),
    ],
  };
}
