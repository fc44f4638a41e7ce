import { html } from 'hono/html';
import { type KeptCheck, readCheck } from '../../../shared/duty/index.ts';
import { loadText } from '../../../shared/load/index.ts';
import { type BoardRota, type RotaConfig, readBoard, sheetUrl } from '../../../shared/rota/index.ts';
import type { Page } from '../env.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { badge } from '../state.ts';
import { ageOf, dutyOf, type Reader } from './board.ts';
import { calendarText } from './calendar-text.ts';
import { rotasText } from './rotas-text.ts';
import { homeText } from './text.ts';

/** All rotas: who is on duty and who is next, what is wrong with the sheet, and where to go from there. */
export function rotasPage({ config, store, clock }: WebParts): Page {
  return async (c) => {
    const { locale } = c.var;
    const text = rotasText(locale);
    const now = clock.now();
    const [board, checks] = await Promise.all([
      readBoard(store, config.rotas, config.workspace.timezone, now),
      Promise.all(config.rotas.map(({ id }) => readCheck(store, id))),
    ]);
    const cards = config.rotas.map((rota, i) => {
      const reader = { locale, zone: rota.timezone ?? config.workspace.timezone, now };
      const shown = board[i];
      return shown ? html`<li>${card(rota, shown, checks[i] ?? null, reader)}</li>` : '';
    });
    const none = html`<div class="empty"><h2>${text.none.title}</h2><p>${text.none.body}</p></div>`;
    const main = html`<section aria-labelledby="title" id="rotas" data-live><h1 id="title">${text.title}</h1>
${cards.length > 0 ? html`<ul class="board">${cards}</ul>` : none}
</section>`;
    return page(c, { title: text.title, main });
  };
}

function card(
  { id, spreadsheet }: RotaConfig,
  rota: BoardRota,
  check: KeptCheck | null,
  reader: Reader,
): Html {
  const { locale } = reader;
  const [text, home] = [rotasText(locale), homeText(locale)];
  const links = [
    [`/rotas/${id}`, calendarText(locale).title],
    [`/rotas/${id}/check`, text.check],
    [`/rotas/${id}/load`, loadText(locale).title],
    [sheetUrl(spreadsheet), text.sheet],
  ] as const;
  const duty =
    rota.readAt === null
      ? html`<p>${badge('off', home.notRead)}</p><p class="muted">${home.notReadHelp}</p>`
      : html`${rota.columns.map((column) => dutyOf(rota, column, reader))}${ageOf(rota.readAt, reader)}`;
  return html`<h2>${rota.name}</h2>
${duty}
<p>${stateOf(check, reader)}</p>
<p>${links.map(([to, label], i) => html`${i > 0 ? ' · ' : ''}<a href="${to}">${label}</a>`)}</p>`;
}

/** How a sheet stands, in a word. */
export function stateOf(check: KeptCheck | null, { locale }: Reader): Html {
  const text = rotasText(locale);
  if (!check) return badge('off', text.notChecked);
  const problems = check.problems.filter(({ severity }) => severity === 'problem').length;
  const notices = check.problems.length - problems;
  return html`${problems > 0 ? badge('open', text.problems(problems + check.more)) : ''}
${notices > 0 ? badge('waiting', text.notices(notices)) : ''}
${check.problems.length === 0 && !check.trouble ? badge('done', text.allWell) : ''}`;
}
