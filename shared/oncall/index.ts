export type { OncallContext } from './context.ts';
export { oncallHandlers } from './handlers.ts';
