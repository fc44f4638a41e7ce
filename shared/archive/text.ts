import type { Locale } from '../language/index.ts';

/** What the pages of an export say. */
export interface ArchiveText {
  readonly status: string;
  readonly severity: string;
  readonly service: string;
  readonly times: string;
  readonly numbers: string;
  readonly timeline: string;
  readonly none: string;
  san(name: string): string;
  /** Of the page. */
  readonly title: string;
  readonly lead: string;
  readonly holds: readonly string[];
  readonly careful: string;
  readonly download: string;
  /** `time`: when there may be another. */
  tooMany(most: number, time: string): string;
  /** `at`: ISO 8601, UTC. */
  readme(at: string): string;
}

const ja: ArchiveText = {
  status: '状態',
  severity: '重要度',
  service: 'サービス',
  times: '時刻',
  numbers: '所要時間',
  timeline: 'タイムライン',
  none: 'なし',
  san: (name) => `${name}さん`,
  title: 'データの書き出し',
  lead: 'Toban の記録を、1 つの zip ファイルにまとめて保存します。件数が多いと数分から数十分かかります。途中で切れた zip は開けません。そのときは、もう一度書き出してください。',
  holds: [
    'インシデント、呼び出し、ポストモーテム、アクションアイテム、ランブックの全データ（NDJSON）',
    'そのまま読めるインシデントとポストモーテム（Markdown）',
    'あなたが見られない非公開のインシデントと、それに触れた記録は含まれません',
    'トークンなどの秘密情報は含まれません',
  ],
  careful:
    '個人名や非公開の内容が含まれます。保存したファイルの扱いに注意してください。書き出したことは操作の記録に残ります。',
  download: '書き出す',
  tooMany: (most, time) => `書き出しは 24 時間に ${most} 回までです。次は ${time} から書き出せます。`,
  readme: (at) => `# Toban の記録

${at} に書き出しました。

- \`incidents/\`: インシデントごとの記録とタイムライン（Markdown）
- \`postmortems/\`: ポストモーテム（Markdown）
- \`documents/\`: すべてのデータ（NDJSON、1 行 1 件）。Toban に戻すときに使います
- \`manifest.json\`: 書き出した件数

非公開のインシデントや個人名も含まれます。取り扱いに注意してください。
トークンなどの秘密情報は含まれません。

Toban に戻すには: \`npm run -s toban -- restore <このファイル>\`
`,
};

const en: ArchiveText = {
  status: 'Status',
  severity: 'Severity',
  service: 'Service',
  times: 'Times',
  numbers: 'How long it took',
  timeline: 'Timeline',
  none: 'none',
  san: (name) => name,
  title: 'Export of all data',
  lead: 'Saves what Toban keeps in one zip file. With many records this takes minutes, or tens of them. A zip that was cut off does not open: export again then.',
  holds: [
    'All data of incidents, calls, postmortems, action items and runbooks, as NDJSON',
    'Incidents and postmortems to read as they are, as Markdown',
    'Private incidents that you may not see, and whatever mentions them, are left out',
    'Tokens and other secrets are left out',
  ],
  careful:
    'It holds names and private content: keep the file accordingly. That you exported is kept in the audit log.',
  download: 'Export',
  tooMany: (most, time) => `There are ${most} exports in 24 hours. The next is possible from ${time}.`,
  readme: (at) => `# Records of Toban

Exported at ${at}.

- \`incidents/\`: each incident with its timeline, as Markdown
- \`postmortems/\`: the postmortems, as Markdown
- \`documents/\`: all data as NDJSON, one document a line; this is what Toban reads back
- \`manifest.json\`: how much there is

Private incidents and names of people are in it: keep it accordingly. Tokens and other secrets are not.

To bring it back into a Toban: \`npm run -s toban -- restore <this file>\`
`,
};

export const archiveText = (locale: Locale): ArchiveText => (locale === 'ja' ? ja : en);
