import type { UploadContext } from '../../shared/import/index.ts';
import type { Parts } from './parts.ts';

/** What the import of past incidents works with. */
export function importsOf({ store, slack, config, openArchive }: Parts): UploadContext {
  const { incident, severity, workspace } = config;
  return {
    store,
    settings: { incident, severity },
    locale: workspace.locale,
    openArchive,
    users: (signal) => slack.users(signal),
  };
}
