import { html } from 'hono/html';
import {
  importText,
  type Outcome,
  pagePath,
  type ReportPage,
  reportHead,
  reportLines,
  sentencesOf,
  type Upload,
} from '../../../../shared/import/index.ts';
import { incidentAddress, labelOf } from '../../../../shared/incident/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import type { Store } from '../../../../shared/store/port.ts';
import type { Page } from '../../env.ts';
import type { Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { badge, type State } from '../../state.ts';
import { errorPage } from '../error.ts';
import { importPageText } from './text.ts';
import { uploadOf } from './upload-of.ts';

const RESULTS: Readonly<Record<Outcome['result']['kind'], State>> = {
  created: 'done',
  changed: 'waiting',
  same: 'off',
  refused: 'failed',
};
/** So many are shown on the page, looked for in so many of its pages. */
const SHOWN = 100;
const LOOKED = 40;

/** The sums, and one by one what a person should look at: what was refused first. */
export async function reportSection(store: Store, upload: Upload, locale: Locale): Promise<Html> {
  const text = importPageText(locale);
  const words = importText(locale);
  const { counts, pages, id, phase } = upload;
  const kept = await Promise.all(
    pages.slice(0, LOOKED).map((page) => store.get<ReportPage>(pagePath(id, page))),
  );
  const found = kept
    .flatMap((page) => page?.data.outcomes ?? [])
    .filter((one) => sentencesOf(one, words).length > 0);
  const rank = ({ result }: Outcome) => (result.kind === 'refused' ? 0 : 1);
  const shown = found.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
  const sums = (['created', 'changed', 'same', 'refused'] as const).map(
    (kind) =>
      html`<div><dt>${badge(RESULTS[kind], words.results[kind])}</dt><dd>${counts[kind].toLocaleString('en-US')}</dd></div>`,
  );
  return html`<p role="status" class="notice">${phase === 'done' ? text.doneNote : text.triedNote}</p>
<dl class="facts-list">${sums}</dl>
<p class="actions"><a class="button second" href="/settings/import/${id}/report.csv" download>${text.download}</a>${phase === 'done' ? html` <a href="/incidents">${text.incidents}</a>` : ''}</p>
<h3>${text.worth}</h3>
${shown.length === 0 ? html`<p class="muted">${text.all}</p>` : html`<ol class="outcomes">${shown.map((one) => outcome(one, locale))}</ol>`}
${found.length > SHOWN || pages.length > LOOKED ? html`<p class="muted">${text.more}</p>` : ''}`;
}

function outcome(one: Outcome, locale: Locale): Html {
  const words = importText(locale);
  const { incident, number, result } = one;
  const link =
    incident !== null && number !== null
      ? html` <a href="${incidentAddress({ id: incident, number })}">${labelOf(number)}</a>`
      : '';
  return html`<li><p>${badge(RESULTS[result.kind], words.results[result.kind])} <bdi>${one.title}</bdi>${link} <small class="muted"><bdi>${words.place(one.at)}</bdi></small></p>
<ul>${sentencesOf(one, words).map((sentence) => html`<li>${sentence}</li>`)}</ul></li>`;
}

/** All of it as a file, read page by page. */
export function reportFile({ store }: WebParts): Page {
  return async (c) => {
    const upload = await uploadOf(c, { store });
    if (!upload) return errorPage(c, 404, 'notFound');
    const text = importText(c.var.locale);
    const { pages, id, round } = upload;
    const encoder = new TextEncoder();
    async function* lines() {
      yield encoder.encode(reportHead(text));
      for (const page of pages) {
        const kept = await store.get<ReportPage>(pagePath(id, page));
        if (kept) yield encoder.encode(reportLines(kept.data.outcomes, text));
      }
    }
    return new Response(ReadableStream.from(lines()), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="import-${round}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  };
}
