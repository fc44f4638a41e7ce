import { strToU8, type Zippable, zipSync } from 'fflate';

/** An incident as somebody kept it in a Notion table. */
export interface NotionIncident {
  readonly title: string;
  readonly row: Readonly<Record<string, string>>;
  readonly body: string;
}

const COLUMNS = [
  'タイトル',
  '発生日時',
  '検知日時',
  '復旧日時',
  '重要度',
  'ステータス',
  '担当者',
  'サービス',
  '影響',
  '原因',
];
const TABLE = 'インシデント管理 5f0d7e1a2b3c4d5e6f708192a3b4c5d6';
const two = (n: number) => String(n).padStart(2, '0');

/** The n-th of them: times of 2023 and 2024, people of the scene and one who has left. */
export function notionIncident(n: number): NotionIncident {
  const day = `202${3 + (n % 2)}年${1 + (n % 12)}月${1 + (n % 28)}日`;
  const hour = n % 20;
  return {
    title: n % 10 === 0 ? '返却できない' : `返却できない（${n}件目）`,
    row: {
      発生日時: `${day} ${hour}:${two(n % 60)}`,
      検知日時: `${day} ${hour + 1}:${two(n % 60)}`,
      復旧日時: `${day} ${hour + 3}:${two(n % 60)}`,
      重要度: ['高', '中', '低', '緊急'][n % 4] ?? '',
      ステータス: n % 3 === 0 ? '完了' : '復旧済み',
      担当者: n % 5 === 0 ? '退職 太郎' : '小野 健',
      サービス: '貸出・返却',
      影響: `約${n + 1}台が\n返却できない, "終日"`,
      原因: n % 7 === 0 ? '=HYPERLINK("http://evil.example")' : '設定の誤り',
    },
    body: `## 経緯\n\n${n}件目の経緯 <!channel>\n\n## 再発防止\n\n- [ ] 見張りを置く\n`,
  };
}

/** A zip as Notion exports a table: the table, a page for each row, all in a part within the zip. */
export function notionExport(incidents: readonly NotionIncident[]): Uint8Array {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\n`;
  const rows = incidents.map(({ title, row }) =>
    line([title, ...COLUMNS.slice(1).map((name) => row[name] ?? '')]),
  );
  const files: Zippable = { [`${TABLE}_all.csv`]: strToU8(`\uFEFF${line(COLUMNS)}${rows.join('')}`) };
  for (const [n, { title, row, body }] of incidents.entries()) {
    const id = (n + 1).toString(16).padStart(32, '0');
    const properties = Object.entries(row).map(([name, value]) => `${name}: ${value}\n`);
    const name = title.replace(/[（）]/g, '').slice(0, 40);
    files[`${TABLE}/${name} ${id}.md`] = strToU8(`# ${title}\n\n${properties.join('')}\n${body}`);
  }
  return zipSync({ 'Export-1-Part-1.zip': [zipSync(files), { level: 0 }] });
}
