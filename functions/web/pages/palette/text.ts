import type { Locale } from '../../../../shared/language/index.ts';

export interface PaletteText {
  readonly title: string;
  readonly hint: string;
  readonly keys: string;
  /** Said while the answer could not be had. */
  readonly failed: string;
  /** Said of what is offered, with `{n}` for how many: the page itself fills it in. */
  readonly count: string;
  readonly groups: {
    readonly pages: string;
    readonly actions: string;
    readonly open: string;
    readonly all: string;
  };
  readonly actions: Readonly<Record<ActionPlace, string>>;
  everything(words: string): string;
}

export const ACTION_PLACES = ['/incidents/new', '/postmortems/new', '/runbooks/new'] as const;
export type ActionPlace = (typeof ACTION_PLACES)[number];

const ja: PaletteText = {
  title: '移動と検索',
  hint: 'ページ、操作、言葉、INC-7',
  keys: '↑ ↓ 選ぶ · Enter 開く · Esc 閉じる',
  failed: 'いま読み出せません。Enter ですべてから検索します。',
  count: '候補 {n} 件',
  groups: { pages: 'ページ', actions: '操作', open: '対応中のインシデント', all: '検索' },
  actions: {
    '/incidents/new': 'インシデントを宣言する',
    '/postmortems/new': 'ポストモーテムを書き始める',
    '/runbooks/new': 'ランブックを書く',
  },
  everything: (words) => `「${words}」をすべてから検索`,
};

const en: PaletteText = {
  title: 'Go to and search',
  hint: 'A page, an action, words, INC-7',
  keys: '↑ ↓ choose · Enter open · Esc close',
  failed: 'Cannot be read just now. Enter searches everything.',
  count: '{n} to choose from',
  groups: { pages: 'Pages', actions: 'Actions', open: 'Open incidents', all: 'Search' },
  actions: {
    '/incidents/new': 'Declare an incident',
    '/postmortems/new': 'Begin a postmortem',
    '/runbooks/new': 'Write a runbook',
  },
  everything: (words) => `Search everything for “${words}”`,
};

export const paletteText = (locale: Locale): PaletteText => (locale === 'ja' ? ja : en);
