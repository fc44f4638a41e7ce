import type { Locale } from '../language/index.ts';

/** Every sentence of an alert, in both languages. Arguments are ready for the place they stand in. */
interface AlertText {
  open(count: string): string;
  closed(time: string): string;
  count(n: number): string;
  moreThan(n: number): string;
  readonly others: string;
  burnRate(rate: string): string;
  from(source: string): string;
  since(time: string): string;
  attached(incident: string, name: string): string;
  attachedByRule(incident: string): string;
  readonly numbering: string;
  dismissed(name: string): string;
  readonly buttons: { readonly declare: string; readonly attach: string; readonly dismiss: string };
  readonly form: {
    readonly title: string;
    readonly incident: string;
    readonly send: string;
    readonly cancel: string;
  };
  readonly noneOpen: string;
  readonly gone: string;
}

const ja: AlertText = {
  open: (count) => `アラート発生中（${count}）`,
  closed: (time) => `アラート解消 ${time}`,
  count: (n) => `${n}件`,
  moreThan: (n) => `${n}件以上`,
  others: '新しいものだけを表示しています。',
  burnRate: (rate) => `バーンレート ${rate}倍`,
  from: (source) => `通知元: ${source}`,
  since: (time) => `${time} から`,
  attached: (incident, name) => `${incident} で対応しています（${name}さんの判断）。`,
  attachedByRule: (incident) => `${incident} で対応しています（設定のルールにより自動で宣言）。`,
  numbering: 'インシデント',
  dismissed: (name) => `${name}さんが対応不要としました。`,
  buttons: { declare: 'インシデントにする', attach: '既存に加える', dismiss: '対応不要' },
  form: { title: '既存に加える', incident: 'どのインシデントですか', send: '加える', cancel: 'やめる' },
  noneOpen: '進行中のインシデントはありません。「インシデントにする」から始めてください。',
  gone: 'このアラートはもう解消しています。',
};

const en: AlertText = {
  open: (count) => `Alert firing (${count})`,
  closed: (time) => `Alert over at ${time}`,
  count: (n) => String(n),
  moreThan: (n) => `more than ${n}`,
  others: 'Only the newest are shown.',
  burnRate: (rate) => `burn rate ${rate}×`,
  from: (source) => `From ${source}`,
  since: (time) => `since ${time}`,
  attached: (incident, name) => `Handled in ${incident}, as ${name} decided.`,
  attachedByRule: (incident) => `Handled in ${incident}, declared by a rule of the configuration.`,
  numbering: 'an incident',
  dismissed: (name) => `${name} decided that nothing has to be done.`,
  buttons: { declare: 'Start an incident', attach: 'Attach to one', dismiss: 'Dismiss' },
  form: { title: 'Attach to an incident', incident: 'Which incident?', send: 'Attach', cancel: 'Cancel' },
  noneOpen: 'No incident is under way. Start one with "Start an incident".',
  gone: 'This alert is over.',
};

export const alertText = (locale: Locale): AlertText => (locale === 'ja' ? ja : en);
