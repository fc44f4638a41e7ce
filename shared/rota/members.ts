import type { Cell, Spreadsheet, Tab } from '../ports/sheets.ts';
import { errorOf, fold, isEmpty, plain, textOf } from './fold.ts';
import type { RotaConfig } from './schemas.ts';
import { findTab } from './tabs.ts';
import { type View, viewOf } from './view.ts';

/** One row of the members tab: how a person may be written, and the account they are. */
export interface Member {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly id: string | null;
  /** Lower case, without the sign. */
  readonly handle: string | null;
  readonly email: string | null;
  readonly cell: string;
  /** A formula error where the account should stand. */
  readonly error: string | null;
}

const NAME =
  /^(?:名前|氏名|お名前|表示名|メンバー(?:名)?|担当者?(?:名)?|当番者?(?:名)?|姓名|names?|members?|full ?name|display ?name|person|people|who|staff|表記|シート上の名前)$/;
const SLACK = /slack|スラック|(?:ユーザー?|メンバー|user|member) ?id|^id$|メンション|mention|ハンドル|handle/;
const EMAIL = /メール|(?<![a-z])e-?mail/;
const ALIAS =
  /別名|通称|愛称|あだ名|略称|別表記|表記ゆれ|ニックネーム|呼び名|読み|ふりがな|フリガナ|かな|カナ|旧姓|alias|aka|a\.k\.a|nick ?name|short ?name|also|initials?|other ?names?|ローマ字/;

export const EMAIL_TEXT = /^[^\s@<>|]+@[^\s@<>|]+\.[^\s@<>|]+$/;
const ID_TEXT = /^<?@?([UW][A-Z0-9]{2,})(?:\|[^>]*)?>?$/;

/** `U01ABC`, `<@U01ABC>`, `https://x.slack.com/team/U01ABC` → the id. Ids are upper case and hold a digit or are long. */
export function slackIdIn(text: string): string | null {
  const word = plain(text);
  const id =
    ID_TEXT.exec(word)?.[1] ??
    /slack\.com\/(?:team|user_profile|archives)\/([UW][A-Z0-9]{2,})\b/.exec(word)?.[1] ??
    null;
  return id !== null && (/\d/.test(id) || id.length >= 9 || word.startsWith('<@')) ? id : null;
}

/** Null where the configuration names no members tab; `tab-missing` where it does and the sheet has none. */
export function readMembers(
  config: RotaConfig,
  spreadsheet: Spreadsheet,
): readonly Member[] | null | 'tab-missing' {
  if (config.members === undefined) return null;
  const tab = findTab(spreadsheet, config.members);
  return tab ? membersIn(tab) : 'tab-missing';
}

interface Columns {
  readonly first: number;
  readonly name: readonly number[];
  readonly slack: readonly number[];
  readonly email: readonly number[];
  readonly alias: readonly number[];
}

function membersIn(tab: Tab): Member[] {
  const view = viewOf(tab, () => undefined);
  const columns = headerColumns(view) ?? guessedColumns(view);
  const members: Member[] = [];
  for (let row = columns.first; row < view.height; row++) {
    const cells = (indexes: readonly number[]) =>
      indexes.map((column) => view.at(row, column)).filter((cell) => !isEmpty(cell));
    const names = cells(columns.name)
      .filter((cell) => errorOf(cell) === null)
      .map(textOf);
    const name = plain(names[0] ?? '');
    const accounts = [...cells(columns.slack), ...cells(columns.email)];
    if (name === '' && accounts.length === 0) continue;
    const aliases = cells(columns.alias)
      .filter((cell) => errorOf(cell) === null)
      .flatMap((cell) => textOf(cell).split(/[、,，;；/／\n]/))
      .map(plain);
    members.push({
      name,
      aliases: [...names.slice(1).map(plain), ...aliases].filter((alias) => alias !== ''),
      ...accountOf(accounts),
      cell: view.address(row, columns.name[0] ?? 0),
      error: accounts.map(errorOf).find((code) => code !== null) ?? null,
    });
  }
  return members;
}

function accountOf(cells: readonly Cell[]): Pick<Member, 'id' | 'handle' | 'email'> {
  const texts = cells
    .filter((cell) => errorOf(cell) === null)
    .map((cell) => plain(textOf(cell)).replace(/^mailto:/, ''));
  const id = texts.map(slackIdIn).find((found) => found !== null) ?? null;
  const email = texts.find((text) => EMAIL_TEXT.test(text)) ?? null;
  const handle = texts.find((text) => slackIdIn(text) === null && /^@?[^\s@]+$/.test(text)) ?? null;
  return { id, email: email?.toLowerCase() ?? null, handle: handle?.replace(/^@/, '').toLowerCase() ?? null };
}

function headerColumns(view: View): Columns | null {
  for (let row = 0; row < Math.min(view.height, 20); row++) {
    const texts = Array.from({ length: Math.min(view.width, 60) }, (_, column) =>
      fold(textOf(view.at(row, column))),
    );
    const where = (words: RegExp, not: (text: string) => boolean = () => false) =>
      texts.flatMap((text, column) => (text !== '' && words.test(text) && !not(text) ? [column] : []));
    const email = where(EMAIL);
    const alias = where(ALIAS);
    const slack = where(SLACK, (text) => EMAIL.test(text) || ALIAS.test(text));
    const name = where(NAME);
    if (name.length > 0 && slack.length + email.length > 0)
      return { first: row + 1, name, slack, email, alias };
    if (name.length === 0 && slack.length + email.length > 0 && texts.filter(Boolean).length > 1) {
      const free = texts.findIndex(
        (text, column) => text !== '' && ![...slack, ...email, ...alias].includes(column),
      );
      if (free >= 0) return { first: row + 1, name: [free], slack, email, alias };
    }
  }
  return null;
}

/** Without a header: accounts are known by their look, the first other column is the name. */
function guessedColumns(view: View): Columns {
  const columns = Array.from({ length: Math.min(view.width, 60) }, (_, column) => column);
  const some = (column: number, fits: (text: string) => boolean) => {
    for (let row = 0; row < Math.min(view.height, 200); row++)
      if (fits(plain(textOf(view.at(row, column))))) return true;
    return false;
  };
  const slack = columns.filter((column) => some(column, (text) => slackIdIn(text) !== null));
  const email = columns.filter((column) => some(column, (text) => EMAIL_TEXT.test(text)));
  const name = columns.filter(
    (column) => !slack.includes(column) && !email.includes(column) && some(column, (text) => text !== ''),
  );
  return { first: 0, name: name.slice(0, 1), slack, email, alias: [] };
}

/** Whom the members tab points to, so that they can be looked up in Slack before the rota is read. */
export function memberKeys(
  config: RotaConfig,
  spreadsheet: Spreadsheet,
): { ids: string[]; emails: string[]; needsDirectory: boolean } {
  const members = readMembers(config, spreadsheet);
  if (members === null) return { ids: [], emails: [], needsDirectory: true };
  if (members === 'tab-missing') return { ids: [], emails: [], needsDirectory: false };
  const ids = members.flatMap((member) => (member.id === null ? [] : [member.id]));
  const emails = members.flatMap((member) =>
    member.id === null && member.email !== null ? [member.email] : [],
  );
  const needsDirectory = members.some(
    (member) => member.id === null && member.email === null && member.handle !== null,
  );
  return { ids: [...new Set(ids)], emails: [...new Set(emails)], needsDirectory };
}
