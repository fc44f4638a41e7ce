import { moment, zoneName } from '../../shared/language/index.ts';
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

/** Columns one beneath the other, whatever the script: wide letters count for two. The last is not filled up. */
export function columns(rows: readonly Row[]): string[] {
  const cells = rows.map((row) => row.map((cell) => harmless(cell ?? '–')));
  const widths = cells.reduce<number[]>(
    (known, row) => row.map((cell, i) => Math.max(known[i] ?? 0, widthOf(cell))),
    [],
  );
  return cells.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat(i === row.length - 1 ? 0 : (widths[i] ?? 0) - widthOf(cell)))
      .join('  '),
  );
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|[\u{20000}-\u{3FFFD}]/u;
const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0);

/** An instant of the API as its reader says it, with the zone. */
export function timeText(
  at: string | null,
  now: number,
  zone: string,
  locale: Asked['locale'],
): string | null {
  if (at === null) return null;
  const instant = Date.parse(at);
  return `${moment(instant, now, zone, locale)} ${zoneName(instant, zone)}`;
}
