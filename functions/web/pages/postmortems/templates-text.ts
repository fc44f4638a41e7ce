import { durationText, type Locale } from '../../../../shared/language/index.ts';

const DAY_MS = 86_400_000;
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** What the pages of templates say. */
export interface TemplatesText {
  readonly title: string;
  readonly how: string;
  readonly back: string;
  readonly shipped: string;
  readonly own: string;
  readonly supplement: string;
  readonly languages: Readonly<Record<Locale, string>>;
  sections(count: number): string;
  changed(time: string, by: string): string;
  readonly version: string;
  readonly uses: string;
  readonly noUse: string;
  readonly anySeverity: string;
  readonly services: string;
  readonly duties: string;
  /** `ms`: whole days as days. */
  due(ms: number): string;
  readonly list: string;
  readonly fallback: string;
  readonly problems: string;
  unknown(place: string, id: string): string;
  kind(place: string, id: string): string;
  readonly broken: string;
  readonly required: string;
  readonly section: string;
  readonly guidance: string;
  readonly properties: string;
  readonly types: Readonly<
    Record<'text' | 'number' | 'choice' | 'date' | 'person' | 'url' | 'checkbox', string>
  >;
  readonly checklist: string;
  readonly source: string;
  readonly copy: string;
}

const ja: TemplatesText = {
  title: 'テンプレート',
  how: 'ポストモーテムの項目は、テンプレートで決まります。どれを使うかは toban.yaml の postmortem に書きます。上の規則から順に、最初に当てはまったものが使われます。',
  back: 'テンプレートの一覧',
  shipped: '付属',
  own: '自作',
  supplement: '追加用',
  languages: { ja: '日本語', en: '英語' },
  sections: (count) => `${count}セクション`,
  changed: (time, by) => `${time} ${by}さん`,
  version: '版',
  uses: '使われるとき',
  noUse: 'どの規則からも使われていません。',
  anySeverity: 'すべての重要度',
  services: 'サービス',
  duties: '法令上の義務',
  due: (ms) => `期限 ${ms % DAY_MS === 0 ? `${ms / DAY_MS}日` : durationText(ms, 'ja')}`,
  list: '、',
  fallback: '規則がなくても、作るときに選べます。',
  problems: '直すところ',
  unknown: (place, id) =>
    `${place} の「${id}」というテンプレートはありません。いまは代わりに sre が使われます。id を直すか、そのテンプレートを送ってください。`,
  kind: (place, id) =>
    `${place} の「${id}」は、ここに書くものではありません。rules には単独のテンプレートを、supplements には追加用のテンプレートを書いてください。`,
  broken: 'このテンプレートは読めません。次の行を直して、もう一度送ってください。',
  required: '必須',
  section: 'セクション',
  guidance: '書くこと',
  properties: '項目',
  types: {
    text: '文字',
    number: '数字',
    choice: '選択',
    date: '日付',
    person: '人',
    url: 'アドレス',
    checkbox: 'はい・いいえ',
  },
  checklist: '独自のチェック',
  source: '原文（Markdown）',
  copy: '写してファイルに保存し、id を変えれば、自作のテンプレートになります。送り方: npm run -s toban -- templates push フォルダー',
};

const en: TemplatesText = {
  title: 'Templates',
  how: 'A template decides which sections a postmortem has. Which one is used stands under postmortem in toban.yaml: the first rule that fits decides.',
  back: 'All templates',
  shipped: 'Shipped',
  own: 'Your own',
  supplement: 'Supplement',
  languages: { ja: 'Japanese', en: 'English' },
  sections: (count) => (count === 1 ? '1 section' : `${count} sections`),
  changed: (time, by) => `${time} by ${by}`,
  version: 'version',
  uses: 'Used for',
  noUse: 'No rule uses it.',
  anySeverity: 'any severity',
  services: 'services',
  duties: 'legal duties',
  due: (ms) => `due after ${ms % DAY_MS === 0 ? days(ms / DAY_MS) : durationText(ms, 'en')}`,
  list: ', ',
  fallback: 'Without a rule, it can still be chosen for a new postmortem.',
  problems: 'To be mended',
  unknown: (place, id) =>
    `${place} names the template "${id}", which there is not. For now sre is used instead. Correct the id, or push that template.`,
  kind: (place, id) =>
    `${place} names "${id}", which does not belong there: rules take whole templates, supplements take those that are added.`,
  broken: 'This template cannot be read. Mend these lines and push it again.',
  required: 'required',
  section: 'Sections',
  guidance: 'What belongs there',
  properties: 'Properties',
  types: {
    text: 'text',
    number: 'number',
    choice: 'choice',
    date: 'date',
    person: 'person',
    url: 'address',
    checkbox: 'yes or no',
  },
  checklist: 'Its own checks',
  source: 'Source (Markdown)',
  copy: 'Copied to a file, with another id, it becomes one of your own. To push it: npm run -s toban -- templates push <folder>',
};

export const templatesText = (locale: Locale): TemplatesText => (locale === 'ja' ? ja : en);
