import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { calendarText, eventsOf, type FeedOf, type FeedRota } from '../../../shared/feed/index.ts';
import { type Override, type Span, withOverrides } from '../../../shared/rota/index.ts';

const NOW = Date.parse('2026-11-24T12:00:00+09:00');
const CHANGED = Date.parse('2026-11-20T09:30:15+09:00');
const at = (local: string) => Date.parse(`${local}:00+09:00`);
const HEAD = { name: '当番 · 車両', locale: 'ja', zone: 'Asia/Tokyo' } as const;
const ROTA: FeedOf = { kind: 'rota', rota: 'mobility' };
const ONO: FeedOf = { kind: 'person', user: 'U0ONO' };

function span(start: string, end: string, people: readonly string[], more: Partial<Span> = {}): Span {
  return {
    start: at(start),
    end: at(end),
    kind: people.length > 0 ? 'people' : 'gap',
    people,
    text: '小野',
    cell: '当番表!C9',
    tab: 0,
    insteadOf: null,
    ...more,
  };
}

const WEEK = [
  span('2026-11-24T10:00', '2026-11-25T10:00', ['U0ONO']),
  span('2026-11-25T10:00', '2026-11-26T10:00', ['U0ARAI', 'U0ONO']),
  span('2026-11-26T10:00', '2026-11-27T10:00', []),
  span('2026-11-27T10:00', '2026-11-28T10:00', ['U0ARAI'], { insteadOf: '小野', cell: null, tab: null }),
];

function rotaOf(spans: readonly Span[], changedAt = CHANGED, names: Record<string, string> = {}): FeedRota {
  const people = { U0ONO: '小野 健', U0ARAI: '新井 さくら', ...names };
  const rota = {
    id: 'mobility',
    zone: 'Asia/Tokyo',
    spreadsheet: 'sheet1',
    columns: { primary: spans, secondary: [span('2026-11-24T10:00', '2026-11-25T10:00', ['U0ARAI'])] },
    people,
    holidays: [],
    problems: [],
    understood: null,
  };
  return { id: 'mobility', name: '車両オンコール', rota, changedAt };
}

const textOf = (of: FeedOf, rota: FeedRota, locale: 'ja' | 'en' = 'ja') =>
  calendarText({ ...HEAD, locale }, eventsOf(of, [rota], locale, NOW));

/** As another program reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      title: event.summary,
      description: event.description,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      zone: event.startDate.zone?.tzid,
      sequence: event.sequence,
      stamp: String(one.getFirstPropertyValue('dtstamp')),
      busy: one.getFirstPropertyValue('transp'),
      url: one.getFirstPropertyValue('url'),
    };
  });
  return { calendar, events };
}

it('another program reads each shift with role, name, cell and the right instants', () => {
  const { calendar, events } = read(textOf(ROTA, rotaOf(WEEK)));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('当番 · 車両');
  expect(events.map(({ title }) => title).sort()).toEqual([
    '副当番: 新井 さくらさん',
    '当番: 小野 健さん',
    '当番: 新井 さくらさん',
    '当番: 新井 さくらさん、小野 健さん',
  ]);
  const own = events.find(({ title }) => title === '当番: 小野 健さん');
  expect(own).toMatchObject({
    start: '2026-11-24T01:00:00.000Z',
    end: '2026-11-25T01:00:00.000Z',
    zone: 'UTC',
    stamp: '2026-11-20T00:30:15Z',
    busy: 'TRANSPARENT',
    description: '表のセル: 当番表!C9',
    url: 'https://docs.google.com/spreadsheets/d/sheet1/edit#gid=0&range=C9',
  });
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
});

it('the lines are folded and ended as RFC 5545 wants it', () => {
  const long = '長'.repeat(120);
  const text = textOf(ROTA, rotaOf(WEEK, CHANGED, { U0ONO: long }));
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(read(text).events.some(({ title }) => title === `当番: ${long}さん`)).toBe(true);
});

it('a person’s feed holds their own shifts only, also those in which they come second', () => {
  const { events } = read(textOf(ONO, rotaOf(WEEK), 'en'));
  expect(events.map(({ title }) => title)).toEqual(['On duty · 車両オンコール', 'On duty · 車両オンコール']);
  expect(events[1]?.description).toContain('Called in this order: 新井 さくら → 小野 健');
});

it('another name in the cell changes the entry in place: the same uid, a higher sequence', () => {
  const before = read(textOf(ROTA, rotaOf(WEEK))).events;
  const edited = [span('2026-11-24T10:00', '2026-11-25T10:00', ['U0ARAI']), ...WEEK.slice(1)];
  const after = read(textOf(ROTA, rotaOf(edited, CHANGED + 60_000))).events;
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(after.map(({ sequence }) => sequence)).toEqual(before.map(({ sequence }) => sequence + 60));
  expect(after.map(({ title }) => title)).not.toEqual(before.map(({ title }) => title));
});

it('the same rota gives the same bytes', () => {
  expect(textOf(ROTA, rotaOf(WEEK))).toBe(textOf(ROTA, rotaOf(WEEK)));
});

it('a cover is cut out of the shift it takes from, which keeps its entry', () => {
  const cover: Override = {
    version: 2,
    rota: 'mobility',
    column: 'primary',
    start: at('2026-11-24T18:00'),
    end: at('2026-11-24T22:00'),
    taker: { id: 'U0KATO', name: '加藤 誠' },
    givers: [{ id: 'U0ONO', name: '小野 健' }],
    inReturn: null,
    asker: { id: 'U0ONO', name: '小野 健' },
    consent: 'nobody',
    accepted: [],
    status: 'active',
    proposedAt: CHANGED,
    activeSince: CHANGED,
    revokedAt: null,
    until: at('2026-11-24T22:00'),
    stands: true,
  };
  const plain = rotaOf(WEEK.slice(0, 1));
  const covered = { ...plain, rota: withOverrides(plain.rota, [cover]) };
  const before = read(textOf(ROTA, plain)).events;
  const after = read(textOf(ROTA, covered)).events.filter(({ title }) => title.startsWith('当番'));
  expect(after.map(({ title, start }) => [start.slice(11, 16), title])).toEqual([
    ['01:00', '当番: 小野 健さん'],
    ['09:00', '当番: 加藤 誠さん'],
    ['13:00', '当番: 小野 健さん'],
  ]);
  expect(after[1]?.description).toContain('代理（本来は 小野さん）');
  expect(before.map(({ uid }) => uid)).toContain(after[0]?.uid);
});

it('a name cannot end its line and begin another: it is one entry, whatever it holds', () => {
  const evil = '健\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x; ,\\ \u0000\u2028';
  const { events } = read(textOf(ROTA, rotaOf(WEEK, CHANGED, { U0ONO: evil })));
  expect(events).toHaveLength(4);
  expect(events.some(({ title }) => title.includes('健 END:VEVENT BEGIN:VEVENT SUMMARY:x; ,\\'))).toBe(true);
});

it('what is over for more than a month is left out, and an hourly rota has a bound', () => {
  const old = span('2026-10-20T10:00', '2026-10-21T10:00', ['U0ONO']);
  expect(eventsOf(ONO, [rotaOf([old])], 'ja', NOW)).toEqual([]);
  const hours = Array.from({ length: 5_000 }, (_none, i) => ({
    ...span('2026-11-24T10:00', '2026-11-24T11:00', ['U0ONO']),
    start: NOW + i * 3_600_000,
    end: NOW + (i + 1) * 3_600_000,
  }));
  expect(eventsOf(ONO, [rotaOf(hours)], 'ja', NOW)).toHaveLength(1_500);
});
