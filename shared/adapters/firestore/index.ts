export { openFirestoreStore } from './store.ts';
