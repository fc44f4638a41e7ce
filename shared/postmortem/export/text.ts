import type { Locale } from '../../language/index.ts';

/** What an exported postmortem says beyond its own words. */
export interface ExportText {
  readonly incidents: string;
  readonly state: string;
  readonly lead: string;
  readonly reviewers: string;
  readonly published: string;
  /** What was put right of the record after readers could quote it. */
  readonly corrected: string;
  correctedLine(incident: string, fields: readonly string[], time: string): string;
  readonly source: string;
  readonly actionItems: string;
  readonly nobody: string;
  readonly noDue: string;
  readonly yes: string;
  readonly no: string;
  readonly blank: string;
  readonly list: string;
  san(name: string): string;
}

const ja: ExportText = {
  incidents: 'インシデント',
  state: '状態',
  lead: 'まとめ役',
  reviewers: 'レビュアー',
  published: '公開日時',
  corrected: '公開後の訂正',
  correctedLine: (incident, fields, time) => `${incident} の${fields.join('、')}（${time}）`,
  source: '元のページ',
  actionItems: 'アクションアイテム',
  nobody: '担当者なし',
  noDue: '期限なし',
  yes: 'はい',
  no: 'いいえ',
  blank: '（記載なし）',
  list: '、',
  san: (name) => `${name}さん`,
};

const en: ExportText = {
  incidents: 'Incidents',
  state: 'State',
  lead: 'Lead',
  reviewers: 'Reviewers',
  published: 'Published',
  corrected: 'Corrected since',
  correctedLine: (incident, fields, time) => `${incident}: ${fields.join(', ')} (${time})`,
  source: 'Source',
  actionItems: 'Action items',
  nobody: 'no owner',
  noDue: 'no due date',
  yes: 'yes',
  no: 'no',
  blank: '(nothing written)',
  list: ', ',
  san: (name) => name,
};

export const exportText = (locale: Locale): ExportText => (locale === 'ja' ? ja : en);
