export { changes, followBy } from './follow.ts';
export { type Change, changePath, KINDS, type Kind, monthOf, type Summary } from './model.ts';
