export { exportFiles } from './files.ts';
export { MANIFEST } from './model.ts';
export { restore } from './restore.ts';
export { type Allowance, MOST_A_DAY, takeExport } from './take.ts';
export { archiveText } from './text.ts';
export { withheldFrom, withholdNothing } from './withheld.ts';
