import type { IncidentConfig } from '../incident/index.ts';
import type { SeverityConfig } from '../severity/index.ts';
import type { Names } from './lint.ts';
import type { RunbookConfig } from './schemas.ts';

/** What of toban.yaml a runbook may name. */
interface Settings {
  readonly rotas: readonly { readonly id: string }[];
  readonly incident: Pick<IncidentConfig, 'roles' | 'services' | 'audiences'>;
  readonly severity: Pick<SeverityConfig, 'duties'>;
  readonly runbooks: RunbookConfig;
}

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

/** Everything that the linter looks up. `runbooks`: ids of all that there are, without their language. */
export const namesOf = (
  { rotas, incident, severity, runbooks: { secrets, urls } }: Settings,
  runbooks: readonly string[] | null,
): Names => ({
  roles: ids(incident.roles),
  rotas: ids(rotas),
  services: ids(incident.services),
  audiences: ids(incident.audiences),
  duties: severity.duties.flatMap(({ id, steps }) => steps.map((_step, index) => `${id} ${index + 1}`)),
  runbooks,
  secrets,
  urls,
});
