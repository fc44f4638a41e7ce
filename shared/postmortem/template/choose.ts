import type { Facts, Severity } from '../../severity/index.ts';
import type { PostmortemConfig } from '../schemas.ts';

/** Which form an incident asks for, by the configuration. */
export interface Choice {
  /** Id of the template; null where none is asked for. */
  readonly template: string | null;
  readonly supplements: readonly string[];
  /** From resolved until it should be ready, in ms. */
  readonly due: number | null;
}

interface Asked {
  readonly severity: Severity;
  readonly service: string | null;
  readonly facts: Pick<Facts, 'duties'>;
}

/** The first rule that fits decides; of the supplements all that fit are added. Pure. */
export function chooseTemplate({ rules, supplements }: PostmortemConfig, incident: Asked): Choice {
  const fits = ({ severities, services }: { severities: readonly Severity[]; services: readonly string[] }) =>
    severities.includes(incident.severity) &&
    (services.length === 0 || (incident.service !== null && services.includes(incident.service)));
  const rule = rules.find(fits);
  const touched = ({ duties }: { duties: readonly string[] }) =>
    duties.length === 0 || duties.some((id) => incident.facts.duties.includes(id));
  const added = supplements.filter((one) => fits(one) && touched(one)).map(({ template }) => template);
  if (!rule || rule.template === 'none') return { template: null, supplements: added, due: null };
  return { template: rule.template, supplements: added, due: rule.due };
}
