/** What a number in a cell stands for; `duration` counts beyond 24:00 (`[h]:mm`). */
export type NumberMeaning = 'number' | 'date' | 'datetime' | 'time' | 'duration';

interface NumberFormat {
  readonly type?: string | null;
  readonly pattern?: string | null;
}

/** The type Sheets names, refined by the pattern; the pattern alone where the type is missing. */
export function meaningOf(
  effective: NumberFormat | null | undefined,
  entered: NumberFormat | null | undefined,
): NumberMeaning {
  const format = isNamed(effective) ? effective : isNamed(entered) ? entered : (effective ?? entered);
  const byPattern = meaningOfPattern(format?.pattern ?? effective?.pattern ?? entered?.pattern ?? '');
  switch (format?.type) {
    case 'DATE':
      return byPattern === 'datetime' ? 'datetime' : 'date';
    case 'DATE_TIME':
      return 'datetime';
    case 'TIME':
      return byPattern === 'duration' ? 'duration' : 'time';
    case undefined:
    case null:
    case '':
    case 'NUMBER_FORMAT_TYPE_UNSPECIFIED':
      return byPattern;
    // A custom pattern typed by hand is filed under NUMBER by some writers, though it shows a date.
    case 'NUMBER':
      return byPattern;
    default:
      return 'number';
  }
}

const isNamed = (format: NumberFormat | null | undefined): format is NumberFormat =>
  Boolean(format?.type && format.type !== 'NUMBER_FORMAT_TYPE_UNSPECIFIED');

/** `yyyy"年"m"月"d"日"` → date, `[h]:mm` → duration, `#,##0.00` → number. */
export function meaningOfPattern(pattern: string): NumberMeaning {
  const lower = pattern.toLowerCase();
  const elapsed = /\[(h+|m+|s+)\]/.test(lower);
  const bare = lower
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/\[(h+|m+|s+)\]/g, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/a+(m\/pm?|\/p)/g, '')
    .replace(/s\.0+/g, 's');
  if (/[0#?@%]|general|standard/.test(bare)) return 'number';
  const time = /[hs]/.test(bare);
  const date = /[yd]/.test(bare) || (!time && /m|a{3}/.test(bare));
  if (date) return time ? 'datetime' : 'date';
  if (!time) return 'number';
  return elapsed ? 'duration' : 'time';
}
