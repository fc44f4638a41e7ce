const LONGEST = 12;

/** The words of a text as a search may begin them: of spelled scripts each beginning, of the others each letter and pair. */
export function searchWords(text: string): readonly string[] {
  return [...new Set(runsOf(text).flatMap((run) => (isSpelled(run) ? beginnings(run) : pairs(run))))];
}

/** Of what somebody searches for, the word of `searchWords` that finds the fewest; null where none is long enough. */
export function bestWord(text: string): string | null {
  const [longest] = [...runsOf(text)].sort((a, b) => b.length - a.length);
  if (longest === undefined) return null;
  if (!isSpelled(longest)) return Array.from(longest).slice(0, 2).join('');
  return longest.length < 2 && !/\d/.test(longest) ? null : longest.slice(0, LONGEST);
}

/**
 * Whether a text has all words of a search: the beginning of a word, a piece of running Japanese, or one of `names` (of
 * what the text is about) as it is.
 */
export function hasWords(search: string, text: string, names: readonly string[] = []): boolean {
  const wanted = runsOf(search);
  const runs = wanted.length === 0 ? [] : runsOf(text);
  return wanted.every(
    (run) =>
      names.includes(run) || runs.some((one) => (isSpelled(run) ? one.startsWith(run) : one.includes(run))),
  );
}

/** The words of `searchWords` that whatever has a search's words must have, too: of each run one, or its pairs. */
export function neededWords(text: string): readonly string[] {
  const needed = runsOf(text).flatMap((run) => {
    if (!isSpelled(run))
      return run.length < 2 ? [run] : pairs(run).filter((pair) => Array.from(pair).length === 2);
    return run.length < 2 && !/\d/.test(run) ? [] : [run.slice(0, LONGEST)];
  });
  return [...new Set(needed)];
}

/** Width, case and the two kana are one. */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** `INC-7` is one word; letters of spelled scripts stand apart from the others. */
export function runsOf(text: string): readonly string[] {
  return (
    foldLetters(text)
      .replace(/\binc[-‐−ー](?=\d)/g, 'inc')
      .match(
        /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}]+|[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+/gu,
      ) ?? []
  );
}

const isSpelled = (run: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u.test(run);

const beginnings = (word: string): string[] =>
  Array.from({ length: Math.min(LONGEST, word.length) }, (_, i) => word.slice(0, i + 1)).filter(
    (one) => one.length > 1 || /\d/.test(one),
  );

function pairs(run: string): string[] {
  const letters = Array.from(run);
  return letters.flatMap((letter, i) => [
    letter,
    ...(i + 1 < letters.length ? [`${letter}${letters[i + 1]}`] : []),
  ]);
}
