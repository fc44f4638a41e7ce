import { html } from 'hono/html';
import { type IncidentList, listIncidents } from '../../../../shared/incident/index.ts';
import type { Store } from '../../../../shared/store/port.ts';
import type { Html } from '../../html.ts';
import { type IncidentReader, incidentRows } from './rows.ts';
import { incidentPageText } from './text.ts';

/** Those under way that a reader may see, newest first. */
export const openIncidents = (store: Store, team: string, reader: string): Promise<IncidentList> =>
  listIncidents(store, {
    team,
    reader,
    status: 'open',
    severity: null,
    service: null,
    from: null,
    to: null,
    text: '',
    cursor: null,
  });

/** On the home page: nothing while there is none, so that what is there is seen. */
export function openSection({ incidents, cursor }: IncidentList, reader: IncidentReader): Html {
  const text = incidentPageText(reader.locale);
  const rows = html`<h2 id="under-way">${text.openTitle}</h2>
${incidentRows(incidents, reader)}
${cursor ? html`<p><a href="/incidents?status=open">${text.older}</a></p>` : ''}`;
  return html`<section aria-labelledby="under-way" id="incidents" data-live ${incidents.length === 0 ? html`hidden` : ''}>${rows}</section>`;
}
