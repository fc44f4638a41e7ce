import type { Locale } from '../language/index.ts';
import { recordId } from '../platform/ids.ts';
import { cellUrl, type Span } from '../rota/index.ts';
import type { FeedEvent, FeedOf, FeedRota } from './model.ts';
import { feedText } from './text.ts';

const DAY_MS = 86_400_000;
/** What has been stays in the calendar for a month. */
const BEHIND_MS = 31 * DAY_MS;
/** More than three years of daily turns; a rota of hourly ones reaches less far. */
const MOST_EVENTS = 1_500;

/**
 * The shifts of a feed from a month ago on, in order: of a rota all of them, of a person those in which they are named.
 * Pure. Covers stand as they were agreed, since they are laid over the rota before.
 */
export function eventsOf(of: FeedOf, rotas: readonly FeedRota[], locale: Locale, now: number): FeedEvent[] {
  const mine = ({ people }: Span) => of.kind === 'rota' || people.includes(of.user);
  const events = rotas.flatMap((one) =>
    Object.entries(one.rota.columns).flatMap(([column, spans]) =>
      spans
        .filter((span) => span.kind === 'people' && span.end > now - BEHIND_MS && mine(span))
        .map((span) => eventOf(of, one, column, span, locale)),
    ),
  );
  return events.sort((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1)).slice(0, MOST_EVENTS);
}

function eventOf(
  of: FeedOf,
  { id, name, rota, changedAt }: FeedRota,
  column: string,
  span: Span,
  locale: Locale,
): FeedEvent {
  const text = feedText(locale);
  const [first = '', ...others] = span.people.map((user) => rota.people[user] ?? user);
  const role = text.role(column);
  const url = cellUrl(rota.spreadsheet, span);
  const lines = [
    of.kind === 'rota' ? null : text.on(name),
    others.length > 0 ? text.order([first, ...others]) : null,
    span.insteadOf === null ? null : text.insteadOf(span.insteadOf),
    span.cell === null ? null : text.cell(span.cell),
  ];
  return {
    uid: `${recordId('shift', of.kind, of.kind === 'person' ? of.user : '', id, column, String(span.start))}@toban`,
    start: span.start,
    end: span.end,
    title: of.kind === 'rota' ? text.shiftOf(role, [first, ...others]) : text.ownShift(role, name),
    description: lines.filter((line) => line !== null).join('\n'),
    url,
    rota: name,
    changedAt,
  };
}
