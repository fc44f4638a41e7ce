export { computeLoad } from './compute.ts';
export { csvFile, csvLine, loadCsv, plainField } from './csv.ts';
export type { KnownStretch, Load, Period, PersonLoad } from './model.ts';
export { monthsAround, monthsIn, periodBetween } from './period.ts';
export { type RotaLoad, readLoad } from './read-load.ts';
export { type LoadText, loadText } from './text.ts';
