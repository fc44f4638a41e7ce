export type { DutyContext, OpenWork } from './context.ts';
export { type KeptCheck, readCheck } from './kept-check.ts';
export { type AskMemberships, createMemberships, type Memberships } from './memberships.ts';
export type { Change, DutyWatch, Plan, Shift } from './model.ts';
export { dutyNoun } from './noun.ts';
export { plannedFor } from './planned.ts';
export { type KeptReading, lastChange, readingAsOf } from './snapshots.ts';
export { expectedOf, watchRota, watchRotas, watchSheet } from './watch.ts';
