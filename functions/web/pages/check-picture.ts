import { html } from 'hono/html';
import type { PictureTab, Problem } from '../../../shared/rota/index.ts';
import type { Html } from '../html.ts';
import type { RotasText } from './rotas-text.ts';

/** What a cell is marked with: the numbers of its findings in the list. */
export interface Marked {
  readonly severity: Problem['severity'];
  readonly numbers: readonly number[];
}

/** `当番表!C14` → its findings; those of a run mark each of its cells. */
export function markedCells(problems: readonly Problem[]): ReadonlyMap<string, Marked> {
  const marked = new Map<string, Marked>();
  problems.forEach((problem, i) => {
    for (const cell of cellsOf(problem)) {
      const before = marked.get(cell);
      const severity = before?.severity === 'problem' ? 'problem' : problem.severity;
      marked.set(cell, { severity, numbers: [...(before?.numbers ?? []), i + 1] });
    }
  });
  return marked;
}

const CLASSES = { problem: 'problem', notice: 'note' } as const;
/** Longer runs than any picture has rows. */
const LONGEST_RUN = 1_000;

function cellsOf({ cell, detail }: Problem): string[] {
  if (cell === null) return [];
  const [from, to] = [cell, detail.until ?? ''].map((one) => /^(.*![A-Z]+)(\d+)$/s.exec(one));
  if (!from || !to || from[1] !== to[1]) return [cell];
  const [first, last] = [Number(from[2]), Number(to[2])];
  return Array.from(
    { length: Math.min(Math.max(last - first + 1, 1), LONGEST_RUN) },
    (_none, i) => `${from[1]}${first + i}`,
  );
}

/** One tab as the spreadsheet shows it: letters across, numbers down, what is wrong marked with the number of its finding. */
export function drawTab(tab: PictureTab, marked: ReadonlyMap<string, Marked>, text: RotasText): Html {
  const now = new Set(tab.now);
  let last = 0;
  const rows = tab.rows.map(({ number, cells }) => {
    const left = number - last - 1;
    last = number;
    return html`${left > 0 ? html`<tr class="cut"><td colspan="${cells.length + 1}">${text.cut(left)}</td></tr>` : ''}<tr><th scope="row">${number}</th>${cells.map(
      (cell, i) => {
        const address = `${tab.columns[i]}${number}`;
        return drawCell(cell, marked.get(`${tab.title}!${address}`), now.has(address), text);
      },
    )}</tr>`;
  });
  return html`<h3>${tab.title}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="${tab.title}"><table class="sheet">
<thead><tr><td></td>${tab.columns.map((letters) => html`<th scope="col">${letters}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function drawCell(cell: string | null, marked: Marked | undefined, now: boolean, text: RotasText): Html {
  if (cell === null && !marked) return html`<td class="unread"></td>`;
  const kind = [marked && CLASSES[marked.severity], now ? 'now' : null].filter(Boolean).join(' ');
  const numbers = (marked?.numbers ?? []).map(
    (number) =>
      html`<a class="mark" href="#finding-${number}"><span class="unseen">${marked?.severity === 'problem' ? text.legend.problem : text.legend.notice} </span>${number}</a>`,
  );
  return html`<td class="${kind}">${numbers}${now ? html`<span class="unseen">${text.legend.now}: </span>` : ''}<bdi>${cell ?? ''}</bdi></td>`;
}
