export { computeLoad } from './compute.ts';
export { csvField, csvFile, csvLine, loadCsv } from './csv.ts';
export type { CallTaken, KnownStretch, Load, Period, PersonLoad } from './model.ts';
export { monthsAround, monthsIn, type PeriodRefusal, periodBetween } from './period.ts';
export { type RotaLoad, readLoad } from './read-load.ts';
export { type LoadText, loadText } from './text.ts';
