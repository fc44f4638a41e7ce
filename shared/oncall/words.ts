import type { RotaConfig } from '../rota/index.ts';
import { plainText } from '../slack/index.ts';

export type Verb =
  | 'now'
  | 'preview'
  | 'check'
  | 'who'
  | 'cover'
  | 'swap'
  | 'list'
  | 'revoke'
  | 'mute'
  | 'unmute'
  | 'help';

/** Every word that is understood, by what it asks for. */
export const VERBS: Readonly<Record<Verb, readonly string[]>> = {
  now: ['', 'now', 'いま', '今', '当番'],
  preview: ['preview', 'next', '予定', 'プレビュー'],
  check: ['check', 'lint', '確認', 'チェック'],
  who: ['who', '誰', 'だれ'],
  cover: ['cover', 'override', '代理'],
  swap: ['swap', 'exchange', '交代', '交換'],
  list: ['list', 'covers', '一覧'],
  revoke: ['revoke', 'cancel', 'undo', '取り消し', '取消', '取り消す'],
  mute: ['mute', 'ミュート', '通知オフ'],
  unmute: ['unmute', 'ミュート解除', '通知オン'],
  help: ['help', '?', 'ヘルプ', '使い方'],
};
const BY_WORD = new Map(
  Object.entries(VERBS).flatMap(([verb, words]) => words.map((word) => [word, verb as Verb] as const)),
);

/** The first word of the command and what follows it; `verb` null for a word that is none. */
export function verbOf(text: string): {
  readonly verb: Verb | null;
  readonly word: string;
  readonly rest: string;
} {
  const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  const word = first.normalize('NFKC').toLowerCase();
  return { verb: BY_WORD.get(word) ?? null, word: plainText(first), rest };
}

/** A person in the words, and the words before and behind them. */
export interface Named {
  /** Slack ids, in order; `@me` is who typed it. */
  readonly people: readonly string[];
  /** What stands before the first, between them, and behind the last: one more than people. Plain, trimmed. */
  readonly between: readonly string[];
  /** A name that Slack does not know: it sends those it does as ids. User text. */
  readonly unknown: string | null;
}

const PERSON =
  /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>(?:さん)?(?:が|に|へ|と|を)?|(?<![^\s])@?(?:me|myself|自分|私|わたし)(?:が|に|へ|と)?(?![^\s])/gi;

export function namedIn(text: string, me: string): Named {
  const people: string[] = [];
  const between: string[] = [];
  let from = 0;
  for (const found of text.matchAll(PERSON)) {
    people.push(found[1] ?? me);
    between.push(tidy(text.slice(from, found.index)));
    from = found.index + found[0].length;
  }
  between.push(tidy(text.slice(from)));
  const unknown = /(?:^|\s)[@＠](\S{1,80})/.exec(between.join(' '))?.[1] ?? null;
  return { people, between, unknown };
}

const tidy = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim();

/** The rota that the words name by its id or name, if any, and the words without it. */
export function takeRota(
  text: string,
  configs: readonly RotaConfig[],
): { readonly config: RotaConfig | null; readonly rest: string } {
  const words = text.normalize('NFKC');
  const names = configs.flatMap((config) =>
    [config.id, config.name ?? config.id].map((name) => ({ config, name: name.normalize('NFKC') })),
  );
  // The longest first: "web" must not be taken out of "web team".
  for (const { config, name } of names.toSorted((a, b) => b.name.length - a.name.length)) {
    const escaped = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    const found = new RegExp(`(?<!\\S)${escaped}(?!\\S)`, 'i').exec(words);
    if (found) return { config, rest: words.replace(found[0], ' ').replace(/\s+/g, ' ').trim() };
  }
  return { config: null, rest: text };
}

const COLUMNS: readonly (readonly [string, RegExp])[] = [
  ['secondary', /(?<!\S)(?:secondary|二次|二次当番|サブ|副)(?!\S)/i],
  ['primary', /(?<!\S)(?:primary|一次|一次当番|メイン|主)(?!\S)/i],
];

/** The duty column that the words name, if any: its id, or the usual words. */
export function takeColumn(
  text: string,
  columns: readonly string[],
): { readonly column: string | null; readonly rest: string } {
  const own = columns.find((column) => text.split(' ').includes(column));
  if (own !== undefined) {
    const rest = text.split(' ').filter((word) => word !== own);
    return { column: own, rest: rest.join(' ') };
  }
  for (const [column, pattern] of COLUMNS)
    if (pattern.test(text)) return { column, rest: tidy(text.replace(pattern, ' ')) };
  return { column: null, rest: text };
}

/** `14d`, `14日`, `2w`, `2週間`, `14` → days from 1 to 60; null for anything else, and 14 for nothing. */
export function daysIn(text: string): number | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (word === '') return 14;
  const found = /^(\d{1,3}) ?(d|days?|日間?|w|weeks?|週間?)?$/.exec(word);
  const days = found && Number(found[1]) * (/^[w週]/.test(found[2] ?? '') ? 7 : 1);
  return days !== null && days >= 1 && days <= 60 ? days : null;
}
