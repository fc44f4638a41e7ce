export type { CanaryContext } from './context.ts';
export { canaryJob } from './job.ts';
export { CANARY, type Canary } from './model.ts';
export { canaryNoun } from './noun.ts';
export { canaryHandlers } from './receive.ts';
export { CanaryConfig } from './schemas.ts';
