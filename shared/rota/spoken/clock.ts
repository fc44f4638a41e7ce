import { DAY } from '../civil.ts';

/** A time of day. `bare`: a number alone, which only the other end of a span can make an hour. */
export interface SpokenClock {
  readonly minutes: number;
  readonly half: 'am' | 'pm' | null;
  readonly bare: boolean;
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ['正午', 720],
  ['noon', 720],
  ['midday', 720],
  ['真夜中', DAY],
  ['midnight', DAY],
]);
const CLOCK =
  /^(?:at |@ ?)?(午前|午後|朝|昼|夕方|夜|深夜|am|pm)?の? ?(\d{1,2})(?::(\d{2})|(時)(?:(半)|(\d{1,2})分?)?)? ?(am|pm|a\.m\.|p\.m\.)?(?:頃|ごろ)?$/;

/** Reads a time; `night` puts hours without am or pm into the night. Null when it is none. */
export function readClock(text: string, night: boolean): SpokenClock | null {
  const word = text.replace(/^の|、|,/g, '').trim();
  const named = WORDS.get(word);
  if (named !== undefined) return { minutes: named, half: null, bare: false };
  const found = CLOCK.exec(word);
  if (!found) return null;
  const [, before, digits, minute, kanji, half, kanjiMinute, after] = found;
  const minutes = Number(minute ?? kanjiMinute ?? (half ? 30 : 0));
  let hours = Number(digits);
  const side = sideOf(after ?? before ?? '');
  if (minutes > 59 || hours > 30 || (side !== null && hours > 12 && after)) return null;
  if (side === 'pm' && hours < 12) hours += 12;
  if (side === 'am' && hours === 12) hours = 0;
  const marked =
    minute !== undefined ||
    kanji !== undefined ||
    after !== undefined ||
    before !== undefined ||
    word.startsWith('at ');
  if (night && side === null) {
    if (hours < 5) hours += 24;
    else if (hours < 12) hours += 12;
  }
  // 深夜1時 is an hour of the night that began the day before.
  if (before === '深夜' && hours < 5) hours += 24;
  return { minutes: hours * 60 + minutes, half: side, bare: !marked };
}

function sideOf(word: string): 'am' | 'pm' | null {
  if (/^(?:午後|夕方|夜|pm|p\.m\.)$/.test(word)) return 'pm';
  return /^(?:午前|朝|am|a\.m\.)$/.test(word) ? 'am' : null;
}

/** `2時間`, `90 min`, `1.5h`, `2日間` → minutes; null for anything else. */
export function readDuration(text: string): number | null {
  const found =
    /^(?:for )?(?:the next )?(\d{1,3}(?:\.\d)?) ?(時間半|時間|hours?|hrs?|h|分間?|minutes?|mins?|m|日間?|days?|d)$/.exec(
      text,
    );
  if (!found) return null;
  const [, count = '', unit = ''] = found;
  const each = /^(?:分|m)/.test(unit) ? 1 : /^(?:日|d)/.test(unit) ? DAY : 60;
  return Math.round(Number(count) * each) + (unit === '時間半' ? 30 : 0);
}
