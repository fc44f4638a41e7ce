import type { Locale } from '../../../../shared/language/index.ts';
import type { Problem } from '../../../../shared/runbook/index.ts';

/** What the runbooks' pages say beyond what the noun says of itself everywhere. */
export interface RunbookPageText {
  readonly title: string;
  readonly write: string;
  readonly search: string;
  readonly searchHint: string;
  readonly apply: string;
  readonly reset: string;
  readonly keys: string;
  readonly empty: { readonly title: string; readonly body: string };
  readonly noneFound: { readonly title: string; readonly body: string };
  shown(count: number, all: number): string;
  readonly languages: Readonly<Record<Locale, string>>;
  problems(errors: number, warnings: number): string;
  readonly fine: string;
  steps(count: number): string;
  runs(count: number): string;
  changed(time: string, by: string): string;
  version(short: string): string;
  readonly match: {
    readonly title: string;
    keywords(words: string): string;
    alerts(words: string): string;
    services(words: string): string;
    severities(words: string): string;
    readonly never: string;
  };
  readonly edit: string;
  readonly revert: string;
  readonly copy: string;
  readonly play: string;
  readonly retired: Readonly<
    Record<'word' | 'act' | 'back' | 'help' | 'show' | 'hide' | 'done' | 'restored', string>
  >;
  retiredBy(time: string, by: string): string;
  readonly contents: string;
  readonly optional: string;
  readonly parallel: string;
  by(role: string): string;
  readonly number: string;
  readonly lastChange: string;
  readonly howOften: string;
  readonly history: string;
  readonly historyNote: string;
  readonly now: string;
  readonly show: string;
  readonly compare: string;
  old(time: string, by: string): string;
  readonly toLatest: string;
  changes(from: string, to: string): string;
  readonly unreadable: string;
  readonly problemsTitle: string;
  readonly levels: Readonly<Record<Problem['level'], string>>;
  readonly from: string;
  readonly to: string;
  readonly back: string;
  readonly figures: {
    of(runs: number, one: boolean): string;
    /** `more`: there are older runs than these. */
    bound(most: number, more: boolean): string;
    readonly all: string;
    readonly one: string;
    readonly none: string;
    reached(count: number, runs: number): string;
    took(median: string, p90: string): string;
    skipped(count: number): string;
    corrected(count: number): string;
    readonly often: string;
  };
}

const ja: RunbookPageText = {
  title: 'ランブック',
  write: '新しく書く',
  search: '名前・きっかけの言葉',
  searchHint: '例: 返却、決済',
  apply: '絞り込む',
  reset: '条件を消す',
  keys: 'キー操作: / 検索、j・k 上下、Enter 開く',
  empty: {
    title: 'まだランブックはありません',
    body: 'ランブックは、対応チャンネルで一問ずつ進める手順書です。「新しく書く」の見本から始めるか、コマンドでまとめて登録できます。',
  },
  noneFound: { title: '当てはまるランブックはありません', body: '言葉を減らすか、変えてみてください。' },
  shown: (count, all) => `${all}件のうち${count}件を表示しています。言葉で絞り込めます。`,
  languages: { ja: '日本語', en: '英語' },
  problems: (errors, warnings) =>
    [errors > 0 ? `問題 ${errors}件` : '', warnings > 0 ? `注意 ${warnings}件` : '']
      .filter(Boolean)
      .join('・'),
  fine: '問題なし',
  steps: (count) => `${count}手順`,
  runs: (count) => `${count}回実行`,
  changed: (time, by) => `${time} ${by}さん`,
  version: (short) => `版 ${short}`,
  match: {
    title: '提案するとき',
    keywords: (words) => `言葉: ${words}`,
    alerts: (words) => `アラート: ${words}`,
    services: (words) => `サービス: ${words}`,
    severities: (words) => `重要度: ${words}`,
    never: '自動では提案しません',
  },
  edit: '編集する',
  revert: 'この版から書き直す',
  copy: '複製する・翻訳する',
  play: '試しに動かす',
  retired: {
    word: '使用終了',
    act: '使用を終える',
    back: 'また使えるようにする',
    help: '提案にも一覧にも出なくなり、新しく始められなくなります。進行中のものは最後まで進み、これまでの実行は読めます。いつでも戻せます。',
    show: '使用終了のものを見る',
    hide: '使えるものを見る',
    done: '使用を終えました。',
    restored: 'また使えるようにしました。',
  },
  retiredBy: (time, by) =>
    `${time} に${by}さんが使用を終えました。新しく始めることはできません。進行中のものは最後まで進みます。`,
  contents: '手順',
  optional: '任意',
  parallel: '並行して進めます',
  by: (role) => `担当: ${role}`,
  number: '版',
  lastChange: '最終変更',
  howOften: '実行',
  history: '変更の履歴',
  historyNote: '新しい順に50件までです。進行中のランブックは、始めたときの版のまま進みます。',
  now: 'いまの版',
  show: '読む',
  compare: '変更点',
  old: (time, by) => `${time} に${by}さんが保存した古い版です。`,
  toLatest: 'いまの版を見る',
  changes: (from, to) => `${from} から ${to} への変更点`,
  unreadable: 'この版は手順として読めません。下に書かれたままを表示します。直して保存してください。',
  problemsTitle: '見つかった問題',
  levels: { error: '問題', warning: '注意' },
  from: '前の版',
  to: '後の版',
  back: 'ランブックに戻る',
  figures: {
    of: (runs, one) => `${one ? 'この版の' : ''}実行 ${runs}回の実績を、手順ごとに示しています。`,
    bound: (most, more) =>
      `${more ? `新しい${most}回から数えました。` : ''}訓練と非公開のインシデントは含みません。`,
    all: 'すべての版で見る',
    one: 'この版だけで見る',
    none: 'まだ実行の記録がありません。実行されると、手順ごとに所要時間と飛ばした回数が出ます。',
    reached: (count, runs) => `${runs}回中 ${count}回`,
    took: (median, p90) => `中央値 ${median}、9割が ${p90} 以内`,
    skipped: (count) => `飛ばした ${count}回`,
    corrected: (count) => `訂正 ${count}回`,
    often: 'よく飛ばされています',
  },
};

const en: RunbookPageText = {
  title: 'Runbooks',
  write: 'Write a new one',
  search: 'Name or a word that suggests it',
  searchHint: 'such as return, payment',
  apply: 'Search',
  reset: 'Clear',
  keys: 'Keys: / search, j and k up and down, Enter open',
  empty: {
    title: 'There are no runbooks yet',
    body: 'A runbook leads through an incident in its war room, one question at a time. Start from the sample under “Write a new one”, or push a folder of them by command.',
  },
  noneFound: { title: 'No runbook fits', body: 'Try fewer or other words.' },
  shown: (count, all) => `${count} of ${all} are shown. A word narrows them down.`,
  languages: { ja: 'Japanese', en: 'English' },
  problems: (errors, warnings) =>
    [
      errors > 0 ? `${errors} ${errors === 1 ? 'problem' : 'problems'}` : '',
      warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  fine: 'No problems',
  steps: (count) => (count === 1 ? '1 step' : `${count} steps`),
  runs: (count) => (count === 1 ? '1 run' : `${count} runs`),
  changed: (time, by) => `${time} by ${by}`,
  version: (short) => `version ${short}`,
  match: {
    title: 'Suggested for',
    keywords: (words) => `Words: ${words}`,
    alerts: (words) => `Alerts: ${words}`,
    services: (words) => `Services: ${words}`,
    severities: (words) => `Severity: ${words}`,
    never: 'Never suggested by itself',
  },
  edit: 'Edit',
  revert: 'Go on from this version',
  copy: 'Copy or translate',
  play: 'Play it',
  retired: {
    word: 'Retired',
    act: 'Retire it',
    back: 'Bring it back',
    help: 'It is suggested and listed no more, and cannot be started. Runs under way go on to their end, past ones can be read. It can be brought back at any time.',
    show: 'See retired ones',
    hide: 'See those in use',
    done: 'Retired.',
    restored: 'Brought back.',
  },
  retiredBy: (time, by) =>
    `Retired at ${time} by ${by}: it cannot be started any more. Runs under way go on to their end.`,
  contents: 'Steps',
  optional: 'optional',
  parallel: 'All at once',
  by: (role) => `For: ${role}`,
  number: 'Version',
  lastChange: 'Last change',
  howOften: 'Runs',
  history: 'History',
  historyNote: 'The latest 50, newest first. A run that is under way stays with the version it began with.',
  now: 'Current',
  show: 'Read',
  compare: 'Changes',
  old: (time, by) => `This is an old version, saved at ${time} by ${by}.`,
  toLatest: 'See the current one',
  changes: (from, to) => `Changes from ${from} to ${to}`,
  unreadable: 'This version cannot be read as steps. It is shown as it is written; mend it and save it.',
  problemsTitle: 'Problems found',
  levels: { error: 'Problem', warning: 'Warning' },
  from: 'Before',
  to: 'After',
  back: 'Back to the runbook',
  figures: {
    of: (runs, one) =>
      `Beside each step: how it went in ${runs} ${runs === 1 ? 'run' : 'runs'}${one ? ' of this version' : ''}.`,
    bound: (most, more) =>
      `${more ? `Counted from the latest ${most}. ` : ''}Drills and private incidents do not count.`,
    all: 'Of all versions',
    one: 'Of this version only',
    none: 'It has not been run yet. After runs, each step shows how long it takes and how often it is skipped.',
    reached: (count, runs) => `${count} of ${runs} runs`,
    took: (median, p90) => `median ${median}, nine of ten within ${p90}`,
    skipped: (count) => `skipped ${count} ${count === 1 ? 'time' : 'times'}`,
    corrected: (count) => `corrected ${count} ${count === 1 ? 'time' : 'times'}`,
    often: 'Often skipped',
  },
};

export const runbookPageText = (locale: Locale): RunbookPageText => (locale === 'ja' ? ja : en);

/** A version is a hash; this much of it tells two apart. */
export const shortVersion = (version: string): string => version.slice(0, 7);
