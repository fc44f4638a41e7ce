import type { Locale } from '../../../../shared/language/index.ts';

/** What the incidents' pages say beyond what the noun says of itself everywhere. */
export interface IncidentPageText {
  readonly title: string;
  readonly all: string;
  readonly open: string;
  readonly search: string;
  readonly searchHint: string;
  readonly severity: string;
  readonly service: string;
  readonly any: string;
  readonly more: string;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly reset: string;
  readonly newest: string;
  readonly older: string;
  readonly keys: string;
  readonly empty: { readonly title: string; readonly body: string };
  readonly noneFound: { readonly title: string; readonly body: string };
  searchedTo(time: string): string;
  commander(name: string): string;
  readonly noCommander: string;
  readonly openTitle: string;
}

const ja: IncidentPageText = {
  title: 'インシデント',
  all: 'すべて',
  open: '対応中',
  search: 'タイトル・番号',
  searchHint: '例: 返却、INC-7',
  severity: '重要度',
  service: 'サービス',
  any: 'すべて',
  more: '重要度・サービス・日付で絞り込む',
  from: '開始日',
  to: '終了日',
  apply: '絞り込む',
  reset: '条件を消す',
  newest: '最新に戻る',
  older: 'これより前',
  keys: 'キー操作: / 検索、j・k 上下、Enter 開く',
  empty: {
    title: 'まだインシデントはありません',
    body: 'Slack のどのチャンネルからでも /incident で宣言できます。呼び出しのスレッドにある「インシデントにする」でも始められます。宣言すると、対応チャンネルとこのページができます。',
  },
  noneFound: {
    title: '当てはまるインシデントはありません',
    body: '条件を減らすか、言葉を変えてみてください。非公開のものは、招待された人にだけ表示されます。',
  },
  searchedTo: (time) => `${time} より後に宣言されたものまで探しました。続きは「これより前」で探せます。`,
  commander: (name) => `指揮 ${name}さん`,
  noCommander: '指揮 未定',
  openTitle: '対応中のインシデント',
};

const en: IncidentPageText = {
  title: 'Incidents',
  all: 'All',
  open: 'Under way',
  search: 'Title or number',
  searchHint: 'Such as: returns, INC-7',
  severity: 'Severity',
  service: 'Service',
  any: 'Any',
  more: 'By severity, service or date',
  from: 'From',
  to: 'To',
  apply: 'Filter',
  reset: 'Clear',
  newest: 'Back to the latest',
  older: 'Older',
  keys: 'Keys: / search, j and k down and up, Enter open',
  empty: {
    title: 'No incident yet',
    body: 'Declare one with /incident in any Slack channel, or with “Make it an incident” in the thread of a call. It gets a room and a page here.',
  },
  noneFound: {
    title: 'No incident fits',
    body: 'Use fewer filters or other words. Private ones are shown to those invited only.',
  },
  searchedTo: (time) => `Searched all declared since ${time}. “Older” searches on.`,
  commander: (name) => `Commander: ${name}`,
  noCommander: 'No commander yet',
  openTitle: 'Incidents under way',
};

export const incidentPageText = (locale: Locale): IncidentPageText => (locale === 'ja' ? ja : en);
