import type { Locale } from '../shared/language/index.ts';
import { cliText } from './text.ts';

/** What `parseArgs` of node:util throws for arguments that it does not know. */
export const isParseArgsError = (error: unknown): error is TypeError & { readonly code: string } =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** The same in a sentence of ours. `usage`: holds the options that there are. */
export function misuse(
  { code, message }: TypeError & { readonly code: string },
  usage: string,
  locale: Locale,
): string {
  const text = cliText(locale);
  const [, word = ''] = /'([^' ]+)/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = [...usage.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option);
    return text.noOption(word, nearest(word, known));
  }
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return text.tooMany(word);
  return /does not take/.test(message) ? text.noValue(word) : text.valueMissing(word);
}

/** The one that was probably meant: at most two letters off, or begun with what was typed. Null where none is so near. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const begun = typed.replace(/^-+/, '').length > 1 ? known.find((one) => one.startsWith(typed)) : undefined;
  const [first] = known
    .map((one) => ({ one, off: distance(typed, one) }))
    .filter(({ off }) => off <= 2)
    .sort((a, b) => a.off - b.off);
  return begun ?? first?.one ?? null;
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
