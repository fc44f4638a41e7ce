export { entryOf, entryPointer, indexBy, wholeText } from './entry.ts';
export { type Asked, type Candidates, findEntries, fits } from './find.ts';
export { type Described, type Entry, entryPath, KINDS, type Kind, MOST_TEXT, PRIVATE } from './model.ts';
export { type Similar, similarEntries } from './similar.ts';
export { type Piece, piecesOf } from './snippet.ts';
