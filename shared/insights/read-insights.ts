import { countedActionItem } from '../action-item/index.ts';
import { countedCall } from '../escalation/index.ts';
import { countedIncident } from '../incident/index.ts';
import type { Period } from '../load/index.ts';
import { countedPostmortem } from '../postmortem/index.ts';
import type { Severity } from '../severity/index.ts';
import type { Store } from '../store/port.ts';
import type { Summary } from '../summary/index.ts';
import { type Counted, type Figures, figuresOf } from './figures.ts';
import { type Followed, type Funnel, funnelOf } from './funnel.ts';
import { readSummaries } from './read-summaries.ts';
import { monthsOf, weekPeriod, weeksFrom } from './week.ts';

/** How many weeks a page may show; `step`: by what the columns of its charts go. */
export const SPANS = {
  '4w': { weeks: 4, step: 'week' },
  '13w': { weeks: 13, step: 'week' },
  '52w': { weeks: 52, step: 'week' },
  '3y': { weeks: 157, step: 'month' },
} as const;
export type Span = keyof typeof SPANS;
export const isSpan = (text: string): text is Span => Object.hasOwn(SPANS, text);

export interface Asked {
  readonly span: Span;
  /** The last week, `2026-W47`. */
  readonly until: string;
  /** Of incidents only; null: not narrowed. */
  readonly service: string | null;
  readonly severity: Severity | null;
}

export interface Insights extends Figures {
  readonly period: Period;
  /** A great many records have come in since the night: some are not counted yet. */
  readonly behind: boolean;
  readonly counted: Counted & Followed;
  readonly funnel: Funnel;
}

/** The figures of so many weeks up to one. Reads four documents a month (docs/insights.md) and at most 1,000 changes. */
export async function readInsights(store: Store, asked: Asked, zone: string, now: number): Promise<Insights> {
  const { weeks, step } = SPANS[asked.span];
  const names = Array.from({ length: weeks }, (_, i) => weeksFrom(asked.until, i - weeks + 1));
  const inWeeks = names.flatMap((name) => {
    const period = weekPeriod(name, zone);
    return period ? [{ name, period }] : [];
  });
  const [first, last] = [inWeeks[0]?.period, inWeeks.at(-1)?.period];
  if (!first || !last) throw new RangeError(`${asked.until} is no week`);
  const period: Period = { from: first.from, to: last.to, first: first.first, last: last.last };
  // A postmortem and its actions come after the incident: up to now.
  const { rows, behind } = await readSummaries(store, {
    from: period.from,
    to: Math.max(period.to, now + 1),
  });
  const within = ({ at }: Summary) => at < period.to;
  const counted = {
    incidents: (rows.get('incident') ?? [])
      .filter(within)
      .map(countedIncident)
      .filter((one) => asked.service === null || one.service === asked.service)
      .filter((one) => asked.severity === null || one.severity === asked.severity),
    calls: (rows.get('call') ?? []).filter(within).map(countedCall),
    postmortems: (rows.get('postmortem') ?? []).map(countedPostmortem),
    actionItems: (rows.get('action-item') ?? []).map(countedActionItem),
  };
  const steps = step === 'week' ? inWeeks : monthsOf(period, zone);
  return { ...figuresOf(counted, steps, zone, now), period, behind, counted, funnel: funnelOf(counted) };
}
