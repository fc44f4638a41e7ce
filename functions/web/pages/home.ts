import { html } from 'hono/html';
import { readBoard } from '../../../shared/rota/index.ts';
import type { Page } from '../env.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { boardSection } from './board.ts';
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
    const board = await readBoard(store, config.rotas, zone, now);
    const main = html`<h1 class="unseen">${text.title}</h1>
${boardSection(board, { locale, zone, now })}
${laptopSection(c, parts)}`;
    return page(c, { title: text.title, main });
  };
}
