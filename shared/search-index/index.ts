export { entryOf, entryPointer, indexBy } from './entry.ts';
export { findEntries, fits } from './find.ts';
export { type Described, type Entry, entryPath, KINDS, type Kind, MOST_TEXT } from './model.ts';
export { similarEntries } from './similar.ts';
export { piecesOf } from './snippet.ts';
