export type { DutyContext } from './context.ts';
export { type KeptCheck, readCheck } from './kept-check.ts';
export { type AskMemberships, createMemberships } from './memberships.ts';
export type { DutyWatch } from './model.ts';
export { dutyNoun } from './noun.ts';
export { plannedFor } from './planned.ts';
export { lastChange, readingAsOf } from './snapshots.ts';
export { expectedOf, watchRota, watchRotas, watchSheet } from './watch.ts';
