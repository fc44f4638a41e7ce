import type { Locale } from '../../shared/language/index.ts';

/** The header's links, in order. A page of its own line here is a page people can find. */
export const nav: readonly { readonly to: string; readonly label: Readonly<Record<Locale, string>> }[] = [
  { to: '/', label: { ja: 'ホーム', en: 'Home' } },
  { to: '/incidents', label: { ja: 'インシデント', en: 'Incidents' } },
  { to: '/actions', label: { ja: 'アクション', en: 'Actions' } },
  { to: '/runbooks', label: { ja: 'ランブック', en: 'Runbooks' } },
  { to: '/rotas', label: { ja: '当番表', en: 'Rotas' } },
  { to: '/calls', label: { ja: '呼び出し', en: 'Calls' } },
  { to: '/insights', label: { ja: '分析', en: 'Insights' } },
  { to: '/dead-letters', label: { ja: '届かなかったもの', en: 'Undelivered' } },
  { to: '/settings/slack', label: { ja: 'Slack の設定', en: 'Slack' } },
];
