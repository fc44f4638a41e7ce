import { foldLetters } from '../language/index.ts';

const ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;
const SPELLED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;
const TITLE = /(?:さん|様|さま|氏|くん|君)$/u;
/** A letter with its marks is one, so that what is folded keeps its place. */
const LETTERS = /[\s\S][\p{M}\uff9e\uff9f]*/gu;

const folded = (name: string): string => foldLetters(name).replace(/\s+/g, ' ').trim();
/** A hyphen needs no escape, and in a pattern of Unicode letters may have none. */
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** One word of plain letters: it may be a word of Toban's own, such as `admin`. */
export const isPlainWord = (name: string): boolean => /^[\x21-\x7e]+$/.test(name) && !name.includes('@');

/**
 * Whether a name is safe to be replaced within sentences without a look: family and given name, or long enough that
 * no other word holds it. 森 is not (森林); 森 由紀 is.
 */
export function isFullName(name: string): boolean {
  if (/^\S+@\S+\.\S+$/.test(name)) return true;
  const words = folded(name).split(' ');
  const letters = words.join('').length;
  return ASIAN.test(name) ? letters >= (words.length > 1 ? 3 : 4) : words.length > 1;
}

/** Finds one name, whatever its width, case and spaces. */
export interface NamePattern {
  /** Where the text is this name and nothing else: the さん behind it, or nothing. Null where it is something else. */
  whole(text: string): string | null;
  /** Where it stands in a text: half-open ranges, in order. */
  within(text: string): readonly (readonly [number, number])[];
}

export function namePattern(name: string): NamePattern {
  const words = folded(name).split(' ');
  const source = words
    .map((word, i) => {
      const gap = ASIAN.test(words[i - 1]?.at(-1) ?? '') && ASIAN.test(word.charAt(0)) ? '\\s*' : '\\s+';
      return (i === 0 ? '' : gap) + escaped(word);
    })
    .join('');
  // A spelled name must not be part of a longer word; a Japanese one has no bounds.
  const before = SPELLED.test(source.charAt(0)) ? '(?<![\\p{Script=Latin}\\p{Nd}])' : '';
  const after = SPELLED.test(words.at(-1)?.at(-1) ?? '') ? '(?![\\p{Script=Latin}\\p{Nd}])' : '';
  const all = new RegExp(before + source + after, 'gu');
  const whole = new RegExp(`^${source}$`, 'u');
  return {
    whole(text) {
      if (text.length > name.length * 4 + 8) return null;
      const said = folded(text);
      if (whole.test(said)) return '';
      const title = TITLE.exec(said)?.[0] ?? '';
      return title !== '' && whole.test(said.slice(0, -title.length).trim()) ? title : null;
    },
    within(text) {
      const said = foldLetters(text);
      if (said.search(all) < 0) return [];
      const starts: number[] = [];
      let plain = '';
      let at = 0;
      for (const letter of text.match(LETTERS) ?? []) {
        const one = foldLetters(letter);
        for (let i = 0; i < one.length; i += 1) starts.push(at);
        plain += one;
        at += letter.length;
      }
      starts.push(at);
      return [...plain.matchAll(all)].map((hit) => [
        starts[hit.index] ?? 0,
        starts[hit.index + hit[0].length] ?? at,
      ]);
    },
  };
}
