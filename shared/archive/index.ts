export { exportFiles } from './files.ts';
export type { ExportScene } from './model.ts';
export { MANIFEST } from './model.ts';
export { type Restored, restore } from './restore.ts';
export { archiveText } from './text.ts';
export { type Withholds, withheldFrom, withholdNothing } from './withheld.ts';
