import type { Locale } from '../shared/language/index.ts';

/** The language of whoever types: `--lang`, else that of the terminal. */
export function localeOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const at = args.indexOf('--lang');
  const said = at < 0 ? args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) : args[at + 1];
  if (said === 'ja' || said === 'en') return said;
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').startsWith('ja') ? 'ja' : 'en';
}
