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
 * What somebody typed, chose or wrote in the thread, as the question wants it. `said`: words, a label, a Slack id, epoch
 * seconds for a time; several labels where several may be chosen. Pure: that a person is still there is for the caller.
 */
export function understand(
  act: Extract<Act, { kind: 'ask' }>,
  said: string | readonly string[],
  now: number,
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
    case 'time': {
      if (!/^\d{9,11}$/.test(text)) return { wrong: 'no-time' };
      const at = Number(text) * 1_000;
      return at > now ? { wrong: 'in-the-future' } : { value: at };
    }
  }
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
