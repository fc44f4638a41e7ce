export type { Chaos } from './chaos.ts';
export { deadLetterCourier } from './courier.ts';
export { type Dispatcher, type DispatcherOptions, openDispatcher } from './dispatcher.ts';
