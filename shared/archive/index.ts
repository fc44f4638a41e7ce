export { exportFiles } from './files.ts';
export type { ExportScene } from './model.ts';
export { type Restored, restore } from './restore.ts';
