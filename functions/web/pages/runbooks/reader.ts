import {
  type Called,
  calledOf,
  type Names,
  namesOf,
  type RunbookEntry,
} from '../../../../shared/runbook/index.ts';
import type { WorkspaceConfig } from '../../../../shared/workspace/index.ts';
import type { Reader } from '../board.ts';

/** For whom runbooks are shown, and what the configuration calls what they name. */
export interface RunbookReader extends Reader {
  readonly config: WorkspaceConfig;
}

/** What exists around a runbook here, for the linter. */
export const namesHere = (config: WorkspaceConfig, entries: readonly RunbookEntry[]): Names =>
  namesOf(
    config,
    entries.map(({ id }) => bareId(id)),
  );

/** `payment-outage.ja` → `payment-outage`. */
export const bareId = (id: string): string => id.replace(/\.(ja|en)$/, '');

export const calledHere = ({ config, locale }: Pick<RunbookReader, 'config' | 'locale'>): Called =>
  calledOf(config, locale);
