import type { Locale } from '../language/index.ts';
import { link } from '../slack/index.ts';
import { openIncidentsOfService } from '../store/shapes.ts';
import type { IncidentContext } from './context.ts';
import { incidentAddress } from './find.ts';
import type { Incident } from './model.ts';
import { mayTell } from './policy.ts';
import { incidentText, labelOf } from './text.ts';
import { headline } from './view-parts.ts';

const MOST = 10;

/**
 * Incidents under way in the services of a rota, newest first, each as a line of mrkdwn; private ones only to those of
 * them. One query of at most ten documents for each service.
 */
export async function openIncidentLines(
  ctx: IncidentContext,
  rota: string,
  reader: string,
  locale: Locale,
): Promise<readonly string[]> {
  const services = ctx.settings.incident.services.filter((service) => service.rota === rota);
  const pages = await Promise.all(
    services.map(({ id: service }) =>
      ctx.calls.store.page<Incident>({
        shape: openIncidentsOfService,
        values: { service, open: true },
        limit: MOST,
      }),
    ),
  );
  const text = incidentText(locale);
  return pages
    .flatMap(({ docs }) => docs.map(({ data }) => data))
    .filter((one) => mayTell(one, 'person', reader) === 'all')
    .toSorted((a, b) => b.declaredAt - a.declaredAt)
    .map((one) => {
      const room = one.room ? ` <#${one.room.channel}>` : '';
      const page = ctx.baseUrl ? ` ${link(ctx.baseUrl + incidentAddress(one), labelOf(one.number))}` : '';
      return `${headline(one, text)}${room}${page}`;
    });
}
