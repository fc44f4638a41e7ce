export { listLetters, receiveLetter, sendAgain } from './letters.ts';
export type { DeadLetter } from './model.ts';
export { deadLetterNoun } from './noun.ts';
