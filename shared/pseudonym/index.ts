export { isPseudonymId, newPseudonymId, pseudonymName } from './pseudonym.ts';
