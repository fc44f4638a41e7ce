import { z } from 'zod';
import type { Locale } from '../../../shared/language/index.ts';

/** What is wrong with a value that does not fit its schema, in a sentence that says what would. */
interface Words {
  readonly missing: string;
  /** `kind`: as JSON Schema calls it. */
  type(kind: string): string;
  oneOf(values: string): string;
  tooFew(what: Measured, least: string): string;
  tooMany(what: Measured, most: string): string;
  readonly formats: Readonly<Record<string, string>>;
  /** Its pointer says which. */
  readonly unknown: string;
}
type Measured = 'string' | 'array' | 'number';

const ja: Words = {
  missing: '必要です。',
  type: (kind) => `${KINDS_JA[kind] ?? kind}を書いてください。`,
  oneOf: (values) => `次のどれかを書いてください: ${values}`,
  tooFew: (what, least) =>
    what === 'string'
      ? least === '1'
        ? '空にはできません。'
        : `${least} 文字以上で書いてください。`
      : what === 'array'
        ? `${least} 件以上を書いてください。`
        : `${least} 以上の数を書いてください。`,
  tooMany: (what, most) =>
    what === 'string'
      ? `${most} 文字までです。`
      : what === 'array'
        ? `${most} 件までです。`
        : `${most} 以下の数を書いてください。`,
  formats: {
    datetime: '2026-11-24T12:00:00+09:00 の形（RFC 3339）で書いてください。',
    date: '2026-11-24 の形で書いてください。',
    url: 'URL を書いてください。',
  },
  unknown: 'この名前の項目はありません。つづりを確かめてください。',
};
const KINDS_JA: Readonly<Record<string, string>> = {
  string: '文字列',
  number: '数',
  int: '整数',
  boolean: 'true か false ',
  array: '配列',
  object: 'オブジェクト',
};

const en: Words = {
  missing: 'It is required.',
  type: (kind) => `It is ${KINDS_EN[kind] ?? kind}.`,
  oneOf: (values) => `It is one of ${values}.`,
  tooFew: (what, least) =>
    what === 'string'
      ? least === '1'
        ? 'It is not empty.'
        : `It has ${least} letters or more.`
      : what === 'array'
        ? `It has ${least} or more.`
        : `It is ${least} or more.`,
  tooMany: (what, most) =>
    what === 'string'
      ? `It has ${most} letters at most.`
      : what === 'array'
        ? `It has ${most} at most.`
        : `It is ${most} at most.`,
  formats: {
    datetime: 'It is RFC 3339, such as 2026-11-24T12:00:00+09:00.',
    date: 'It is a day, such as 2026-11-24.',
    url: 'It is a URL.',
  },
  unknown: 'There is nothing of this name. Check how it is spelled.',
};
const KINDS_EN: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
};

function say(issue: z.core.$ZodRawIssue, words: Words): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? words.missing : words.type(issue.expected);
    case 'invalid_value':
      return words.oneOf(issue.values.map(String).join(', '));
    case 'too_small':
      return words.tooFew(measured(issue.origin), String(issue.minimum));
    case 'too_big':
      return words.tooMany(measured(issue.origin), String(issue.maximum));
    case 'invalid_format':
      return words.formats[issue.format];
    case 'unrecognized_keys':
      return words.unknown;
    default:
      return undefined;
  }
}

const measured = (origin: string): Measured =>
  origin === 'string' || origin === 'array' ? origin : 'number';

/** In the reader's language; what is rare is left to zod's own words. */
export const WORDS: Readonly<Record<Locale, z.core.$ZodErrorMap>> = {
  ja: (issue) => say(issue, ja) ?? z.locales.ja().localeError(issue),
  en: (issue) => say(issue, en) ?? z.locales.en().localeError(issue),
};
