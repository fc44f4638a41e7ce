/** Hyphens as they are typed: also the long vowel mark, which Japanese keyboards have in its place. */
const NAMED = /^inc[-‐−ー]?(\d{1,9})$/i;

/** The n of `INC-7`, `inc7` or `ＩＮＣー７`; null where a word names no incident. */
export function incidentNumber(word: string): number | null {
  const named = NAMED.exec(word.normalize('NFKC').trim())?.[1];
  return named === undefined ? null : Number(named);
}
