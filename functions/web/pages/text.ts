import type { Locale } from '../../../shared/language/index.ts';
import type { Duty } from '../../../shared/rota/index.ts';

/** What the home page says. */
export interface HomeText {
  readonly title: string;
  readonly duty: string;
  readonly old: string;
  readonly notRead: string;
  readonly notReadHelp: string;
  readonly waiting: string;
  readonly nothing: string;
  readonly nothingHelp: string;
  readonly allCalls: string;
  readonly kinds: Readonly<Record<Duty['kind'], string>>;
  san(name: string): string;
  column(column: string): string;
  until(time: string, zone: string): string;
  /** `age` null: less than a minute. */
  readAt(time: string, age: string | null): string;
  next(time: string, names: string): string;
  insteadOf(name: string): string;
}

const COLUMNS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ja: { primary: '当番', secondary: '副当番' },
  en: { primary: 'On duty', secondary: 'Second' },
};

const ja: HomeText = {
  title: 'ホーム',
  duty: 'いまの当番',
  old: '古い控え',
  notRead: '未読み込み',
  waiting: '終わっていない呼び出し',
  nothing: 'ありません',
  nothingHelp: '呼ばれると、ここに並びます。',
  allCalls: 'これまでの呼び出し',
  notReadHelp: 'まだ当番表を読んでいません。相談チャンネルで一度呼ぶと読み込みます。',
  kinds: {
    people: '当番あり',
    free: '当番なし（予定どおり）',
    gap: '空白',
    ambiguous: '一人に決まらない',
    unknown: '名前が見つからない',
    error: '数式エラー',
    deactivated: '停止されたアカウント',
  },
  san: (name) => `${name}さん`,
  column: (column) => COLUMNS.ja[column] ?? column,
  until: (time, zone) => `${time} ${zone} まで`,
  readAt: (time, age) => `表を確認: ${time}（${age ? `${age}前` : 'たった今'}）`,
  next: (time, names) => `次: ${time} から ${names}さん`,
  insteadOf: (name) => `代理（本来は ${name}さん）`,
};

const en: HomeText = {
  title: 'Home',
  duty: 'On duty now',
  old: 'Old copy',
  notRead: 'Not read yet',
  waiting: 'Calls under way',
  nothing: 'None',
  nothingHelp: 'When somebody calls, it stands here.',
  allCalls: 'All calls',
  notReadHelp: 'The sheet has not been read yet. It will be with the first call in a help channel.',
  kinds: {
    people: 'Somebody',
    free: 'Nobody, as planned',
    gap: 'Gap',
    ambiguous: 'Not one person',
    unknown: 'Unknown name',
    error: 'Formula error',
    deactivated: 'Deactivated account',
  },
  san: (name) => name,
  column: (column) => COLUMNS.en[column] ?? column,
  until: (time, zone) => `until ${time} ${zone}`,
  readAt: (time, age) => `Sheet read at ${time} (${age ? `${age} ago` : 'just now'})`,
  next: (time, names) => `Next: ${names} from ${time}`,
  insteadOf: (name) => `standing in for ${name}`,
};

export const homeText = (locale: Locale): HomeText => (locale === 'ja' ? ja : en);
