import { folded } from '../mapping/words.ts';

const KNOWN: readonly (readonly [RegExp, { readonly ja: string; readonly en: string }])[] = [
  [/^statedocument$/, { ja: '状況のまとめ', en: 'State of affairs' }],
  [/^rootcauses?(?:\.\w+)?$/, { ja: '原因', en: 'Root cause' }],
  [/^(?:blob|body|content|markdown|document|text)$/, { ja: '本文', en: 'Text' }],
  [/^postmortem$/, { ja: 'ポストモーテム', en: 'Postmortem' }],
  [/^impact$/, { ja: '影響', en: 'Impact' }],
  [/^resolution$/, { ja: '対応', en: 'Resolution' }],
  [/^lessons(?:learned)?$/, { ja: '学び', en: 'Lessons learned' }],
  [/^(?:actionitems?|actions)$/, { ja: 'アクションアイテム', en: 'Action items' }],
  [/^(?:timeline|history|events)$/, { ja: 'タイムライン', en: 'Timeline' }],
];

/** A column as a heading for people: the names that programs give are put in words, all others stay. Pure. */
export function headingOf(column: string, locale: 'ja' | 'en'): string {
  if (!/^[a-z0-9_.]+$/.test(column)) return column;
  const last = column.split('.').at(-1) ?? column;
  const found = KNOWN.find(([name]) => name.test(folded(column)) || name.test(folded(last)));
  if (found) return found[1][locale];
  const words = last.replaceAll('_', ' ').trim();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** The kinds of causes of Waroom's API. */
const CAUSES: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  code_bug: { ja: 'プログラムの不具合', en: 'Bug in the code' },
  configuration_error: { ja: '設定の誤り', en: 'Configuration error' },
  deployment_failure: { ja: 'デプロイの失敗', en: 'Failed deployment' },
  infrastructure_failure: { ja: 'インフラの障害', en: 'Infrastructure failure' },
  operational_failure: { ja: '運用の誤り', en: 'Operational failure' },
  third_party_outage: { ja: '外部サービスの障害', en: 'Outage of a third party' },
  other: { ja: 'その他', en: 'Other' },
  unspecified: { ja: '未特定', en: 'Not known' },
};

/** A cause that a program chose from a list, in words; every other text as it is. Pure. */
export const causeIn = (text: string, locale: 'ja' | 'en'): string =>
  Object.hasOwn(CAUSES, text) ? (CAUSES[text]?.[locale] ?? text) : text;
