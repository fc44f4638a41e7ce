import { html } from 'hono/html';
import { type Incident, incidentAddress, incidentText, labelOf } from '../../../../shared/incident/index.ts';
import { type Locale, moment } from '../../../../shared/language/index.ts';
import type { Html } from '../../html.ts';
import { badge, type State, severityBadge } from '../../state.ts';
import type { Reader } from '../board.ts';
import { incidentPageText } from './text.ts';

export interface IncidentReader extends Reader {
  readonly services: readonly { readonly id: string; readonly name: string }[];
}

const STATES: Readonly<Record<Incident['status'], State>> = {
  detected: 'open',
  investigating: 'waiting',
  fixing: 'waiting',
  resolved: 'done',
  closed: 'done',
};

/** Incidents to scan: state and severity, title, who has it, since when. A row is one link. */
export function incidentRows(incidents: readonly Incident[], reader: IncidentReader): Html {
  return html`<ol class="rows">${incidents.map((one) => html`<li>${rowOf(one, reader)}</li>`)}</ol>`;
}

function rowOf(incident: Incident, { locale, zone, now, services }: IncidentReader): Html {
  const { declaredAt, title, roles, service } = incident;
  const text = incidentPageText(locale);
  const commander = roles.commander;
  return html`<a class="row" href="${incidentAddress(incident)}" data-row>
<span class="states">${statesOf(incident, locale)}</span>
<span class="words"><small>${labelOf(incident.number)}</small> <bdi>${title}</bdi></span>
<span class="who-has">${commander ? html`<bdi>${text.commander(commander.name)}</bdi>` : html`<small>${text.noCommander}</small>`}</span>
<span class="when"><time datetime="${new Date(declaredAt).toISOString()}">${moment(declaredAt, now, zone, locale)}</time> <small>${nameOf(service, services)}</small></span>
</a>`;
}

const nameOf = (service: string | null, services: IncidentReader['services']): string =>
  services.find(({ id }) => id === service)?.name ?? service ?? '';

/** Status and severity, and what keeps it apart: a drill, a private one. */
export function statesOf({ status, severity, drill, private: secret }: Incident, locale: Locale): Html {
  const text = incidentText(locale);
  return html`${severityBadge(severity)}${badge(STATES[status], text.statuses[status])}${drill ? badge('off', text.drill) : ''}${secret ? badge('off', text.secret) : ''}`;
}
