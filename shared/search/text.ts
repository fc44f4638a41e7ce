import type { Locale } from '../language/index.ts';
import type { Kind } from '../search-index/index.ts';

export interface SearchText {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** In the header of every page. */
  readonly everywhere: string;
  readonly go: string;
  readonly everything: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  /** What stands beside a hit in a part of it. */
  readonly line: string;
  readonly people: string;
  more(kind: string): string;
  /** Nothing yet, and the search stopped before its end. */
  readonly notYet: string;
  readonly further: string;
  readonly older: string;
  readonly newest: string;
  readonly begin: { readonly title: string; readonly body: string };
  none(words: string): { readonly title: string; readonly body: string };
  /** Nothing in it is long enough to be looked for. */
  readonly tooShort: { readonly title: string; readonly body: string };
  readonly keys: string;
}

const ja: SearchText = {
  title: '検索',
  label: '検索',
  hint: '言葉、名前、INC-7',
  everywhere: 'すべてから検索',
  go: '検索する',
  everything: 'すべて',
  kinds: {
    incident: 'インシデント',
    call: '呼び出し',
    postmortem: 'ポストモーテム',
    'action-item': 'アクションアイテム',
    runbook: 'ランブック',
  },
  line: 'タイムライン',
  people: '関わった人',
  more: (kind) => `${kind}をもっと見る`,
  notYet: '新しいものの中には見つかりませんでした。',
  further: '古いものも探す',
  older: '古いものへ',
  newest: '最新へ戻る',
  begin: {
    title: '何を探しますか',
    body: 'インシデント、呼び出し、ポストモーテム、アクションアイテム、ランブックを、題名・本文・人の名前・番号（INC-7）で探せます。言葉を空白で区切ると、そのすべてを含むものだけが出ます。',
  },
  none: (words) => ({
    title: `「${words}」は見つかりませんでした`,
    body: '言葉を減らすか、短くして探してください。英語などの単語は先頭から、日本語は途中からでも見つかります。非公開のインシデントは、参加している方にだけ表示されます。',
  }),
  tooShort: {
    title: '探せる言葉がありません',
    body: '英字は2文字から、日本語と数字は1文字から探せます。記号や絵文字だけでは探せません。',
  },
  keys: 'キー操作: / 検索 · j 次 · k 前 · Enter 開く',
};

const en: SearchText = {
  title: 'Search',
  label: 'Search',
  hint: 'Words, a name, INC-7',
  everywhere: 'Search everything',
  go: 'Search',
  everything: 'Everything',
  kinds: {
    incident: 'Incidents',
    call: 'Calls',
    postmortem: 'Postmortems',
    'action-item': 'Action items',
    runbook: 'Runbooks',
  },
  line: 'Timeline',
  people: 'People',
  more: (kind) => `More: ${kind.toLowerCase()}`,
  notYet: 'Nothing among the newest.',
  further: 'Look further back',
  older: 'Older',
  newest: 'Back to the latest',
  begin: {
    title: 'What are you looking for?',
    body: 'Find incidents, calls, postmortems, action items and runbooks by title, text, people or number (INC-7). With several words, only what has all of them is shown.',
  },
  none: (words) => ({
    title: `Nothing found for “${words}”`,
    body: 'Try fewer or shorter words. Words are found from their beginning, Japanese from anywhere within. Private incidents are shown to the people in them only.',
  }),
  tooShort: {
    title: 'There is no word to look for',
    body: 'Letters are looked for from two on, digits and Japanese from one; signs and emoji alone are not.',
  },
  keys: 'Keys: / search · j next · k previous · Enter open',
};

export const searchText = (locale: Locale): SearchText => (locale === 'ja' ? ja : en);
