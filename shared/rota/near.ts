import { fold } from './fold.ts';

/** Signs that are written for one another in names. */
const VARIANTS: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  嵜: '崎',
  碕: '崎',
  邊: '辺',
  邉: '辺',
  齋: '斎',
  齊: '斎',
  斉: '斎',
  濵: '浜',
  濱: '浜',
  澤: '沢',
  廣: '広',
  嶋: '島',
  嶌: '島',
  櫻: '桜',
  德: '徳',
  瀨: '瀬',
  惠: '恵',
  眞: '真',
  國: '国',
  𠮷: '吉',
  圓: '円',
  學: '学',
  榮: '栄',
  壽: '寿',
  龍: '竜',
  瀧: '滝',
  條: '条',
  藏: '蔵',
  增: '増',
  塚: '塚',
  彌: '弥',
  淺: '浅',
  黑: '黒',
  佛: '仏',
  萬: '万',
  與: '与',
  豐: '豊',
  ケ: 'ヶ',
  ヵ: 'ヶ',
  カ: 'ヵ',
};

const BRACKETS = /[([{【「『〈<][^)\]}】」』〉>]*[)\]}】」』〉>]/g;

/** What is left of a name when all that people mix up is taken away: spaces, brackets, old forms, honorifics, emoji. */
export function nearForm(text: string): string {
  return [
    ...fold(text)
      .replace(BRACKETS, '')
      .replace(/(?:さん|様|氏|くん|君|ちゃん|[- ]san)$/, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
    .map((sign) => VARIANTS[sign] ?? sign)
    .join('');
}

/**
 * Up to three names that may have been meant, best first. They are only ever suggested: taking one would call somebody
 * whom the sheet does not name.
 */
export function suggestionsFor(
  text: string,
  names: readonly { readonly name: string; readonly near: string }[],
): string[] {
  const near = nearForm(text);
  if (near === '') return [];
  const scored = names.flatMap(({ name, near: other }) => {
    const score = likeness(near, other);
    return score > 0 ? [{ name, score }] : [];
  });
  return [...new Set(scored.sort((a, b) => b.score - a.score).map(({ name }) => name))].slice(0, 3);
}

function likeness(one: string, other: string): number {
  if (other === '') return 0;
  if (one === other) return 4;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 2 && (long.startsWith(short) || long.endsWith(short))) return 3;
  const latin = /^[a-z0-9]+$/.test(one);
  return one.length >= (latin ? 4 : 3) && Math.abs(one.length - other.length) <= 1 && differByOne(one, other)
    ? 2
    : 0;
}

/** One sign changed, added, left out, or two neighbours swapped. */
function differByOne(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (
    (a.length <= 1 && b.length <= 1) || (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0])
  );
}
