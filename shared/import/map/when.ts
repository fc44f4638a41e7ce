import { atLocal, readDateText } from '../../rota/index.ts';

/** A time of the source. `hour`: false where only a day is said. Epoch ms; `end` where it is a range. */
export interface When {
  readonly start: number;
  readonly end: number | null;
  readonly hour: boolean;
}

export type WhenRefusal = 'no-time' | 'two-days' | 'no-year';

export interface WhenSettings {
  /** Of times that name none. */
  readonly zone: string;
  readonly dayOrder: 'month-first' | 'day-first' | null;
}

const EXACT = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(z|[+-]\d{2}:?\d{2})$/i;
const ZONE =
  /[([]?\s*(?:(jst|日本時間|日本標準時)|(?:utc|gmt)(?:\s*([+-]\d{1,2})(?::?(\d{2}))?)?|(\+\d{2}):?(\d{2})(?=[)\]\s]|$))\s*[)\]]?/gi;
const SECONDS = /(\d{1,2}:\d{2}):(\d{2})(?:[.,]\d+)?/g;

/**
 * A time as people and programs write it: `2024年3月5日 14:03`, `2024/03/05 14:03 (JST)`, `March 5, 2024 2:03 PM`, ISO 8601,
 * epoch seconds, and ranges with `→`. Null for a blank. Pure.
 */
export function readWhen(said: string, settings: WhenSettings): When | WhenRefusal | null {
  const text = said.normalize('NFKC').replace(/\s+/g, ' ').replace(/^@/, '').trim();
  if (text === '') return null;
  if (text.length > 120) return 'no-time';
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return exact(Math.round(Number(text) * 1_000));
  if (/^\d{13}$/.test(text)) return exact(Number(text));
  // Excel’s own number of a moment: days since 1899-12-30 on the wall.
  if (/^[2-6]\d{4}\.\d+$/.test(text))
    return exact(atLocal(Math.round((Number(text) - 25_569) * 1_440), settings.zone));
  const iso = EXACT.exec(text);
  if (iso) {
    const at = Date.parse(
      `${iso[1]}T${iso[2]}${(iso[3] ?? '').toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`,
    );
    return Number.isNaN(at) ? 'no-time' : exact(at);
  }
  return readWritten(text, settings);
}

const exact = (start: number): When => ({ start, end: null, hour: true });

function readWritten(text: string, { zone, dayOrder }: WhenSettings): When | WhenRefusal {
  const [named] = text.matchAll(ZONE);
  const offset = named ? offsetOf(named) : null;
  const bare = text
    .replace(ZONE, ' ')
    .replace(
      /(?:午前|午後) ?(\d{1,2}(?:(?::\d{2}){1,2}|時(?:\d{1,2}分)?)?)/g,
      (whole, clock: string) => `${clock} ${whole.startsWith('午前') ? 'am' : 'pm'}`,
    )
    // `2時5分 pm` is no clock of any country.
    .replace(
      /(\d{1,2})時(?:(\d{1,2})分)? (am|pm)/g,
      (_, hour: string, minute = '0', half: string) => `${hour}:${minute.padStart(2, '0')} ${half}`,
    )
    .replace(/(?<=[\d時分])(?: ?(?:頃|ごろ|くらい))/g, '')
    .replace(/ +/g, ' ')
    .trim();
  const seconds = [...bare.matchAll(SECONDS)].map(([, , second]) => Number(second));
  const read = readDateText(bare.replace(SECONDS, '$1'));
  if (!read) return 'no-time';
  const instant = ({ options, minutes }: typeof read.from, second: number): number | WhenRefusal => {
    const option =
      options.length === 1 ? options[0] : dayOrder && options[dayOrder === 'month-first' ? 0 : 1];
    if (!option) return 'two-days';
    if (option.day === null) return 'no-year';
    const local = option.day * 1_440 + (minutes ?? 0);
    return (offset === null ? atLocal(local, zone) : (local - offset) * 60_000) + second * 1_000;
  };
  const start = instant(read.from, seconds[0] ?? 0);
  if (typeof start === 'string') return start;
  const hour = read.from.minutes !== null;
  // The second half of a range says nothing where only one of them has an hour.
  const end = read.to && (read.to.minutes !== null) === hour ? instant(read.to, seconds[1] ?? 0) : null;
  if (typeof end === 'string') return end;
  return { start, end, hour };
}

/** Minutes ahead of UTC. */
function offsetOf([, japan, ...parts]: RegExpMatchArray): number {
  if (japan) return 9 * 60;
  const [hours = '0', minutes = '0'] = parts.filter((part) => part !== undefined);
  return Number(hours) * 60 + (hours.startsWith('-') ? -1 : 1) * Number(minutes);
}
