import type { RunbookEntry } from '../../../../shared/runbook/index.ts';
import type { RunbookReader } from './reader.ts';
import { runbookPageText } from './text.ts';

/** When a runbook is suggested, in a line. Plain text. */
export function matchWords(match: RunbookEntry['match'], { locale, config }: RunbookReader): string {
  const { match: text } = runbookPageText(locale);
  const list = (words: readonly string[]) => words.join(locale === 'ja' ? '、' : ', ');
  const services = match.services.map(
    (id) => config.incident.services.find((one) => one.id === id)?.name ?? id,
  );
  const parts = [
    match.keywords.length > 0 ? text.keywords(list(match.keywords)) : null,
    match.alerts.length > 0 ? text.alerts(list(match.alerts)) : null,
    services.length > 0 ? text.services(list(services)) : null,
    match.severities.length > 0 ? text.severities(list(match.severities)) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : text.never;
}
