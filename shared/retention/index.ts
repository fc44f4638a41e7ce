export type { RetentionContext } from './context.ts';
export { countsIn, type NightLog, recentLogs } from './log.ts';
export { RETENTION_PATH, type Retention } from './model.ts';
export { retentionJob, retentionNoun } from './noun.ts';
export { type Preview, preview } from './preview.ts';
export { DAY_MS, isKind, KINDS, type Kind, LEAST_DAYS, RetentionConfig, readDays } from './schemas.ts';
export { type RetentionText, retentionText } from './text.ts';
