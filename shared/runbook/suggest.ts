import type { Locale } from '../language/index.ts';
import type { Severity } from '../severity/index.ts';
import type { Entry } from './library.ts';

/** What an incident says that may fit a runbook. */
export interface Situation {
  readonly service: string | null;
  readonly severity: Severity;
  /** Title and description. */
  readonly words: string;
  /** Names of the alerts that are firing. */
  readonly alerts: readonly string[];
}

export interface Suggestion {
  readonly entry: Entry;
  /** What fitted, the strongest first: shown as the reason. */
  readonly because: { readonly by: 'keyword' | 'alert' | 'service' | 'severity'; readonly what: string };
}

const STRENGTH = { keyword: 4, alert: 3, service: 2, severity: 1 } as const;
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The runbooks that fit, best first, each once: in the language of the workspace, else in the other. Pure. */
export function suggest(
  entries: readonly Entry[],
  situation: Situation,
  locale: Locale,
  most = 3,
): readonly Suggestion[] {
  const words = fold(situation.words);
  const alerts = situation.alerts.map(fold);
  const found = inLanguage(entries, locale).flatMap((entry): Suggestion[] => {
    const { keywords, alerts: patterns, services, severities } = entry.match;
    const keyword = keywords.find((one) => words.includes(fold(one)));
    if (keyword !== undefined) return [{ entry, because: { by: 'keyword', what: keyword } }];
    const alert = patterns.find((one) => alerts.some((name) => name.includes(fold(one).replaceAll('*', ''))));
    if (alert !== undefined) return [{ entry, because: { by: 'alert', what: alert } }];
    if (situation.service && services.includes(situation.service))
      return [{ entry, because: { by: 'service', what: situation.service } }];
    if (severities.includes(situation.severity))
      return [{ entry, because: { by: 'severity', what: situation.severity } }];
    return [];
  });
  return found.sort((a, b) => STRENGTH[b.because.by] - STRENGTH[a.because.by]).slice(0, most);
}

/** Each runbook once: as it is in this language, else in the other. */
export const inLanguage = (entries: readonly Entry[], locale: Locale): readonly Entry[] => {
  const bare = ({ id }: Entry) => id.slice(0, id.lastIndexOf('.'));
  const own = entries.filter(({ language }) => language === locale);
  const names = new Set(own.map(bare));
  return [...own, ...entries.filter((entry) => entry.language !== locale && !names.has(bare(entry)))];
};
