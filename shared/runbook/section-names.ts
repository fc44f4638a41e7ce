import type { Locale } from '../language/index.ts';

/** What the shipped templates of postmortems call their sections; a test holds both to the same words. */
export const SECTION_NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ja: {
    summary: '概要',
    impact: '影響',
    'root-causes': '根本原因',
    trigger: 'きっかけ',
    detection: '検知',
    response: '対応',
    recovery: '復旧',
    'went-well': 'うまくいったこと',
    'went-wrong': 'うまくいかなかったこと',
    lucky: '運がよかったこと',
    timeline: 'タイムライン',
    'action-items': 'アクションアイテム',
    'personal-data': '関わった個人情報',
    notices: '本人への通知',
    reports: '報告と届出',
  },
  en: {
    summary: 'Summary',
    impact: 'Impact',
    'root-causes': 'Root causes',
    trigger: 'Trigger',
    detection: 'Detection',
    response: 'Response',
    recovery: 'Recovery',
    'went-well': 'What went well',
    'went-wrong': 'What went wrong',
    lucky: 'Where we got lucky',
    timeline: 'Timeline',
    'action-items': 'Action items',
    'personal-data': 'Personal data concerned',
    notices: 'Notice to those concerned',
    reports: 'Reports',
  },
};
