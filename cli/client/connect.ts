import { parseArgs } from 'node:util';
import type { Locale } from '../../shared/language/index.ts';
import { type AskText, askText } from '../ask/text.ts';
import { langOf, type Terminal, UsageError } from '../command.ts';
import { localeOf } from '../locale.ts';
import { type Client, createClient } from './client.ts';

/** What every command that asks Toban over HTTP is told. */
export interface Asked {
  readonly client: Client;
  readonly json: boolean;
  readonly locale: Locale;
  /** Of whoever reads: the machine's, or that of TZ. */
  readonly zone: string;
  /** The words of the command, and its own options that were given. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
}

/** The lines about what all of them share, for `--help`. */
export const SHARED_USAGE = `  --json   for programs
  --lang   ja or en; otherwise the language of the terminal (LANG)

TOBAN_URL is the address of the pages, TOBAN_TOKEN a token that an admin makes on /settings/tokens.
Exit code: 0 all is well; 1 not found, or something to look at; 2 not understood; 3 Toban could not be asked.`;

/** Reads arguments and environment. `names`: options that take a value. Throws `UsageError` with what to do. */
export function connect(args: readonly string[], { env }: Terminal, names: readonly string[]): Asked {
  const own = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  const { values, positionals: words } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...own, json: { type: 'boolean', default: false }, lang: { type: 'string' } },
  });
  const { json, lang, ...options } = values as Readonly<Record<string, string | undefined>> & {
    json: boolean;
  };
  langOf(lang);
  const locale = localeOf(args, env);
  const { url, token } = target(env, askText(locale));
  return { client: createClient({ url, token, locale }), json, locale, zone: zoneOf(env), words, options };
}

/** TZ as it is set, also `:Asia/Tokyo`; else the machine's, and UTC where neither is one that has a name. */
function zoneOf({ TZ = '' }: Terminal['env']): string {
  const own: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [TZ.replace(/^:/, ''), own].find((zone) => zone && isZone(zone)) ?? 'UTC';
}
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

function target(env: Terminal['env'], text: AskText): { readonly url: string; readonly token: string } {
  const { TOBAN_URL: url = '', TOBAN_TOKEN: token = '' } = env;
  if (!URL.canParse(url)) throw new UsageError(text.noUrl);
  const { protocol, hostname } = new URL(url);
  const own = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && own)) throw new UsageError(text.noHttps);
  if (!/^toban_[\w-]+$/.test(token)) throw new UsageError(text.noToken);
  return { url, token };
}

/** `--limit`: how many to list. */
export function limitOf({ options: { limit = '25' }, locale }: Asked): number {
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1 || most > 10_000) throw new UsageError(askText(locale).limit);
  return most;
}
