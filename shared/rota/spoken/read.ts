import { DAY } from '../civil.ts';
import { fold } from '../fold.ts';
import { zoneOf } from '../zone.ts';
import { readClock, readDuration, type SpokenClock } from './clock.ts';
import { type SpokenDay, takeDay } from './day.ts';

export type TimeRefusal =
  | 'empty'
  | 'not-understood'
  | 'two-days' // 03/04/2026 is two days
  | 'no-such-day'
  | 'no-end'
  | 'backwards'
  | 'too-long';

/** `part` is what could not be used. User text, not escaped. */
export interface Refused {
  readonly ok: false;
  readonly why: TimeRefusal;
  readonly part: string;
}

/** Epoch ms. `rough`: no hour was said (今夜, tomorrow), so it must be shown before it counts. */
export type SpokenMoment = { readonly ok: true; readonly at: number; readonly rough: boolean } | Refused;
export type SpokenSpan =
  | { readonly ok: true; readonly start: number; readonly end: number; readonly rough: boolean }
  | Refused;

export interface Around {
  /** Epoch ms; what is relative is relative to it. */
  readonly now: number;
  readonly zone: string;
}

const LONGEST = 31 * DAY;
/** In characters: nobody says a time so, and it would be tried at each place where it might be cut. */
const LONGEST_PHRASE = 200;
/** A night in which nobody said an hour: from the evening into the morning. */
const NIGHT = { start: 18 * 60, end: 30 * 60 };

/** Local minutes and what was said of them, before the day is settled. */
interface Point {
  readonly day: SpokenDay;
  readonly clock: SpokenClock | null;
  /** 今, 2時間後: an instant of its own. */
  readonly local: number | null;
}

const refuse = (why: TimeRefusal, part: string): Refused => ({ ok: false, why, part: part.slice(0, 80) });

/** One instant: `明日18時`, `12/31 23:00`, `next monday 9:00`, `2時間後`, `今夜`. A day before today may be meant. */
export function readMoment(text: string, { now, zone }: Around): SpokenMoment {
  const phrase = tidy(text);
  if (phrase === '') return refuse('empty', '');
  if (phrase.length > LONGEST_PHRASE) return refuse('not-understood', phrase);
  const local = zoneOf(zone).toLocal(now);
  const point = readPoint(phrase, local, false);
  if ('ok' in point) return point;
  if (point.clock?.bare || point.day.following) return refuse('not-understood', phrase);
  const at = settled(point, local, point.day.night ? 21 * 60 : null);
  return { ok: true, at: zoneOf(zone).toEpoch(at), rough: point.local === null && point.clock === null };
}

/** A stretch of time, not over yet: `明日18時から22時`, `18:00-22:00`, `tomorrow 6pm to 10pm`, `今から2時間`, `今夜`. */
export function readSpan(text: string, { now, zone }: Around): SpokenSpan {
  const phrase = tidy(text);
  if (phrase === '') return refuse('empty', '');
  if (phrase.length > LONGEST_PHRASE) return refuse('not-understood', phrase);
  const local = zoneOf(zone).toLocal(now);
  const read = splitSpan(phrase, local) ?? wholeOf(phrase, local);
  if ('ok' in read) return read;
  const [start, end] = [zoneOf(zone).toEpoch(read.start), zoneOf(zone).toEpoch(read.end)];
  if (end <= start) return refuse('backwards', phrase);
  return read.end - read.start > LONGEST
    ? refuse('too-long', phrase)
    : { ok: true, start, end, rough: read.rough };
}

interface LocalSpan {
  readonly start: number;
  readonly end: number;
  readonly rough: boolean;
}

const tidy = (text: string): string =>
  fold(text)
    .replaceAll('\n', ' ')
    .replace(/^from |(?:まで|の間|に)$/g, '')
    .trim();

const BETWEEN = / ?(?:から|[~〜→]|–|—|-) ?| (?:to|until|till|for) /g;

/** The first place to cut at which both sides say a time. */
function splitSpan(phrase: string, local: number): LocalSpan | Refused | null {
  let refused: Refused | null = null;
  for (const between of phrase.matchAll(BETWEEN)) {
    const [left, right] = [
      phrase.slice(0, between.index),
      phrase.slice(between.index + between[0].length),
    ].map((side) => side.trim());
    if (!left || !right) continue;
    const from = readPoint(left, local, true);
    if ('ok' in from) {
      if (from.why !== 'not-understood') refused ??= from;
      continue;
    }
    const minutes = readDuration(right);
    if (minutes !== null && !from.clock?.bare) {
      const start = settled(from, local, null);
      return { start, end: start + minutes, rough: false };
    }
    const to = readPoint(right, local, true);
    if ('ok' in to) refused ??= to;
    else return joinEnds(from, to, local) ?? refuse('not-understood', phrase);
  }
  return refused;
}

/** `6-10pm` and `18-22時`: what only one end says holds for both. Null when neither says that hours are meant. */
function joinEnds(from: Point, to: Point, local: number): LocalSpan | Refused | null {
  if (from.clock?.bare && to.clock?.bare) return null;
  const shared = from.clock?.bare && to.clock?.half ? withHalf(from.clock, to.clock) : from.clock;
  const first = { ...from, clock: shared };
  const ends = (base: number): number => {
    if (to.local !== null) return to.local;
    const startDay = Math.floor(base / DAY);
    if (to.clock === null) return to.day.day === null ? base : (to.day.day + 1) * DAY;
    const minutes =
      from.day.night && !to.clock.half && to.day.day === null ? night(to.clock.minutes) : to.clock.minutes;
    if (to.day.following) return (startDay + 1) * DAY + to.clock.minutes;
    if (to.day.day !== null) return to.day.day * DAY + to.clock.minutes;
    const end = startDay * DAY + minutes;
    return end > base ? end : end + DAY;
  };
  let start = settled(first, local, null);
  // Without a day, hours that are over today are tomorrow's.
  const floating = first.local === null && (first.day.day === null || first.day.weekly);
  if (floating) {
    const days = first.day.weekly ? 7 : 1;
    start = (first.day.day ?? Math.floor(local / DAY)) * DAY + (first.clock?.minutes ?? 0);
    if (ends(start) <= local) start += days * DAY;
  }
  const end = ends(start);
  return end <= start
    ? refuse('backwards', '')
    : { start, end, rough: first.clock === null && first.local === null };
}

const night = (minutes: number): number => (minutes < 5 * 60 ? minutes + DAY : minutes);

function withHalf(start: SpokenClock, end: SpokenClock): SpokenClock {
  const pm = start.minutes < 720 ? start.minutes + 720 : start.minutes;
  const minutes =
    end.half === 'pm' && pm < end.minutes
      ? pm
      : end.half === 'am' && start.minutes >= end.minutes
        ? pm
        : start.minutes;
  return { minutes, half: end.half, bare: false };
}

/** A day without hours, or a duration from now. */
function wholeOf(phrase: string, local: number): LocalSpan | Refused {
  const minutes = readDuration(phrase.replace(/^今(?:から)?/, ''));
  if (minutes !== null) return { start: local, end: local + minutes, rough: false };
  const point = readPoint(phrase, local, true);
  if ('ok' in point) return point;
  if (point.clock !== null || point.local !== null || point.day.day === null) return refuse('no-end', phrase);
  const base = point.day.day * DAY;
  const span = point.day.night ? NIGHT : { start: 0, end: DAY };
  const start =
    point.day.day === Math.floor(local / DAY) ? Math.max(base + span.start, local) : base + span.start;
  return { start, end: base + span.end, rough: true };
}

function readPoint(phrase: string, local: number, ahead: boolean): Point | Refused {
  const spoken = { day: null, night: false, following: false, weekly: false, rest: '' };
  if (/^(?:今|いま|現在|now)$/.test(phrase)) return { day: spoken, clock: null, local };
  const later = /^(?:in )?(.+?) ?(?:後|later|from now)$|^in (.+)$/.exec(phrase);
  const away = later ? readDuration((later[1] ?? later[2] ?? '').trim()) : null;
  if (away !== null) return { day: spoken, clock: null, local: local + away };
  const day = takeDay(phrase, Math.floor(local / DAY), ahead);
  if (typeof day === 'string') return refuse(day, phrase);
  const rest = day.rest.replace(/^(?:の|at |@)|(?:の|,|に)$/g, '').trim();
  if (rest === '')
    return day.day === null ? refuse('not-understood', phrase) : { day, clock: null, local: null };
  const clock = readClock(/^at /.test(day.rest) ? `at ${rest}` : rest, day.night);
  return clock === null ? refuse('not-understood', phrase) : { day, clock, local: null };
}

/** Local minutes of a point; without a day the next time the clock shows it, without an hour the day's begin. */
function settled({ day, clock, local: own }: Point, local: number, hour: number | null): number {
  if (own !== null) return own;
  const today = Math.floor(local / DAY);
  const at = (day.day ?? today) * DAY + (clock?.minutes ?? hour ?? 0);
  if (day.day === null && at < local) return at + DAY;
  return day.weekly && at < local ? at + 7 * DAY : at;
}
