import type { Called } from './called.ts';
import { labelOf } from './label.ts';
import type { Step } from './model.ts';
import { firstSentence } from './sentence.ts';

/** A step's words in one line, without the marks of Markdown. Plain text: escape it. */
export const plainWords = ({ text }: Pick<Step, 'text'>): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\[([^\]]+)\]\([^)\s]+\)/g, '$1')
    .replace(/[*_`]/g, '');

/** What a step is, at a glance: its first sentence. Plain text; names of answers still stand in it. */
export const headlineOf = (step: Step, called: Called): string =>
  titled(step, firstSentence(plainWords(step)), called);

/** The same with all of its words. */
export const lineOf = (step: Step, called: Called): string => titled(step, plainWords(step), called);

/** What Toban does is said before the words that it sends; a step without words is what it does. */
function titled({ id, act }: Step, words: string, called: Called): string {
  if (words === '') return labelOf(act, called) ?? id;
  return act.kind === 'do' ? `${labelOf(act, called)}: ${words}` : words;
}
