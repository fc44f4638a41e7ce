export { type DiffLine, diffLines, lineEdits } from './lines.ts';
