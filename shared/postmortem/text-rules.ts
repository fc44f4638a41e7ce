import { isPerson } from '../slack/index.ts';
import type { PropertyValue, Refusal } from './model.ts';
import type { Property } from './template/model.ts';
import { webAddress } from './web-address.ts';

/** The longest a section may be, in characters: 800 kB at most, which a document holds. */
export const MOST_TEXT = 200_000;
export const MOST_COMMENT = 10_000;
const MOST_PROPERTY = 3_000;

/** A text as it is kept: lines end with \n, no control characters, no half ones. Pure. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .toWellFormed();

export const tooLong = (text: string, most: number): boolean =>
  text.length > most && Array.from(text).length > most;

const MOST_TITLE = 150;

/** A title as it is kept, in one line; or why it cannot be one. Pure. */
export function readTitle(said: string): { readonly title: string } | Refusal {
  const title = said.replace(/\s+/g, ' ').trim();
  if (title === '') return { refused: 'empty' };
  return tooLong(title, MOST_TITLE) ? { refused: 'too-long', most: MOST_TITLE } : { title };
}

/** What somebody entered for a property; `wrong` where it does not fit, null where it is taken away. Pure. */
export function propertyValue(
  { type, options }: Property,
  said: string,
): { readonly value: PropertyValue | null } | 'wrong' {
  const text = cleanText(said).trim();
  if (text === '') return { value: null };
  const plain = text.normalize('NFKC');
  switch (type) {
    case 'text':
      return tooLong(text, MOST_PROPERTY) ? 'wrong' : { value: text };
    case 'number': {
      const number = plain.replace(/[,\s]/g, '');
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(number) ? { value: Number(number) } : 'wrong';
    }
    case 'choice':
      return options.includes(text) ? { value: text } : 'wrong';
    case 'date': {
      const [, year = '', month = '', day = ''] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(plain) ?? [];
      const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      const at = Date.parse(`${iso}T00:00:00Z`);
      const real = !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso);
      return real ? { value: iso } : 'wrong';
    }
    case 'person':
      return isPerson(plain) ? { value: plain } : 'wrong';
    case 'url':
      return webAddress(text) ? { value: text } : 'wrong';
    case 'checkbox':
      return /^(true|on|yes)$/i.test(plain) ? { value: true } : { value: false };
  }
}
