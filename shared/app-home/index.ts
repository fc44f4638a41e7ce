export { appHomeHandlers, appHomeNoun } from './open.ts';
