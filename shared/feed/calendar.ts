import { ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Locale } from '../language/index.ts';
import type { FeedEvent } from './model.ts';

/** How often a calendar is asked to look again; most take longer all the same. */
const LOOK_AGAIN_S = 15 * 60;
/** SEQUENCE counts seconds from here: it fits 31 bits for decades, and only ever rises. */
const SEQUENCE_ZERO = Date.UTC(2026, 0, 1);

export interface CalendarHead {
  readonly name: string;
  readonly locale: Locale;
  /** For calendars that show the zone of a feed; all times in it are UTC. */
  readonly zone: string;
}

/**
 * The feed as RFC 5545 has it. Pure: the same events give the same bytes. Instants are in UTC, right in every zone;
 * DTSTAMP, LAST-MODIFIED and SEQUENCE say when the rota last changed. Nobody is busy because of a duty.
 */
export function calendarText({ name, locale, zone }: CalendarHead, events: readonly FeedEvent[]): string {
  const calendar = new ICalCalendar({
    name: plain(name),
    prodId: { company: 'Toban', product: 'Rota', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: LOOK_AGAIN_S,
    x: [{ key: 'X-WR-TIMEZONE', value: zone }],
  });
  for (const event of events) {
    const changed = new Date(event.changedAt);
    calendar.createEvent({
      id: event.uid,
      start: new Date(event.start),
      end: new Date(event.end),
      summary: plain(event.title),
      description: event.description.split('\n').map(plain).join('\n'),
      ...(event.url === null ? {} : { url: event.url }),
      categories: [{ name: plain(event.rota) }],
      stamp: changed,
      lastModified: changed,
      sequence: Math.max(0, Math.floor((event.changedAt - SEQUENCE_ZERO) / 1_000)),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** A name from a cell is one line of text: no control character of it may begin a line of the file. */
const plain = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
