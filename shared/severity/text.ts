import type { Locale } from '../language/index.ts';
import { never } from '../platform/errors.ts';
import { amountText, shareText } from './amount.ts';
import type { Ahead, Amount, Assessment, Ground, Limit } from './model.ts';
import type { Duty } from './schemas.ts';

interface SeverityText {
  inquiries(value: number, limit: number): string;
  burnRate(alert: string, value: number, limit: number): string;
  vehicles(value: Amount, limit: Limit): string;
  users(value: Amount, limit: Limit): string;
  duty(names: string): string;
  readonly none: string;
  ahead(severity: string, more: number): string;
}

const TEXT: Readonly<Record<Locale, SeverityText>> = {
  ja: {
    inquiries: (value, limit) => `CS問い合わせ ${value}件（基準 ${limit}件以上）`,
    burnRate: (alert, value, limit) => `SLOアラート「${alert}」 消費速度 ${value}倍（基準 ${limit}倍以上）`,
    vehicles: (value, limit) => `影響車両 ${amountText(value, '台')}（基準 ${limitText(limit, '台')}以上）`,
    users: (value, limit) => `影響ユーザー ${amountText(value, '人')}（基準 ${limitText(limit, '人')}以上）`,
    duty: (names) => `法令上の対応: ${names}`,
    none: '基準に当たる数字がまだありません',
    ahead: (severity, more) => `問い合わせがあと${more}件で ${severity}`,
  },
  en: {
    inquiries: (value, limit) => `${value} CS inquiries (rule: ${limit} or more)`,
    burnRate: (alert, value, limit) => `SLO alert "${alert}" burns at ${value}x (rule: ${limit}x or more)`,
    vehicles: (value, limit) => `Vehicles affected: ${amountText(value)} (rule: ${limitText(limit)} or more)`,
    users: (value, limit) => `Users affected: ${amountText(value)} (rule: ${limitText(limit)} or more)`,
    duty: (names) => `Legal duty: ${names}`,
    none: 'No number reaches a rule yet',
    ahead: (severity, more) => `${more} more inquiries make it ${severity}`,
  },
};

/** Why the rules say this severity, in one line. Plain text: alert names are others' words, escape it. */
export function describeAssessment(assessment: Assessment, duties: readonly Duty[], locale: Locale): string {
  const text = TEXT[locale];
  if (assessment.rule === null) return text.none;
  return assessment.grounds
    .map((ground) => groundText(ground, duties, locale))
    .join(locale === 'ja' ? '、' : ', ');
}

export const describeAhead = ({ severity, more }: Ahead, locale: Locale): string =>
  TEXT[locale].ahead(severity, more);

function groundText(ground: Ground, duties: readonly Duty[], locale: Locale): string {
  const text = TEXT[locale];
  switch (ground.fact) {
    case 'inquiries':
      return text.inquiries(ground.value, ground.limit);
    case 'burnRate':
      return text.burnRate(ground.alert, ground.value, ground.limit);
    case 'vehicles':
    case 'users':
      return text[ground.fact](ground.value, ground.limit);
    case 'duty':
      return text.duty(
        ground.ids.map((id) => duties.find((duty) => duty.id === id)?.name[locale] ?? id).join(' / '),
      );
    default:
      return never(ground);
  }
}

const limitText = (limit: Limit, unit = ''): string =>
  'count' in limit ? amountText({ count: limit.count, share: null }, unit) : shareText(limit.share);
