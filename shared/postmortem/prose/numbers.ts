/** What a reader would take for a number or a time. */
const DIGITS = /\p{N}+(?:[.,:]\p{N}+)*/gu;
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
  const found = [DIGITS, KANJI_COUNT, DAYS, WORDS].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(([token]) => token.toLowerCase()),
  );
  // 1,200 and 1200 are one number.
  return new Set(found.map((token) => token.replace(/,(?=\p{N}{3}(?!\p{N}))/gu, '')));
}
