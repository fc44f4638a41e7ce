import type { Locale } from '../../../shared/language/index.ts';

/** What the list of rotas and the check of one say. */
export interface RotasText {
  readonly title: string;
  readonly none: { readonly title: string; readonly body: string };
  readonly check: string;
  readonly sheet: string;
  problems(count: number): string;
  notices(count: number): string;
  readonly allWell: string;
  readonly allWellHelp: string;
  readonly notChecked: string;
  readonly notCheckedHelp: string;
  more(count: number): string;
  readonly picture: string;
  readonly legend: {
    readonly problem: string;
    readonly notice: string;
    readonly now: string;
    readonly unread: string;
  };
  cut(rows: number): string;
  readonly covers: string;
  /** Stands for a channel's id, which says nothing to people, and leads there. */
  readonly channel: string;
}

const ja: RotasText = {
  title: '当番表',
  none: {
    title: '当番表がまだありません',
    body: 'toban.yaml の rotas に、スプレッドシートを一つ書くと、ここに並びます。',
  },
  check: '当番表の確認',
  sheet: 'シートを開く',
  problems: (count) => `直すところ ${count}件`,
  notices: (count) => `お知らせ ${count}件`,
  allWell: '直すところはありません',
  allWellHelp: '新しく見つかると、当番表の管理者に Slack で一度だけ知らせます。',
  notChecked: 'まだ確認していません',
  notCheckedHelp: '当番表は毎分確認しています。少し待ってから開き直してください。',
  more: (count) => `ほか ${count}件。上のものを直すと表示されます。`,
  picture: '読み取った表',
  legend: {
    problem: '直すところ',
    notice: 'お知らせ',
    now: 'いまの当番',
    unread: 'Toban が読まない列（内容は保存しません）',
  },
  cut: (rows) => `⋯ ${rows}行を省略`,
  covers: 'シートの内容です。Slack で決めた代理はカレンダーで見られます。',
  channel: '呼び出しに使うチャンネル',
};

const en: RotasText = {
  title: 'Rotas',
  none: {
    title: 'No rota yet',
    body: 'Name a spreadsheet under "rotas" in toban.yaml, and it stands here.',
  },
  check: 'Check of the sheet',
  sheet: 'Open the sheet',
  problems: (count) => `${count} to correct`,
  notices: (count) => (count === 1 ? '1 note' : `${count} notes`),
  allWell: 'Nothing to correct',
  allWellHelp: 'When something new is found, the owners of the rota are told once in Slack.',
  notChecked: 'Not checked yet',
  notCheckedHelp: 'Sheets are checked each minute. Wait a moment and open this page again.',
  more: (count) => `${count} more will be shown when those above are corrected.`,
  picture: 'The sheet as it was read',
  legend: {
    problem: 'to correct',
    notice: 'note',
    now: 'on duty now',
    unread: 'columns that Toban does not read (and does not keep)',
  },
  cut: (rows) => (rows === 1 ? '⋯ 1 row left out' : `⋯ ${rows} rows left out`),
  covers: 'This is what the sheet says. Covers agreed in Slack are on the calendar.',
  channel: 'the channel that calls them',
};

export const rotasText = (locale: Locale): RotasText => (locale === 'ja' ? ja : en);
