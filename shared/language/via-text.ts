import type { Locale } from './locale.ts';

/** Behind what somebody did: by which program they did it, where it was one. Plain text; its name is user text. */
export function viaText(program: string | undefined, locale: Locale): string {
  if (!program) return '';
  return locale === 'ja' ? `（API: ${program}）` : ` (by API: ${program})`;
}
