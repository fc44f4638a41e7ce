import { clockTime, type Locale, moment } from '../language/index.ts';
import { amountText } from '../severity/index.ts';
import { clip } from '../slack/index.ts';
import { type Change, type Correctable, type Field, isMilestone } from './parts.ts';
import type { Settings } from './settings.ts';
import { incidentText } from './text.ts';

/** Who reads of it: in which language, zone and at what time. */
export interface ChangeReader {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  readonly settings: Settings;
}

export const fieldName = (field: Field, locale: Locale): string => {
  const { milestones, fields } = incidentText(locale);
  return isMilestone(field) ? milestones[field] : fields[field];
};

/** A value of the record in words. Plain text: titles and names are user text. */
export function valueText<F extends Field>(field: F, value: Correctable[F], reader: ChangeReader): string {
  const { locale, settings } = reader;
  const { values } = incidentText(locale);
  if (isMilestone(field)) {
    if (value === 'not-applicable') return values.notApplicable;
    return typeof value === 'number' ? moment(value, reader.now, reader.zone, locale) : values.none;
  }
  switch (field) {
    case 'service':
      return settings.incident.services.find(({ id }) => id === value)?.name ?? String(value ?? values.none);
    case 'vehicles':
    case 'users':
      return value === null ? values.none : amountText(value as NonNullable<Correctable['users']>);
    case 'duties': {
      const names = (value as Correctable['duties']).map(
        (id) => settings.severity.duties.find((duty) => duty.id === id)?.name[locale] ?? id,
      );
      return names.length > 0 ? names.join(locale === 'ja' ? '、' : ', ') : values.none;
    }
    case 'severities':
      return stepsText(value as Correctable['severities'], reader);
    default:
      return clip(String(value).replace(/\s+/g, ' '), 120).text || values.none;
  }
}

/** `SEV3 22:10 → SEV1 22:40`, each with the time from which it held. */
function stepsText(steps: Correctable['severities'], { now, zone, locale }: ChangeReader): string {
  const day = (at: number) => moment(at, now, zone, locale);
  const told = steps.map(({ at, severity }, i) => {
    const before = steps[i - 1];
    const sameDay = before !== undefined && day(before.at).split(' ')[0] === day(at).split(' ')[0];
    return `${severity} ${sameDay ? clockTime(at, zone) : day(at)}`;
  });
  return told.join(' / ');
}

/** `発生: 22:10 → 21:55` */
export const changeText = (change: Change, reader: ChangeReader): string => {
  const { field, from, to } = change;
  return `${fieldName(field, reader.locale)}: ${valueText(field, from, reader)} → ${valueText(field, to, reader)}`;
};
