import type { WriterFact } from '../../ports/writer.ts';
import type { Known } from '../skeleton/known.ts';
import { fullTime } from '../skeleton/time.ts';

/** A fact with where people can look it up. */
export interface Source extends WriterFact {
  /** Epoch ms; null for what has no time of its own, such as a duration. */
  readonly at: number | null;
  /** Null where there is no page. */
  readonly url: string | null;
}

const MOST_FACTS = 400;
const MOST_CHARACTERS = 60_000;
const MOST_OF_ONE = 1_000;
/** Who came in and how the room is called says nothing of what happened. */
const LEFT_OUT: ReadonlySet<string> = new Set(['people', 'room']);

/**
 * What of an incident is handed to a language model: its timeline, what runbooks asked, the five times and the severity.
 * Nothing else: no message that nobody kept, no account, no address, no ticket. Bounded. Pure.
 */
export function materialOf({ state, lines, answers, numbers, locale, zone, url }: Known): readonly Source[] {
  const time = (at: number) => fullTime(at, zone, locale);
  const told = lines
    .filter(({ mark }) => !LEFT_OUT.has(mark))
    .map(({ id, at, text, facts, link }) => ({
      at,
      text: [text, ...facts].join(' / '),
      url: url ? `${url}?from=start#t-${encodeURIComponent(id)}` : (link ?? null),
    }));
  const answered = answers.map(({ question, answer, at }) => ({ at, text: `${question}: ${answer}`, url }));
  const measured = numbers
    .filter(({ kind }) => kind === 'recorded')
    .map(({ name, text }) => ({ at: null, text: `${name}: ${text}`, url }));
  const all = [...told, ...answered, ...measured, { at: null, text: state.severity, url }];
  const sources: Source[] = [];
  let length = 0;
  // What is left out of a very long story is its beginning: what settled it comes last.
  for (const one of all.slice(-MOST_FACTS).reverse()) {
    const text = Array.from(withoutAddresses(one.text)).slice(0, MOST_OF_ONE).join('');
    length += text.length;
    if (length > MOST_CHARACTERS) break;
    sources.unshift({ ...one, id: '', time: one.at === null ? '' : time(one.at), text });
  }
  return sources.map((one, index) => ({ ...one, id: `f${index + 1}` }));
}

/** Addresses may carry secrets, mail addresses and telephone numbers are somebody's; a sentence never needs them. */
const withoutAddresses = (text: string): string =>
  text
    .replace(/[a-z][a-z0-9+.-]*:\/\/\S+/gi, '[link]')
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[mail]')
    .replace(
      /(?<![\d/.:-])(?:\+\d{1,3}[- ]?\d{1,4}|0\d{1,4})[- ]?\d{2,4}[- ]?\d{3,4}(?![\d/.:-])/g,
      '[phone]',
    );
