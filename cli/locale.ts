import type { Locale } from '../shared/language/index.ts';

/** The words of a command without `--lang`, and what that says; null where it is not there. */
export function splitLang(args: readonly string[]): {
  readonly rest: readonly string[];
  readonly said: string | null;
} {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return { rest: args, said: null };
  const joined = args[at]?.startsWith('--lang=');
  const said = joined ? args[at]?.slice('--lang='.length) : args[at + 1];
  return { rest: args.toSpliced(at, joined ? 1 : 2), said: said ?? '' };
}

/** The language of whoever types: `--lang`, else that of the terminal. */
export function localeOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const { said } = splitLang(args);
  if (said === 'ja' || said === 'en') return said;
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').startsWith('ja') ? 'ja' : 'en';
}
