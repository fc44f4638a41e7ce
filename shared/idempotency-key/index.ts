export { beginOnce, endOnce, giveUpOnce, KEPT_MS, type Once } from './keep.ts';
