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
