import type { Phase } from '../../../../shared/import/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';

/** What the import's pages say beside the import itself. */
export interface ImportPageText {
  readonly title: string;
  readonly lead: string;
  readonly quiet: string;
  readonly file: string;
  readonly fileHint: string;
  readonly source: string;
  readonly auto: string;
  readonly mapping: string;
  readonly proposed: string;
  readonly upload: string;
  readonly recent: string;
  readonly none: string;
  readonly phases: Readonly<Record<Phase, string>>;
  uploaded(by: string, time: string): string;
  /** By the reason of an error; `other` for any else. */
  readonly failures: Readonly<Record<string, string>> & { readonly other: string };
  readonly columns: string;
  readonly columnsHint: string;
  readonly column: string;
  readonly examples: string;
  readonly meaning: string;
  readonly values: string;
  readonly valuesHint: string;
  readonly unclear: string;
  readonly noService: string;
  readonly states: Readonly<Record<'open' | 'over' | 'closed', string>>;
  readonly times: string;
  readonly zone: string;
  readonly zoneWrong: string;
  readonly dayOrder: string;
  readonly dayOrders: Readonly<Record<'' | 'month-first' | 'day-first', string>>;
  readonly pages: string;
  readonly postmortems: string;
  readonly saveAs: string;
  readonly saveHint: string;
  readonly tryIt: string;
  readonly tryAgain: string;
  readonly trying: string;
  readonly running: string;
  dealt(count: number): string;
  readonly report: string;
  readonly triedNote: string;
  readonly doneNote: string;
  readonly download: string;
  refused(count: number): string;
  readonly refusedNote: string;
  readonly reasons: string;
  readonly changes: string;
  count(count: number): string;
  rest(count: number): string;
  run(count: number): string;
  readonly runNote: string;
  readonly nothing: string;
  readonly discard: string;
  readonly discardNote: string;
  readonly erased: string;
  readonly worth: string;
  readonly more: string;
  readonly all: string;
  readonly incidents: string;
}

const ja: ImportPageText = {
  title: '過去のインシデントの取り込み',
  lead: 'Notion の書き出し（zip）、CSV、JSON から、日時・担当者・ポストモーテムごと取り込みます。先に試行し、一件ずつの結果を確かめてから書き込みます。',
  quiet: '取り込みでは、Slack への投稿・チャンネル作成・呼び出し・お知らせは一切行われません。',
  file: 'ファイル',
  fileHint:
    '20 MB まで。文字コードは UTF-8、UTF-16、Shift_JIS。大きなファイルはコマンド（toban import）で取り込めます。',
  source: '種類',
  auto: 'ファイル名から判断',
  mapping: '列の対応',
  proposed: '提案する',
  upload: 'アップロードして確かめる',
  recent: '最近の取り込み',
  none: 'まだありません。',
  phases: {
    mapping: '列の確認待ち',
    trying: '試行中',
    tried: '試行済み',
    running: '取り込み中',
    done: '取り込み済み',
    failed: '読めません',
    erased: '削除済み',
  },
  uploaded: (by, time) => `${time} に${by}さんがアップロード`,
  failures: {
    'no-file': 'ファイルを選んでください。',
    'no-source': '種類が分かりません。「種類」を選んでください。',
    'not-text': 'UTF-8 でも Shift_JIS でもない文字が含まれています。CSV を UTF-8 で書き出し直してください。',
    'not-csv': 'CSV として読めません。一行目に列の名前がある CSV を選んでください。',
    'no-table':
      'zip の中に表（.csv）もページ（.md）もありません。Notion の「エクスポート → Markdown & CSV」で書き出してください。',
    'no-records': 'ファイルに一件もありません。中身を確かめてください。',
    'broken-zip': 'zip が壊れています。書き出し直してください。',
    'unsafe-name':
      'zip の中に、外を指す名前（../ など）のファイルがあるため、読んでいません。書き出し直してください。',
    'too-much':
      'zip を展開すると大きくなりすぎるため、読んでいません。画像を除いて書き出すか、コマンドで取り込んでください。',
    'too-deep': 'zip の中の zip の中に zip があります。展開してから選んでください。',
    encrypted: 'zip に暗号がかかっています。外してから選んでください。',
    'too-large': 'ファイルが 20 MB を超えています。コマンド（toban import）で取り込んでください。',
    other: 'ファイルを読めませんでした。書き出し直して、もう一度選んでください。',
  },
  columns: '列の対応',
  columnsHint:
    '列の名前と値から提案しました。違うものを直してください。どの項目でもない列は、説明かポストモーテムに残せます。',
  column: '列',
  examples: '値の例',
  meaning: '取り込み先',
  values: '値の対応',
  valuesHint: '「選ばない」のままの重要度とステータスの行は、取り込まずに結果で知らせます。',
  unclear: '選ばない',
  noService: 'サービスなし（説明に残す）',
  states: { open: '対応中（取り込まない）', over: '解決', closed: '完了' },
  times: '日時',
  zone: 'タイムゾーンのない日時の読み方',
  zoneWrong: 'Asia/Tokyo のようなタイムゾーン名を入れてください。',
  dayOrder: '03/04/2024 のような日付の順',
  dayOrders: { '': '決めない（読めない行として知らせる）', 'month-first': '月/日', 'day-first': '日/月' },
  pages: 'Notion のページの本文をポストモーテムにする',
  postmortems: 'ファイルにあるポストモーテム（postmortems）も取り込む',
  saveAs: 'この対応を名前を付けて残す',
  saveHint: '次の取り込みとコマンドで選べます。空なら残しません。',
  tryIt: '試行する',
  tryAgain: 'この対応で試行し直す',
  trying: '試行しています。何も書き込みません。',
  running: '取り込んでいます。このページを閉じても続きます。',
  dealt: (count) => `${count.toLocaleString('en-US')}件まで進みました`,
  report: '結果',
  triedNote: '試行の結果です。まだ何も書き込んでいません。',
  doneNote: '取り込みました。もう一度取り込んでも、同じものは増えません。',
  download: '全件の結果（CSV）',
  refused: (count) => `取り込めない${count.toLocaleString('en-US')}件（修正用ファイル）`,
  refusedNote:
    '修正用ファイルには、取り込めない行が元のまま、理由とともに入っています。直してもう一度アップロードすれば、その分だけ取り込めます。',
  reasons: '取り込めない理由',
  changes: '変わるもの',
  count: (count) => `${count.toLocaleString('en-US')}件`,
  rest: (count) => `ほか${count.toLocaleString('en-US')}件は CSV にあります。`,
  run: (count) => `${count.toLocaleString('en-US')}件を取り込む`,
  runNote: '取り込めない行は飛ばします。直したファイルを後からもう一度取り込めば、その分だけ増えます。',
  nothing: '取り込むものはありません。',
  discard: 'ファイルを消す',
  discardNote: 'アップロードしたファイルと結果は、7日後に自動で消えます。',
  erased: 'アップロードしたファイルと結果は消えています。取り込んだインシデントは残っています。',
  worth: '取り込むときの注意',
  more: 'ほかは CSV にあります。',
  all: '気になる行はありません。',
  incidents: 'インシデントの一覧へ',
};

const en: ImportPageText = {
  title: 'Import incidents of the past',
  lead: 'From a Notion export (zip), CSV or JSON, with their times, people and postmortems. A dry run first tells what would become of each record; then it is written.',
  quiet: 'Nobody hears of an import: no message, no channel, no call, no reminder.',
  file: 'File',
  fileHint: 'Up to 20 MB, in UTF-8, UTF-16 or Shift_JIS. Larger ones go through the command (toban import).',
  source: 'Kind',
  auto: 'By the file’s name',
  mapping: 'Mapping',
  proposed: 'Propose one',
  upload: 'Upload and check',
  recent: 'Recent imports',
  none: 'None yet.',
  phases: {
    mapping: 'to be mapped',
    trying: 'dry run under way',
    tried: 'dry run done',
    running: 'under way',
    done: 'imported',
    failed: 'cannot be read',
    erased: 'erased',
  },
  uploaded: (by, time) => `uploaded by ${by} at ${time}`,
  failures: {
    'no-file': 'Choose a file.',
    'no-source': 'Its kind is not clear. Choose one.',
    'not-text': 'It holds signs that are neither UTF-8 nor Shift_JIS. Export the CSV as UTF-8.',
    'not-csv': 'It is no CSV. Choose one whose first line names the columns.',
    'no-table':
      'The zip holds neither a table (.csv) nor a page (.md). In Notion, use Export → Markdown & CSV.',
    'no-records': 'There is no record in the file. Look what is in it.',
    'broken-zip': 'The zip is broken. Export it again.',
    'unsafe-name':
      'The zip holds a file whose name leads out of it (such as ../), so it was not read. Export it again.',
    'too-much':
      'Unpacked it would be too large, so it was not read. Export it without images, or use the command.',
    'too-deep': 'There is a zip in a zip in the zip. Unpack it first.',
    encrypted: 'The zip is encrypted. Make one that is not.',
    'too-large': 'The file is larger than 20 MB. Use the command (toban import).',
    other: 'The file could not be read. Export it again and choose it once more.',
  },
  columns: 'Columns',
  columnsHint:
    'Proposed from names and values. Put right what is wrong. What is no field can be kept in the description or the postmortem.',
  column: 'Column',
  examples: 'Examples',
  meaning: 'Becomes',
  values: 'Values',
  valuesHint:
    'Records with a severity or status that stays “Not chosen” are not imported; the report says so.',
  unclear: 'Not chosen',
  noService: 'No service (kept in the description)',
  states: { open: 'Under way (not imported)', over: 'Resolved', closed: 'Closed' },
  times: 'Times',
  zone: 'Zone of times that name none',
  zoneWrong: 'Enter a time zone such as Asia/Tokyo.',
  dayOrder: 'Order in dates like 03/04/2024',
  dayOrders: {
    '': 'Not decided (such records are refused)',
    'month-first': 'month/day',
    'day-first': 'day/month',
  },
  pages: 'The text of a Notion page becomes the postmortem',
  postmortems: 'Import the postmortems of the file, too',
  saveAs: 'Save this mapping as',
  saveHint: 'To be chosen next time, here and in the command. Left blank it is not saved.',
  tryIt: 'Dry run',
  tryAgain: 'Dry run with this mapping',
  trying: 'The dry run is under way. It writes nothing.',
  running: 'The import is under way. It goes on when you close this page.',
  dealt: (count) => `${count.toLocaleString('en-US')} dealt with`,
  report: 'Report',
  triedNote: 'Of the dry run. Nothing has been written yet.',
  doneNote: 'They are in. Imported once more, nothing doubles.',
  download: 'Report of all records (CSV)',
  refused: (count) => `Refused records (${count.toLocaleString('en-US')}), to put right`,
  refusedNote:
    'The file of what was refused holds those records as they are, each with its reasons. Put them right and upload it: only those are added.',
  reasons: 'Why records are refused',
  changes: 'What changes',
  count: (count) => (count === 1 ? '1 record' : `${count.toLocaleString('en-US')} records`),
  rest: (count) => `${count.toLocaleString('en-US')} more stand in the CSV.`,
  run: (count) => `Import ${count.toLocaleString('en-US')}`,
  runNote: 'Refused records are left out. Import the mended file later: only those are added.',
  nothing: 'There is nothing to import.',
  discard: 'Erase the file',
  discardNote: 'The uploaded file and the report are erased after seven days.',
  erased: 'The uploaded file and the report are erased. What was imported is there.',
  worth: 'Good to know',
  more: 'The others are in the CSV.',
  all: 'Nothing stands out.',
  incidents: 'To the incidents',
};

export const importPageText = (locale: Locale): ImportPageText => (locale === 'ja' ? ja : en);

/** Why a file was not read, and what to do. */
export const failureText = (reason: string | null | undefined, { failures }: ImportPageText): string =>
  (reason && Object.hasOwn(failures, reason) ? failures[reason] : undefined) ?? failures.other;
