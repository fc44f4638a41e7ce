import type { Locale } from '../../shared/language/index.ts';

interface Entry {
  readonly to: string;
  readonly label: Readonly<Record<Locale, string>>;
}

/** The header's links, in order. A page with a line of its own here is a page people can find. */
export const nav: readonly Entry[] = [
  { to: '/', label: { ja: 'ホーム', en: 'Home' } },
  { to: '/incidents', label: { ja: 'インシデント', en: 'Incidents' } },
  { to: '/postmortems', label: { ja: 'ポストモーテム', en: 'Postmortems' } },
  { to: '/actions', label: { ja: 'アクション', en: 'Actions' } },
  { to: '/runbooks', label: { ja: 'ランブック', en: 'Runbooks' } },
  { to: '/rotas', label: { ja: '当番表', en: 'Rotas' } },
  { to: '/calls', label: { ja: '呼び出し', en: 'Calls' } },
  { to: '/insights', label: { ja: '分析', en: 'Insights' } },
];

/** What is looked at now and then: in the menu beneath one's own name. */
export const menu: readonly Entry[] = [
  { to: '/dead-letters', label: { ja: '届かなかったもの', en: 'Undelivered' } },
  { to: '/api', label: { ja: 'API', en: 'API' } },
  { to: '/settings', label: { ja: '設定', en: 'Settings' } },
];
