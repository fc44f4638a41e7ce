import type { Cell } from '../ports/sheets.ts';
import { fold, textOf } from './fold.ts';
import type { View } from './view.ts';

/** `double`: ◎, which makes a ○ of the same day secondary. `circle`: ○, which it may make so. */
export type Mark = 'primary' | 'secondary' | 'both' | 'off' | 'double' | 'circle';
export type Marks = ReadonlyMap<string, Mark>;

const USUAL: Readonly<Record<string, Mark>> = {
  '○': 'circle',
  '◯': 'circle',
  〇: 'circle',
  '⭕': 'circle',
  '⚪': 'circle',
  '●': 'primary',
  '1': 'primary',
  '✓': 'primary',
  '✔': 'primary',
  '☑': 'primary',
  '✅': 'primary',
  true: 'primary',
  主: 'primary',
  正: 'primary',
  p: 'primary',
  副: 'secondary',
  '△': 'secondary',
  '▲': 'secondary',
  '2': 'secondary',
  s: 'secondary',
  '◎': 'double',
  '×': 'off',
  x: 'off',
  '✕': 'off',
  '✖': 'off',
  '✗': 'off',
  '✘': 'off',
  '❌': 'off',
  '☓': 'off',
  false: 'off',
  '0': 'off',
  休: 'off',
  休み: 'off',
  公休: 'off',
  有休: 'off',
  有給: 'off',
  年休: 'off',
  代休: 'off',
  夏休: 'off',
  off: 'off',
  pto: 'off',
  '-': 'off',
  '‐': 'off',
  '–': 'off',
  '—': 'off',
  '―': 'off',
  '−': 'off',
  ー: 'off',
};

const MEANINGS: readonly (readonly [RegExp, Mark])[] = [
  [/主.{0,3}(?:副|両)|両方|both|primary (?:and|&|\+) secondary/, 'both'],
  [/副|二次|2次|バックアップ|サブ|控え|secondary|back-? ?up|second/, 'secondary'],
  [/休|不在|不可|off|away|leave|なし|unavailable|対象外/, 'off'],
  [/主|正|一次|1次|メイン|当番|担当|オンコール|primary|on-? ?call|main|first|duty/, 'primary'],
];

/** The form in which marks are compared. */
export const markForm = (cell: Cell): string =>
  fold(textOf(cell))
    .replace(/^\((.+)\)$/, '$1')
    .replace(/(?<=\S) ?\([^()]*\)$/, '');

export const markIn = (marks: Marks, cell: Cell): Mark | null => marks.get(markForm(cell)) ?? null;

/** The usual marks, over them the legend of the sheet, over that the configuration. */
export function marksOf(
  view: View,
  inGrid: (row: number, column: number) => boolean,
  configured: Readonly<Record<string, Mark>> | undefined,
): Marks {
  const marks = new Map<string, Mark>(Object.entries(USUAL));
  for (const [mark, meaning] of legendIn(view, inGrid)) marks.set(mark, meaning);
  for (const [mark, meaning] of Object.entries(configured ?? {})) marks.set(fold(mark), meaning);
  return marks;
}

export const usualMarks: Marks = new Map(Object.entries(USUAL));

/** In the grid only what says so itself is a legend. */
const SAYS_MEANING = /^[^\s=:、,/;()[\]]{1,3} ?[=:] ?[^\s\d=:]+$/u;

/** A legend is `○=主担当`, `△：副`, or a mark with its meaning in the next cell, anywhere outside the grid. */
function legendIn(view: View, inGrid: (row: number, column: number) => boolean): [string, Mark][] {
  const found: [string, Mark][] = [];
  const put = (mark: string, meaning: string) => {
    const known = MEANINGS.find(([words]) => words.test(meaning))?.[1];
    if (known && [...mark].length <= 3 && mark !== '') found.push([mark, known]);
  };
  const seen = new Set<number>();
  for (let row = 0; row < Math.min(view.height, 2_000); row++) {
    for (let column = 0; column < Math.min(view.width, 500); column++) {
      const cell = view.at(row, column);
      const anchor = view.anchor(row, column);
      if (cell === null || seen.has(anchor)) continue;
      const text = fold(textOf(cell));
      if (inGrid(row, column) && !SAYS_MEANING.test(text)) continue;
      seen.add(anchor);
      for (const [, mark = '', meaning = ''] of text.matchAll(
        /([^\s=:、,/;()[\]]{1,3}) ?(?:=|:|→|は|…) ?([^\s=:、,/;]+(?: (?:on-? ?call|担当))?)/gu,
      ))
        put(mark, meaning);
      if ([...text].length <= 2 && !inGrid(row, column) && !inGrid(row, column + 1))
        beside(text, fold(textOf(view.at(row, column + 1))), put);
    }
  }
  return found;
}

/** The mark and its meaning in two cells; a meaning is a word and no mark itself. */
function beside(mark: string, meaning: string, put: (mark: string, meaning: string) => void): void {
  if (mark !== '' && meaning.length > 1 && meaning.length <= 20 && !(meaning in USUAL))
    put(mark, meaning.replace(/^[=:→ ]+/, ''));
}
