export type { AlertContext } from './context.ts';
export { alertHandlers } from './gestures.ts';
export type { Alert } from './model.ts';
export { parseMonitoring } from './monitoring.ts';
export { alertNoun } from './noun.ts';
export { receiveAlert } from './receive.ts';
export { AlertConfig } from './schemas.ts';
export { Signal } from './signal.ts';
