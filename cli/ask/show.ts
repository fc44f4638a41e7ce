import { momentIn } from '../../shared/language/index.ts';
import type { Asked } from '../client/connect.ts';
import type { ExitCode, Terminal } from '../command.ts';
import { harmless } from '../harmless.ts';

type Row = readonly (string | null)[];

/** What is asked for: for programs as it came, for people as lines. */
export function show(
  { json }: Pick<Asked, 'json'>,
  terminal: Terminal,
  answer: unknown,
  lines: readonly string[],
  code: ExitCode = 0,
): ExitCode {
  if (json) terminal.out(JSON.stringify(answer, null, 2));
  else for (const line of lines) terminal.out(harmless(line));
  return code;
}

/**
 * Columns one beneath the other, whatever the script: wide letters count for two. The last is not filled up; where the
 * screen ends (`width`) it is cut, so that a row stays a line.
 */
export function columns(rows: readonly Row[], width?: number): string[] {
  const cells = rows.map((row) => row.map((cell) => harmless(cell ?? '–')));
  const widths = cells.reduce<number[]>(
    (known, row) => row.map((cell, i) => Math.max(known[i] ?? 0, widthOf(cell))),
    [],
  );
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  const left = width === undefined ? Number.POSITIVE_INFINITY : Math.max(LEAST, width - before);
  return cells.map((row) =>
    row
      .map((cell, i) =>
        i === row.length - 1 ? cut(cell, left) : cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)),
      )
      .join('  '),
  );
}
/** So much of a last column is shown on the narrowest screen. */
const LEAST = 20;

function cut(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let [kept, width] = ['', 0];
  for (const { segment } of LETTERS.segment(text)) {
    width += widthOf(segment);
    if (width > most - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|[\u{20000}-\u{3FFFD}]/u;
/** As they are seen: an accent stands on its letter, a family is one picture. */
const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const widthOf = (text: string): number =>
  [...LETTERS.segment(text)].reduce((width, { segment }) => width + (WIDE.test(segment) ? 2 : 1), 0);

/** An instant of the API as its reader says it, with the zone. */
export function timeText(
  at: string | null,
  now: number,
  zone: string,
  locale: Asked['locale'],
): string | null {
  return at === null ? null : momentIn(Date.parse(at), { now, zone, locale });
}
