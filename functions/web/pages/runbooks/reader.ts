import { type Called, type Names, namesOf, type RunbookEntry } from '../../../../shared/runbook/index.ts';
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

export const calledHere = ({ config, locale }: Pick<RunbookReader, 'config' | 'locale'>): Called => {
  const { roles, audiences } = config.incident;
  const dutyOf = (id: string) => config.severity.duties.find((one) => one.id === id);
  return {
    locale,
    role: (id) => roles.find((one) => one.id === id)?.name[locale] ?? id,
    rota: (id) => config.rotas.find((one) => one.id === id)?.name ?? id,
    audience: (id) => audiences.find((one) => one.id === id)?.name[locale] ?? id,
    duty: (id) => dutyOf(id)?.name[locale] ?? id,
    dutyStep: (id, step) => dutyOf(id)?.steps[step - 1]?.tell[locale] ?? `${id} ${step}`,
  };
};
