import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import type { PostmortemVerbs } from './context.ts';
import { type FoundPostmortem, postmortemAddress } from './find.ts';
import { labelsOf } from './slack/cards.ts';
import { slackText } from './slack/text.ts';

/**
 * The meeting as a calendar takes it (RFC 5545); null where none is set. The same postmortem is the same event, moved or
 * not; times are UTC, right in every zone. Pure.
 */
export function meetingInvitation(
  found: FoundPostmortem,
  { locale, zone, baseUrl }: Pick<PostmortemVerbs, 'locale' | 'zone' | 'baseUrl'>,
): string | null {
  const { state } = found;
  const { meeting } = state;
  if (!meeting || state.state === 'draft') return null;
  const url = baseUrl && `${baseUrl}${postmortemAddress(state)}`;
  const text = slackText(locale);
  const calendar = new ICalCalendar({
    prodId: { company: 'Toban', product: 'Postmortem', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    x: [{ key: 'X-WR-TIMEZONE', value: zone }],
  });
  const stamp = new Date(state.stateAt);
  calendar.createEvent({
    id: `${state.id}@toban`,
    start: new Date(meeting.at),
    end: new Date(meeting.at + meeting.minutes * 60_000),
    summary: plain(`${text.invitation}: ${labelsOf(found)} ${state.title}`),
    description: [url, meeting.link].filter((one) => one !== null).join('\n'),
    ...(meeting.link === null ? {} : { location: plain(meeting.link) }),
    ...(url === null ? {} : { url }),
    stamp,
    sequence: state.version,
  });
  return calendar.toString();
}

/** A user's words are one line: no control character of them may begin a line of the file. */
const plain = (words: string): string => words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
