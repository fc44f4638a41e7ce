import { feedText } from '../feed/index.ts';
import { clockTime, durationText, type Locale, moment, zoneName } from '../language/index.ts';
import { cellUrl } from '../rota/index.ts';
import {
  actions,
  type ButtonSpec,
  clip,
  context,
  escapeMrkdwn,
  header,
  home,
  link,
  plainText,
  section,
} from '../slack/index.ts';
import type { DutyNow, HomeFacts, OwnCall, RotaNow, Shift } from './model.ts';
import { type AppHomeText, appHomeText } from './text.ts';

export interface HomeReader {
  readonly user: string;
  readonly locale: Locale;
  readonly zone: string;
  /** The address of the pages, without a trailing slash; null where there are none. */
  readonly baseUrl: string | null;
}

interface Scene extends HomeReader {
  readonly now: number;
  readonly text: AppHomeText;
  readonly at: (time: number) => string;
}

/** The Home tab of one person. Pure. Well below Slack's 100 blocks. */
export function renderHome(facts: HomeFacts, reader: HomeReader) {
  const { now } = facts;
  const { zone, locale } = reader;
  const text = appHomeText(locale);
  const scene: Scene = { ...reader, now, text, at: (time) => moment(time, now, zone, locale) };
  return home([
    buttons(scene),
    header(text.duty),
    ...facts.rotas.flatMap((rota) => rotaBlocks(rota, scene)),
    header(text.shifts),
    section(facts.shifts.map((shift) => shiftLine(shift, scene)).join('\n') || text.noShifts),
    header(text.calls),
    ...(facts.calls.length === 0
      ? [section(text.noCalls)]
      : facts.calls.map((call) => section(callLines(call, scene)))),
    header(text.items),
    section(itemLines(facts.items, scene)),
    context(text.shownAt(`${clockTime(now, zone, true)} ${zoneName(now, zone)}`)),
  ]);
}

const MOST_ITEMS = 10;

function itemLines(items: readonly string[], { text, baseUrl }: Scene): string {
  const shown = items.slice(0, MOST_ITEMS).map((line) => `• ${line}`);
  const all = baseUrl && items.length > 0 ? [link(`${baseUrl}/actions?owner=me`, text.allItems)] : [];
  return [...(shown.length > 0 ? shown : [text.noItems]), ...all].join('\n');
}

function buttons({ text, baseUrl }: Scene) {
  const pages: ButtonSpec[] = baseUrl
    ? [
        { action: 'home_pages', label: text.buttons.pages, value: 'pages', url: `${baseUrl}/` },
        { action: 'home_calls', label: text.buttons.allCalls, value: 'calls', url: `${baseUrl}/calls` },
      ]
    : [];
  const call = { action: 'help_open', label: text.buttons.call, value: 'call', primary: true };
  return actions('home', [call, ...pages]);
}

function rotaBlocks(rota: RotaNow, scene: Scene) {
  const { text, at, now, locale, zone } = scene;
  const name = `*${escapeMrkdwn(rota.name)}*`;
  if (rota.readAt === null) return [section(`${name}\n${text.unread}`)];
  const read = rota.stale
    ? text.stale(at(rota.readAt), durationText(now - rota.readAt, locale))
    : text.readAt(clockTime(rota.readAt, zone, true));
  return [
    section([name, ...rota.columns.map((column) => dutyLines(rota, column, scene))].join('\n')),
    context(read),
  ];
}

function dutyLines(rota: RotaNow, { column, duty, names, next }: DutyNow, scene: Scene): string {
  const { text, at, locale, zone, user } = scene;
  const who =
    duty.kind === 'people'
      ? `*${persons(names, text)}*${duty.people.includes(user) ? text.you : ''}`
      : text.nobody[duty.kind];
  const facts = [
    duty.shift && text.until(`${at(duty.shift.end)} ${zoneName(duty.shift.end, zone)}`),
    duty.insteadOf && escapeMrkdwn(text.insteadOf(duty.insteadOf)),
    duty.cell && cellOf(rota.spreadsheet, duty),
  ].filter((fact) => fact);
  const then =
    next && next.names.length > 0 ? [`　${text.next(at(next.span.start), persons(next.names, text))}`] : [];
  const role = escapeMrkdwn(feedText(locale).role(column));
  return [[`${role}: ${who}`, ...facts].join(' · '), ...then].join('\n');
}

const persons = (names: readonly string[], text: AppHomeText): string =>
  names.map((name) => escapeMrkdwn(text.san(name))).join(' · ');

function cellOf(spreadsheet: string, from: Parameters<typeof cellUrl>[1] & { readonly cell: string | null }) {
  const url = cellUrl(spreadsheet, from);
  const cell = from.cell ?? '';
  return url ? link(url, cell) : escapeMrkdwn(cell);
}

function shiftLine(
  { rota, column, span, spreadsheet }: Shift,
  { text, at, now, locale, zone }: Scene,
): string {
  const facts = [
    `${at(span.start)}–${at(span.end)} ${zoneName(span.start, zone)}`,
    `${escapeMrkdwn(rota)} ${escapeMrkdwn(feedText(locale).role(column))}`,
    span.start <= now ? `*${text.now}*` : null,
    span.cell && cellOf(spreadsheet, span),
  ];
  return `• ${facts.filter((fact) => fact).join(' · ')}`;
}

function callLines({ id, call, permalink }: OwnCall, { text, at, user, baseUrl }: Scene): string {
  const words = escapeMrkdwn(clip(plainText(call.words).replace(/\s+/g, ' '), 120).text);
  const current = call.called.at(-1);
  const state = call.holder
    ? text.held(escapeMrkdwn(text.san(call.holder.name)))
    : call.exhausted || !current
      ? text.nobodyLeft
      : `${text.calling} · ${escapeMrkdwn(text.san(current.name))}`;
  const links = [
    permalink && link(permalink, text.thread),
    baseUrl && link(`${baseUrl}/calls/${id}`, text.story),
  ].filter((one) => one);
  const what = call.asker === user ? text.asked(words) : text.called(words);
  return [[state, at(call.receivedAt)].join(' · '), what, links.join(' · ')]
    .filter((line) => line)
    .join('\n');
}
