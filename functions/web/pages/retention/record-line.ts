import { html } from 'hono/html';
import type { ActionItem } from '../../../../shared/action-item/index.ts';
import type { Escalation } from '../../../../shared/escalation/index.ts';
import { type Incident, incidentAddress, labelOf, mayTell } from '../../../../shared/incident/index.ts';
import { holdText } from '../../../../shared/legal-hold/index.ts';
import { localTime } from '../../../../shared/rota/index.ts';
import type { Visitor } from '../../env.ts';
import type { Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import type { Reader } from '../board.ts';

type Shown = (data: never, id: string) => { readonly to: string | null; readonly title: string } | null;

/** One record in a list, with the way to its page; what the visitor may not see is not named. */
export async function recordLine(
  { store }: WebParts,
  path: string,
  visitor: Visitor,
  { zone, locale }: Reader,
): Promise<Html> {
  const [collection = '', id = ''] = path.split('/');
  const time = (at: number) => localTime(at, zone).replace('T', ' ').slice(0, 16);
  const shows: Readonly<Record<string, Shown>> = {
    incidents: (data: Incident) =>
      mayTell(data, 'page', visitor.user) === 'all'
        ? { to: incidentAddress(data), title: `${labelOf(data.number)} ${data.title}` }
        : null,
    escalations: (data: Escalation) => ({
      to: `/calls/${id}`,
      title: holdText(locale).call(time(data.receivedAt)),
    }),
    'action-items': (data: ActionItem) => (data.private ? null : { to: `/actions/${id}`, title: data.title }),
    alerts: (data: { title: string }) => ({ to: null, title: data.title }),
    overrides: (data: { rota: string; until: number }) => ({
      to: null,
      title: `${data.rota} – ${time(data.until)}`,
    }),
    duties: () => ({ to: null, title: id }),
    'dead-letters': (data: { about: string }) => ({ to: '/dead-letters', title: data.about }),
    audit: (data: { action: string; name: string }) => ({ to: null, title: `${data.action} · ${data.name}` }),
  };
  const data = (await store.get<never>(path))?.data;
  const shown = data === undefined ? null : (shows[collection]?.(data, id) ?? null);
  if (!shown) return html`<span class="muted">${holdText(locale).secret}</span>`;
  return shown.to
    ? html`<a href="${shown.to}"><bdi>${shown.title}</bdi></a>`
    : html`<bdi>${shown.title}</bdi>`;
}
