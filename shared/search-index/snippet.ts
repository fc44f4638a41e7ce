import { foldLetters, searchRuns } from '../language/index.ts';

/** A piece of a text; `hit`: it is what was searched for. User text, not escaped. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** So many letters stand before the first hit of a snippet. */
const BEFORE = 30;

/** A text cut at what was searched for. `most`: only so many letters around the first hit, with … where more follows. */
export function piecesOf(text: string, search: string, most: number | null = null): readonly Piece[] {
  // A letter with its marks is one, so that what is folded keeps its place.
  const letters =
    text
      .replace(/\s+/g, ' ')
      .trim()
      .match(/[\s\S][\p{M}\uff9e\uff9f]*/gu) ?? [];
  const hits = hitsIn(letters, searchRuns(search));
  const first = Math.max(0, hits.indexOf(true));
  const from =
    most === null || letters.length <= most
      ? 0
      : Math.max(0, Math.min(first - BEFORE, letters.length - most));
  const to = most === null ? letters.length : Math.min(letters.length, from + most);
  const pieces: Piece[] = [];
  for (let i = from; i < to; i += 1) {
    const [letter = '', hit = false] = [letters[i], hits[i]];
    const last = pieces.at(-1);
    if (last?.hit === hit) pieces[pieces.length - 1] = { text: last.text + letter, hit };
    else pieces.push({ text: letter, hit });
  }
  const rest = (more: boolean): Piece[] => (more ? [{ text: '…', hit: false }] : []);
  return [...rest(from > 0), ...pieces, ...rest(to < letters.length)];
}

const SPELLED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}]/u;

/** For each letter whether it belongs to a run: a spelled one where a word begins, any other wherever it stands. */
function hitsIn(letters: readonly string[], runs: readonly string[]): boolean[] {
  const hits = letters.map(() => false);
  let folded = '';
  const place: number[] = [];
  for (const [i, letter] of letters.entries()) {
    const one = foldLetters(letter);
    for (let unit = 0; unit < one.length; unit += 1) place.push(i);
    folded += one;
  }
  for (const run of runs) {
    const spelled = SPELLED.test(run.charAt(0));
    for (let at = folded.indexOf(run); at >= 0; at = folded.indexOf(run, at + 1)) {
      if (spelled && at > 0 && SPELLED.test(folded.charAt(at - 1))) continue;
      for (let unit = at; unit < at + run.length; unit += 1) hits[place[unit] ?? 0] = true;
    }
  }
  return hits;
}
