import { type Around, instantOf, readMoment } from '../rota/index.ts';
import type { Act } from './model.ts';
import type { Value } from './run-model.ts';

export type Understood = { readonly value: Value } | { readonly wrong: Wrong };

/** Why an answer cannot be taken: each is a sentence beside the field or in the thread. */
export type Wrong =
  | 'empty'
  | 'too-long'
  | 'no-number'
  | 'no-option'
  | 'no-time'
  | 'no-person'
  | 'in-the-future';

/** As much as a modal's field in Slack takes. */
export const MOST_ANSWER = 3_000;

/**
 * What somebody typed, chose or wrote in the thread, as the question wants it. `said`: words, a label, a Slack id; a
 * time in words, as a page's field writes it, or in epoch seconds; several labels where several may be chosen. Pure:
 * that a person is still there is for the caller.
 */
export function understand(
  act: Extract<Act, { kind: 'ask' }>,
  said: string | readonly string[],
  around: Around,
): Understood {
  const text = typeof said === 'string' ? said.trim() : '';
  const labels = act.options.map(({ label }) => label);
  switch (act.type) {
    case 'text':
      if (text === '') return { wrong: 'empty' };
      return Array.from(text).length > MOST_ANSWER ? { wrong: 'too-long' } : { value: text };
    case 'number':
      return number(text);
    case 'choice': {
      const label = labels.find((one) => one === text) ?? folded(labels, text);
      return label === undefined ? { wrong: text === '' ? 'empty' : 'no-option' } : { value: label };
    }
    case 'many': {
      const wanted = typeof said === 'string' ? text.split(/[、,\n]/).map((one) => one.trim()) : said;
      const found = wanted.filter((one) => one !== '').map((one) => folded(labels, one));
      if (found.length === 0) return { wrong: 'empty' };
      const known = found.filter((one) => one !== undefined);
      return known.length < found.length ? { wrong: 'no-option' } : { value: [...new Set(known)] };
    }
    case 'person': {
      const id = /^<?@?([UW][A-Z0-9]{2,})(?:\|[^>]*)?>?$/.exec(text)?.[1];
      return id ? { value: id } : { wrong: 'no-person' };
    }
    case 'time':
      return time(text, around);
  }
}

const DAY_MS = 86_400_000;
/** A clock's time without a day. */
const BARE = /^\d{1,2}(?::\d{2}|時(?:\d{1,2}分|半)?)$/;

/** What happened lies behind: a time without a day that lies ahead was yesterday's. */
function time(text: string, around: Around): Understood {
  if (text === '') return { wrong: 'empty' };
  const at = /^\d{9,11}$/.test(text) ? Number(text) * 1_000 : instantOf(text, around.zone);
  const spoken = at === null ? readMoment(text, around) : null;
  if (spoken && (!spoken.ok || spoken.rough)) return { wrong: 'no-time' };
  const said = at ?? (spoken?.ok ? spoken.at : Number.NaN);
  const bare = BARE.test(text.normalize('NFKC'));
  const meant = bare && said > around.now ? said - DAY_MS : said;
  return meant > around.now ? { wrong: 'in-the-future' } : { value: meant };
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const folded = (labels: readonly string[], text: string): string | undefined =>
  labels.find((label) => fold(label) === fold(text));

/** `１，２００人`, `約120`, `3.5`. A sign only where there is no other way to read it. */
function number(text: string): Understood {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (plain === '') return { wrong: 'empty' };
  const found = /^(?:約|およそ|~|about)?(-?\d{1,12}(?:\.\d{1,6})?)(?:\p{L}{0,10}|%)$/iu.exec(plain);
  return found ? { value: Number(found[1]) } : { wrong: 'no-number' };
}
