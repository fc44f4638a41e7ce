export { parseConfig } from './parse-config.ts';
export { WorkspaceConfig } from './schemas.ts';
