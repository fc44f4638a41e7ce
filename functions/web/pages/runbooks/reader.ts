import type { Locale } from '../../../../shared/language/index.ts';
import { ownSections } from '../../../../shared/postmortem/index.ts';
import {
  type Called,
  calledOf,
  type Names,
  namesOf,
  type RunbookEntry,
} from '../../../../shared/runbook/index.ts';
import type { WorkspaceConfig } from '../../../../shared/workspace/index.ts';
import type { WebParts } from '../../parts.ts';
import type { Reader } from '../board.ts';

/** For whom runbooks are shown, and what the configuration calls what they name. */
export interface RunbookReader extends Reader {
  readonly config: WorkspaceConfig;
  /** What templates of one's own call their sections; missing where no step is shown. */
  readonly sections?: ReadonlyMap<string, string>;
}

/** For whom the steps of runbooks are shown. */
export const readerOf = async (
  { store, config }: Pick<WebParts, 'store' | 'config'>,
  locale: Locale,
  now: number,
): Promise<RunbookReader> => ({
  locale,
  zone: config.workspace.timezone,
  now,
  config,
  sections: await ownSections(store, locale),
});

/** What exists around a runbook here, for the linter. */
export const namesHere = (config: WorkspaceConfig, entries: readonly RunbookEntry[]): Names =>
  namesOf(
    config,
    entries.map(({ id }) => bareId(id)),
  );

/** `payment-outage.ja` → `payment-outage`. */
export const bareId = (id: string): string => id.replace(/\.(ja|en)$/, '');

export const calledHere = ({ config, locale, sections }: RunbookReader): Called =>
  calledOf(config, locale, sections);
