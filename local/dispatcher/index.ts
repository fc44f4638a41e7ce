export type { Chaos } from './chaos.ts';
export { type Dispatcher, type DispatcherOptions, openDispatcher } from './dispatcher.ts';
