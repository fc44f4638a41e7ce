export { exportFiles } from './files.ts';
export { restore } from './restore.ts';
export { archiveText } from './text.ts';
export { withheldFrom, withholdNothing } from './withheld.ts';
