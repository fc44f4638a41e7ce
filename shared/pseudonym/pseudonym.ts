import { randomInt } from 'node:crypto';
import type { Locale } from '../language/index.ts';

/** What stands in the place of a Slack id that was erased: `UERASED7K2Q9X`. It is longer than any of Slack's. */
const PREFIX = 'UERASED';
/** Without what is mistaken for another: 0 and O, 1 and I. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const SHAPE = /^UERASED([2-9A-HJ-NP-Z]{6})$/;

/** By chance, not out of the id: nobody can work out afterwards whose it is. */
export const newPseudonymId = (): string =>
  PREFIX + Array.from({ length: 6 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');

export const isPseudonymId = (id: string): boolean => SHAPE.test(id);

/** How a pseudonym reads; null for an id that is none. */
export function pseudonymName(id: string, locale: Locale): string | null {
  const code = SHAPE.exec(id)?.[1];
  if (code === undefined) return null;
  return locale === 'ja' ? `削除された人 ${code}` : `erased person ${code}`;
}
