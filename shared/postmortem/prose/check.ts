import type { WriterFact, Written } from '../../ports/writer.ts';
import { numbersIn, standsIn } from './numbers.ts';

/** A sentence that may stand: every id is one of the facts it was given. */
export interface CitedSentence {
  readonly text: string;
  readonly cites: readonly string[];
}

/** Why a sentence was left out. */
export type Fault = 'empty' | 'too-long' | 'cites-nothing' | 'cites-unknown' | 'number' | 'markup';

export interface Checked {
  readonly sentences: readonly CitedSentence[];
  readonly dropped: readonly { readonly text: string; readonly fault: Fault }[];
  /** What stays to be confirmed by a person. */
  readonly unknown: readonly string[];
}

const MOST_SENTENCE = 400;
const MOST_SENTENCES = 20;
const MOST_UNKNOWN = 5;
const MOST_UNKNOWN_LENGTH = 150;

/**
 * What of a model's answer may stand. A sentence must rest on facts it was given, and state no number and no time that
 * does not stand in them; addresses, mentions and markup have no place in prose. What it does not know states no number
 * at all. Pure.
 */
export function checkProse({ sentences, unknown }: Written, facts: readonly WriterFact[]): Checked {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const kept = new Map<string, CitedSentence>();
  const dropped: { text: string; fault: Fault }[] = [];
  for (const one of sentences.slice(0, MOST_SENTENCES)) {
    const sentence = { text: oneLine(one.text), cites: [...new Set(one.cites)] };
    const fault = faultOf(sentence, byId);
    if (fault) dropped.push({ text: sentence.text, fault });
    else if (!kept.has(sentence.text)) kept.set(sentence.text, sentence);
  }
  const open = unknown
    .map(oneLine)
    .filter((text) => text !== '' && lengthOf(text) <= MOST_UNKNOWN_LENGTH)
    .filter((text) => !hasMarkup(text) && numbersIn(text).size === 0);
  return { sentences: [...kept.values()], dropped, unknown: [...new Set(open)].slice(0, MOST_UNKNOWN) };
}

function faultOf({ text, cites }: CitedSentence, facts: ReadonlyMap<string, WriterFact>): Fault | null {
  if (text === '') return 'empty';
  if (lengthOf(text) > MOST_SENTENCE) return 'too-long';
  if (cites.length === 0) return 'cites-nothing';
  const cited = cites.map((id) => facts.get(id));
  if (cited.includes(undefined)) return 'cites-unknown';
  if (hasMarkup(text)) return 'markup';
  const known = numbersIn(cited.map((fact) => `${fact?.time} ${fact?.text}`).join('\n'));
  return [...numbersIn(text)].every((number) => standsIn(known, number)) ? null : 'number';
}

/** Addresses of the web and of mail, mentions, HTML, links and pictures of Markdown. */
const MARKUP =
  /[a-z][a-z0-9+.-]*:\/\/|\b(?:javascript|data|mailto):|\bwww\.|[\w-]\.[a-z]{2,}\/\S|\S@\S|(?:^|\s)@\S|<[^\s\d]|&#?\w+;|\]\s*[([]|!\[/i;
const hasMarkup = (text: string): boolean => MARKUP.test(text.normalize('NFKC'));

const lengthOf = (text: string): number => Array.from(text).length;

/** One line without control and invisible characters, which would hide what a reader does not see. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, '')
    .trim();
