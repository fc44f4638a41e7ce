import { fieldName } from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import type { Remark } from './map/draft.ts';
import type { Field, Target } from './mapping/model.ts';
import type { Source } from './read/open.ts';
import type { Place, Trouble } from './read/row.ts';
import type { ChangedField, Counts, Outcome, Result, RowRefusal } from './run/model.ts';

/** Every sentence of an import. What a refusal says ends with what to do. Plain text: values and titles are user text. */
export interface ImportText {
  /** Why a severity or a time of an imported incident is what it is. */
  reason(externalId: string): string;
  place(at: Place): string;
  readonly results: Readonly<Record<Result['kind'], string>>;
  readonly sources: Readonly<Record<Source, string>>;
  /** What the file was taken for. */
  read(source: Source): string;
  /** In which zone times are read that name none. */
  zoned(zone: string): string;
  readonly targets: Readonly<Record<Target, string>>;
  counts(counts: Counts, dry: boolean): string;
  changed(fields: readonly string[]): string;
  kept(fields: readonly string[]): string;
  field(field: ChangedField): string;
  refusal(refusal: RowRefusal): string;
  remark(remark: Remark): string;
  /** Head of the column that says why a record was refused; such a column is left out when it comes back. */
  readonly why: string;
  /** Heads of the report's columns. */
  readonly report: readonly string[];
}

const ja: ImportText = {
  reason: (id) => `取り込み元の記録による（${id}）`,
  place: ({ file, line }) => (line === null ? bare(file) : `${bare(file)} ${line}行目`),
  results: { created: '新規', changed: '変更', same: '変更なし', refused: '取込不可' },
  sources: { notion: 'Notion の書き出し', csv: 'CSV', json: 'JSON', waroom: 'Waroom の JSON' },
  read: (source) => `「${ja.sources[source]}」として読みました。列の対応:`,
  zoned: (zone) => `タイムゾーンのない日時は ${zone} の時刻として読みます。`,
  targets: {
    id: '取り込み元の ID',
    title: 'タイトル',
    description: '説明',
    started: '発生',
    detected: '検知',
    acknowledged: '受領',
    identified: '原因特定',
    mitigated: '影響終了',
    resolved: '解決',
    duration: '解決までの長さ',
    severity: '重要度',
    status: 'ステータス',
    service: 'サービス',
    reporter: '報告した人',
    lead: '指揮した人',
    people: '対応した人',
    inquiries: '問い合わせ件数',
    vehicles: '影響車両',
    users: '影響ユーザー',
    drill: '訓練',
    private: '非公開',
    link: '元のページ',
    timeline: 'タイムライン',
    actions: 'アクションアイテム',
    history: 'ステータスの履歴',
    section: 'ポストモーテムの節',
    note: '説明に書き添える',
    ignore: '取り込まない',
  },
  counts: ({ created, changed, same, refused }, dry) =>
    `${dry ? '試行（何も書いていません）: ' : ''}新規 ${created}件、変更 ${changed}件、変更なし ${same}件、取り込めない ${refused}件`,
  changed: (fields) => `変わる項目: ${fields.join('、')}`,
  kept: (fields) => `Toban で直されているため、そのままにする項目: ${fields.join('、')}`,
  field: (field) => fieldIn(field, 'ja'),
  refusal: (one) => refusalJa(one),
  remark: (one) => remarkJa(one),
  why: '取り込めない理由',
  report: ['結果', '場所', 'タイトル', 'ID', 'インシデント', '内容'],
};

function refusalJa(one: RowRefusal): string {
  switch (one.why) {
    case 'no-title':
      return 'タイトルが空です。取り込み元で入力するか、タイトルの列を選び直してください（結合したセルは、最初の行にしか値が入りません）。';
    case 'no-when':
      return '日時がどこにもありません。発生・検知・解決のどれかを入力するか、その列を選んでください。';
    case 'no-time':
      return `「${one.column}」の「${short(one.value)}」は日時として読めません。2024/03/05 14:03 のように直すか、この列を日時から外してください。`;
    case 'two-days':
      return `「${one.column}」の「${short(one.value)}」は月と日のどちらが先か分かりません。日付の順を選んでください。`;
    case 'no-year':
      return `「${one.column}」の「${short(one.value)}」に年がありません。年を書き足してください。`;
    case 'private-nobody':
      return '非公開ですが、対応した人が Slack に一人も見つかりません。取り込むと誰にも見えなくなります。人の列を直すか、「非公開」の列を外してください。';
    case 'in-the-future':
      return `「${one.column}」の「${short(one.value)}」は未来です。日時か、タイムゾーンの設定を確かめてください。`;
    case 'still-open':
      return `ステータスが「${short(one.value)}」で、解決していません。取り込めるのは終わったものだけです。解決の日時を入れるか、進行中なら Toban で宣言してください。`;
    case 'severity-unknown':
      return `「${one.column}」の「${short(one.value)}」がどの重要度か分かりません。対応表に加えてください。`;
    case 'status-unknown':
      return `「${one.column}」の「${short(one.value)}」がどのステータスか分かりません。対応表に加えてください。`;
    case 'twice':
      return `同じ ID（${short(one.id)}）の行が前にあります。どちらかを消すか、ID の列を選び直してください。`;
    case 'gone':
      return '前に取り込んだインシデントが Toban から消されているため、戻していません。';
    case 'broken':
      return troubleJa(one.trouble);
  }
}

function troubleJa(trouble: Trouble): string {
  switch (trouble.code) {
    case 'quote-open':
      return 'この行で開いた引用符（"）が閉じていません。閉じるか、消してください。';
    case 'quote-inside':
      return '引用符（"）の前後に余計な文字があります。中の引用符は "" と二つ重ねてください。';
    case 'too-many-cells':
      return `列が ${trouble.columns} 個の表に、値が ${trouble.cells} 個あります。区切り文字を含む値を引用符（"）で囲んでください。`;
    case 'too-long':
      return `一件の長さの上限（${trouble.most.toLocaleString('en-US')}文字）を超えています。分けるか、短くしてください。`;
    case 'not-json':
      return 'JSON として読めません。かっこ・引用符・カンマを確かめてください。';
    case 'no-incident':
      return 'ポストモーテムの元のインシデント（incident_uuids）がファイルにありません。インシデントと一緒のファイルにしてください。';
    case 'not-a-record':
      return '一件がオブジェクト（{ … }）になっていません。';
  }
}

function remarkJa(one: Remark): string {
  switch (one.about) {
    case 'day-only':
      return `「${one.column}」に時刻がないため、日付だけを使います。時間の集計には入りません。`;
    case 'no-resolved':
      return '解決の日時がないため、解決までの時間は集計に入りません。';
    case 'service-unknown':
      return `サービス「${short(one.value)}」は toban.yaml にないため、説明に書き添えます。`;
    case 'amount-unread':
      return `「${one.column}」の「${short(one.value)}」は数として読めないため、説明に書き添えます。`;
    case 'duration-unread':
      return `「${one.column}」の「${short(one.value)}」は長さ（2時間30分、90分など）として読めないため、説明に書き添えます。`;
    case 'title-cut':
      return 'タイトルが長いため短くし、全文は説明に残します。';
    case 'entries-untimed':
      return `「${one.column}」の${one.count}件は日時が読めないため、タイムラインに載せず、ポストモーテムに残します。`;
    case 'entries-many':
      return `「${one.column}」は500件までタイムラインに載せ、残りの${one.count}件はポストモーテムに残します。`;
    case 'actions-many':
      return `「${one.column}」は100件までアクションアイテムにし、残りの${one.count}件はポストモーテムに残します。`;
    case 'due-unread':
      return `「${one.column}」の期限「${short(one.value)}」は日付として読めないため、メモに残します。`;
    case 'person-unknown':
      return `「${short(one.name)}」は Slack に見つからないため、名前だけを残します。`;
  }
}

const en: ImportText = {
  reason: (id) => `as recorded where it was imported from (${id})`,
  place: ({ file, line }) => (line === null ? bare(file) : `${bare(file)} line ${line}`),
  results: { created: 'new', changed: 'changed', same: 'unchanged', refused: 'refused' },
  sources: { notion: 'Notion export', csv: 'CSV', json: 'JSON', waroom: 'JSON of Waroom' },
  read: (source) => `Read as: ${en.sources[source]}. Its columns:`,
  zoned: (zone) => `Times that name no zone are read as times of ${zone}.`,
  targets: {
    id: 'ID at its source',
    title: 'Title',
    description: 'Description',
    started: 'Started',
    detected: 'Detected',
    acknowledged: 'Acknowledged',
    identified: 'Cause identified',
    mitigated: 'Mitigated',
    resolved: 'Resolved',
    duration: 'How long it took',
    severity: 'Severity',
    status: 'Status',
    service: 'Service',
    reporter: 'Who reported it',
    lead: 'Who led it',
    people: 'Who took part',
    inquiries: 'Number of inquiries',
    vehicles: 'Vehicles affected',
    users: 'Users affected',
    drill: 'Drill',
    private: 'Private',
    link: 'Page at its source',
    timeline: 'Timeline',
    actions: 'Action items',
    history: 'History of the status',
    section: 'Section of the postmortem',
    note: 'Added to the description',
    ignore: 'Left out',
  },
  counts: ({ created, changed, same, refused }, dry) =>
    `${dry ? 'Dry run, nothing was written: ' : ''}${created} new, ${changed} changed, ${same} unchanged, ${refused} refused`,
  changed: (fields) => `Changes: ${fields.join(', ')}`,
  kept: (fields) => `Left as they were put right in Toban: ${fields.join(', ')}`,
  field: (field) => fieldIn(field, 'en'),
  refusal: (one) => refusalEn(one),
  remark: (one) => remarkEn(one),
  why: 'Why refused',
  report: ['Result', 'Where', 'Title', 'ID', 'Incident', 'What'],
};

function refusalEn(one: RowRefusal): string {
  switch (one.why) {
    case 'no-title':
      return 'It has no title. Enter one at the source, or choose another column for it (merged cells have their value in the first row only).';
    case 'no-when':
      return 'It has no time. Enter when it started, was detected or resolved, or choose the column that says so.';
    case 'no-time':
      return `"${short(one.value)}" in "${one.column}" is no time. Write it as 2024/03/05 14:03, or take the column for something else.`;
    case 'two-days':
      return `"${short(one.value)}" in "${one.column}" may be two days. Choose whether the month or the day comes first.`;
    case 'no-year':
      return `"${short(one.value)}" in "${one.column}" has no year. Add it.`;
    case 'private-nobody':
      return 'It is private, and none of its people is found in Slack: nobody could ever see it. Put its people right, or take the column "Private" for something else.';
    case 'in-the-future':
      return `"${short(one.value)}" in "${one.column}" lies in the future. Check the time, and the time zone of the mapping.`;
    case 'still-open':
      return `Its status is "${short(one.value)}" and it is not resolved. Only what is over is imported: enter when it was resolved, or declare it in Toban.`;
    case 'severity-unknown':
      return `"${short(one.value)}" in "${one.column}" is no severity that is known. Add it to the mapping.`;
    case 'status-unknown':
      return `"${short(one.value)}" in "${one.column}" is no status that is known. Add it to the mapping.`;
    case 'twice':
      return `An earlier record has the same ID (${short(one.id)}). Remove one, or choose another column for the ID.`;
    case 'gone':
      return 'It was imported before and deleted in Toban since, so it was not brought back.';
    case 'broken':
      return troubleEn(one.trouble);
  }
}

function troubleEn(trouble: Trouble): string {
  switch (trouble.code) {
    case 'quote-open':
      return 'A quote (") that is opened in this line is never closed. Close it, or take it away.';
    case 'quote-inside':
      return 'There is something before or behind a quote ("). Write a quote within a value twice: "".';
    case 'too-many-cells':
      return `There are ${trouble.cells} values in a table of ${trouble.columns} columns. Put values that hold the delimiter between quotes (").`;
    case 'too-long':
      return `It is longer than one record may be (${trouble.most.toLocaleString('en-US')} characters). Shorten or divide it.`;
    case 'not-json':
      return 'It is no JSON. Check brackets, quotes and commas.';
    case 'no-incident':
      return 'It is a postmortem whose incident (incident_uuids) is not in the file. Put both into one file.';
    case 'not-a-record':
      return 'It is no object ({ … }).';
  }
}

function remarkEn(one: Remark): string {
  switch (one.about) {
    case 'day-only':
      return `"${one.column}" has no hour: only the day is used, and no duration is counted from it.`;
    case 'no-resolved':
      return 'It does not say when it was resolved, so the time to resolve is not counted.';
    case 'service-unknown':
      return `The service "${short(one.value)}" is not in toban.yaml; it is added to the description.`;
    case 'amount-unread':
      return `"${short(one.value)}" in "${one.column}" is no number; it is added to the description.`;
    case 'duration-unread':
      return `"${short(one.value)}" in "${one.column}" is no duration (such as 2 h 30 min); it is added to the description.`;
    case 'title-cut':
      return 'The title is long: it is cut, and kept whole in the description.';
    case 'entries-untimed':
      return `${one.count} of "${one.column}" have no time that can be read: they are kept in the postmortem, not on the timeline.`;
    case 'entries-many':
      return `Of "${one.column}" 500 come onto the timeline; the other ${one.count} are kept in the postmortem.`;
    case 'actions-many':
      return `Of "${one.column}" 100 become action items; the other ${one.count} are kept in the postmortem.`;
    case 'due-unread':
      return `"${short(one.value)}" in "${one.column}" is no due date; it is kept as a note.`;
    case 'person-unknown':
      return `"${short(one.name)}" is not found in Slack; the name alone is kept.`;
  }
}

/** Notion puts an id behind each name, which nobody reads. */
const bare = (file: string): string => file.replace(/[ _-][0-9a-f]{32}(?=[/_.]|$)/gi, '');

const SHORT = 60;
const short = (value: string): string => {
  const line = value.replace(/\s+/g, ' ');
  return line.length > SHORT ? `${line.slice(0, SHORT)}…` : line;
};

function fieldIn(field: ChangedField, locale: Locale): string {
  const { targets } = importText(locale);
  if (field === 'postmortem') return locale === 'ja' ? 'ポストモーテム' : 'Postmortem';
  if (field === 'duties' || field === 'severities') return fieldName(field, locale);
  return targets[field satisfies Field];
}

export const importText = (locale: Locale): ImportText => (locale === 'ja' ? ja : en);

/** All there is to say of a record, sentence by sentence. */
export function sentencesOf({ result, remarks }: Outcome, text: ImportText): readonly string[] {
  return [
    ...(result.kind === 'refused' ? result.refusals.map(text.refusal) : []),
    ...(result.kind === 'changed' && result.changed.length > 0
      ? [text.changed(result.changed.map(text.field))]
      : []),
    ...(result.kind === 'changed' && result.kept.length > 0 ? [text.kept(result.kept.map(text.field))] : []),
    ...(result.kind === 'same' ? [] : remarks.map(text.remark)),
  ];
}
