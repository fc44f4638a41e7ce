import { html } from 'hono/html';
import { listCalls } from '../../../shared/ledger/index.ts';
import { readBoard } from '../../../shared/rota/index.ts';
import { type Page, visitorOf } from '../env.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { badge } from '../state.ts';
import { boardSection } from './board.ts';
import { callRows } from './call-rows.ts';
import { openIncidents, openSection } from './incidents/open.ts';
import { laptopSection } from './laptop.ts';
import { homeText } from './text.ts';

/** Who is on duty, and what is waiting. */
export function homePage(parts: WebParts): Page {
  const { store, clock, config } = parts;
  return async (c) => {
    const { locale } = c.var;
    const zone = config.workspace.timezone;
    const now = clock.now();
    const text = homeText(locale);
    const none = { rota: '', person: '', text: '', from: null, to: null, cursor: null };
    const { user, team } = visitorOf(c);
    const [incidents, board, open, held] = await Promise.all([
      openIncidents(store, team, user),
      readBoard(store, config.rotas, zone, now),
      listCalls(store, { ...none, filter: 'open' }),
      listCalls(store, { ...none, filter: 'acknowledged' }),
    ]);
    const rows = [...open.rows, ...held.rows];
    const reader = { locale, zone, now, rotas: config.rotas };
    const main = html`<h1 class="unseen">${text.title}</h1>
${boardSection(board, reader)}
${openSection(incidents, { locale, zone, now, services: config.incident.services })}
<section aria-labelledby="waiting" id="calls" data-live>
<h2 id="waiting">${text.waiting}</h2>
${rows.length > 0 ? callRows(rows, reader) : html`<p class="muted">${badge('done', text.nothing)} ${text.nothingHelp}</p>`}
<p><a href="/calls">${text.allCalls}</a></p>
</section>
${laptopSection(c, parts)}`;
    return page(c, { title: text.title, main });
  };
}
