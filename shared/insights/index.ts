export { rollUpJob } from './job.ts';
export { readSummaries } from './read-summaries.ts';
export { findDifferences, rebuild } from './rebuild.ts';
export { rollUp } from './roll.ts';
