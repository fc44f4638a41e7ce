/** The same measure in the ways it is written: 20分 is 20 minutes, and neither is 20台. */
const UNITS: readonly (readonly [string, string])[] = [
  ['分', '分間?|min(?:ute)?s?\\b'],
  ['ミリ秒', 'ミリ秒|ms\\b|milliseconds?\\b'],
  ['秒', '秒間?|sec(?:ond)?s?\\b|s\\b'],
  ['時間', '時間|h(?:ou)?rs?\\b|h\\b'],
  ['時', '時'],
  ['日', '日間?|days?\\b'],
  ['週', '週間?|weeks?\\b'],
  ['月', '[かヶカ箇]?月|months?\\b'],
  ['年', '年間?|years?\\b'],
  ['件', '件|inquir(?:y|ies)\\b|cases?\\b'],
  ['人', '人|名|people\\b|persons?\\b|users?\\b|customers?\\b'],
  ['台', '台|vehicles?\\b'],
  ['回', '回|度|times\\b'],
  ['%', '%|パーセント|percent\\b'],
  ['割', '割'],
  ['倍', '倍'],
  ['円', '円|yen\\b'],
];
/** What a reader would take for a number or a time, with what is glued to it (SEV2) and its unit. */
const DIGITS = new RegExp(
  `(?:[a-z]+-?)?\\p{N}+(?:[.,:/]\\p{N}+)*(?:\\s?(?:${UNITS.map(([, ways]) => `(${ways})`).join('|')}))?`,
  'giu',
);
const KANJI_COUNT =
  /[〇零一二三四五六七八九十百千万億数]+(?:分|秒|時|日|月|年|週|件|人|台|名|倍|回|度|割|個|つ|か所|箇所|カ所|社|店|円)(?!的)/gu;
const DAYS = /[月火水木金土日]曜|正午|[零深]夜|未明/gu;
const WORDS = new RegExp(
  `\\b(?:${[
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve',
    '(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety',
    'hundreds?|thousands?|millions?|billions?|dozens?|half|twice|thrice|doubled?|tripled?|noon|midnight',
    '(?:mon|tues|wednes|thurs|fri|satur|sun)days?',
    'january|february|march|april|june|july|august|september|october|november|december',
  ].join('|')})\\b`,
  'giu',
);

/** The numbers and times that a text states, each in one way of writing. Pure. */
export function numbersIn(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC');
  const digits = [...plain.matchAll(DIGITS)].map(([whole, ...ways]) => {
    const at = ways.findIndex((way) => way !== undefined);
    const number = at < 0 ? whole : whole.slice(0, -(ways[at]?.length ?? 0));
    // 1,200 and 1200 are one number.
    const plainly = number
      .trim()
      .toLowerCase()
      .replace(/,(?=\p{N}{3}(?!\p{N}))/gu, '');
    return at < 0 ? plainly : `${plainly} ${UNITS[at]?.[0]}`;
  });
  const words = [KANJI_COUNT, DAYS, WORDS].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(([token]) => token.toLowerCase()),
  );
  return new Set([...digits, ...words]);
}

/** Whether a number of a text stands in what is known: with the same unit, or where no unit was recorded. Pure. */
export const standsIn = (known: ReadonlySet<string>, number: string): boolean =>
  known.has(number) || (number.includes(' ') && known.has(number.slice(0, number.indexOf(' '))));
