import { html } from 'hono/html';
import {
  countsIn,
  type Kind,
  type NightLog,
  recentLogs,
  retentionText,
} from '../../../../shared/retention/index.ts';
import { localTime } from '../../../../shared/rota/index.ts';
import type { Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import type { Reader } from '../board.ts';

const NIGHTS = 10;

/** What the last nights deleted, by number and id: there is nothing else left of it. */
export async function logSection({ store }: WebParts, { locale, zone }: Reader): Promise<Html> {
  const text = retentionText(locale);
  const logs = await recentLogs(store, NIGHTS);
  return html`<section aria-labelledby="gone"><h2 id="gone">${text.log}</h2>
${logs.length === 0 ? html`<p class="muted">${text.logNone}</p>` : html`<p class="muted">${text.logLead}</p><ul class="kept">${logs.map(night)}</ul>`}</section>`;

  function night({ period, removed }: NightLog, i: number): Html {
    const kinds = Object.entries(countsIn(removed)) as [Kind, number][];
    const counts = kinds.map(([kind, count]) => `${text.kinds[kind].name} ${count}`).join(' · ');
    const ids = removed.map(({ records: [path = ''] }) => html`<li><code>${path}</code></li>`);
    return html`<li><p><time datetime="${new Date(period).toISOString()}">${localTime(period, zone).slice(0, 10)}</time> ${counts}</p>
<details id="night-${String(i)}"><summary>${text.ids}</summary><ul class="bullets">${ids}</ul></details></li>`;
  }
}
