export { insightsCsv } from './csv.ts';
export {
  type CallFigures,
  figuresOf,
  type IncidentFigures,
  NUMBER_NAMES,
  type NumberName,
  type Step,
} from './figures.ts';
export { funnelOf } from './funnel.ts';
export { rollUpJob } from './job.ts';
export { type Asked, type Insights, isSpan, readInsights, SPANS, type Span } from './read-insights.ts';
export { readSummaries } from './read-summaries.ts';
export { findDifferences, rebuild } from './rebuild.ts';
export { rollUp } from './roll.ts';
export type { Spread } from './spread.ts';
export { type InsightsText, insightsText } from './text.ts';
export { daysFrom, weekOf, weekPeriod, weeksFrom } from './week.ts';
