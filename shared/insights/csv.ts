import type { Locale } from '../language/index.ts';
import { csvFile } from '../load/index.ts';
import { SEVERITIES } from '../severity/index.ts';
import { type CallFigures, type Figures, type IncidentFigures, NUMBER_NAMES } from './figures.ts';
import type { Spread } from './spread.ts';
import { insightsText } from './text.ts';

const WHATS = ['n', 'median', 'p90', 'pending', 'invalid'] as const;
type Cell = string | number;

const minutes = (ms: number | null): Cell => (ms === null ? '' : Math.round(ms / 600) / 100);
const spread = (one: Spread | null): Cell[] =>
  WHATS.map((what) =>
    one === null ? '' : what === 'median' || what === 'p90' ? minutes(one[what]) : one[what],
  );

/** All tables of the page in one file, with a mark in front that lets Excel read it as UTF-8. */
export function insightsCsv(figures: Figures, names: (id: string) => string, locale: Locale): string {
  const text = insightsText(locale);
  const { group, name, groups, of } = text.csv;
  const head: Cell[] = [
    group,
    name,
    text.incidents,
    ...SEVERITIES,
    ...NUMBER_NAMES.flatMap((number) => WHATS.map((what) => of(text.numbers[number].name, what))),
    text.calls,
    text.late,
    text.became,
    ...WHATS.map((what) => of(text.acknowledge, what)),
  ];
  const row = (
    kind: string,
    what: string,
    incidents: IncidentFigures | null,
    calls: CallFigures | null,
  ): Cell[] => [
    kind,
    what,
    incidents?.count ?? '',
    ...SEVERITIES.map((severity) => incidents?.severities[severity] ?? ''),
    ...NUMBER_NAMES.flatMap((number) => spread(incidents?.times[number] ?? null)),
    calls?.count ?? '',
    calls?.late ?? '',
    calls?.incidents ?? '',
    ...spread(calls?.acknowledged ?? null),
  ];
  const rows = [
    head,
    ...figures.steps.map((one) => row(groups.step, one.name, one.incidents, one.calls)),
    ...figures.services.map((one) =>
      row(groups.service, one.service === null ? text.noService : names(one.service), one.figures, null),
    ),
    ...figures.severities.map((one) => row(groups.severity, one.severity, one.figures, null)),
    ...figures.rotas.map((one) => row(groups.rota, names(one.rota), null, one.figures)),
  ];
  return csvFile(rows);
}
