import { moment } from '../language/index.ts';
import type { Act } from './model.ts';
import type { Value } from './run-model.ts';

interface Reader {
  readonly zone: string;
  readonly locale: 'ja' | 'en';
  readonly clock: { now(): number };
}

/**
 * An answer in words, plain text. A person is said as Slack writes a mention, which a page and a card each make a name
 * of; an instant is told from a number by its question, where that is at hand.
 */
export function saidValue(value: Value, { zone, locale, clock }: Reader, act?: Act): string {
  if (typeof value === 'number') {
    const instant = act?.kind === 'ask' && act.type === 'time';
    return instant ? moment(value, clock.now(), zone, locale) : value.toLocaleString('en-US');
  }
  return typeof value === 'string' ? value : value.join(locale === 'ja' ? '、' : ', ');
}
