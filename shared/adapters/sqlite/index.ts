export { openSqliteStore } from './store.ts';
