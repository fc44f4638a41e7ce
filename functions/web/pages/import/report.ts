import { html } from 'hono/html';
import {
  type Group,
  groupsOf,
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
const REASONS = 25;

/** The sums, and one by one what a person should look at: what was refused first. */
export async function reportSection(store: Store, upload: Upload, locale: Locale): Promise<Html> {
  const text = importPageText(locale);
  const words = importText(locale);
  const { counts, pages, id, phase } = upload;
  const kept = await Promise.all(
    pages.slice(0, LOOKED).map((page) => store.get<ReportPage>(pagePath(id, page))),
  );
  const all = kept.flatMap((page) => page?.data.outcomes ?? []);
  const groups = groupsOf(all, words);
  const changed = all.filter(({ result }) => result.kind === 'changed');
  const sums = (['created', 'changed', 'same', 'refused'] as const).map(
    (kind) =>
      html`<div><dt>${badge(RESULTS[kind], words.results[kind])}</dt><dd>${counts[kind].toLocaleString('en-US')}</dd></div>`,
  );
  return html`<p role="status" class="notice">${phase === 'done' ? text.doneNote : text.triedNote}</p>
<dl class="facts-list">${sums}</dl>
<p class="muted">${words.zoned(upload.mapping.zone)}</p>
<p class="actions">${counts.refused > 0 ? html`<a class="button second" href="/settings/import/${id}/refused" download>${text.refused(counts.refused)}</a> ` : ''}<a class="button second" href="/settings/import/${id}/report.csv" download>${text.download}</a>${phase === 'done' ? html` <a href="/incidents">${text.incidents}</a>` : ''}</p>
${counts.refused > 0 ? html`<p class="muted">${text.refusedNote}</p>` : ''}
${groupList(
  text.reasons,
  groups.filter(({ kind }) => kind === 'refused'),
  locale,
)}
${groupList(
  text.worth,
  groups.filter(({ kind }) => kind === 'remark'),
  locale,
)}
${changed.length > 0 ? html`<h3>${text.changes}</h3><ol class="outcomes">${changed.slice(0, SHOWN).map((one) => outcome(one, locale))}</ol>` : ''}
${groups.length === 0 && changed.length === 0 ? html`<p class="muted">${text.all}</p>` : ''}
${changed.length > SHOWN || pages.length > LOOKED ? html`<p class="muted">${text.more}</p>` : ''}`;
}

/** Each reason once, with the records it concerns. */
function groupList(title: string, groups: readonly Group[], locale: Locale): Html {
  const text = importPageText(locale);
  const words = importText(locale);
  if (groups.length === 0) return html``;
  const items = groups.slice(0, REASONS).map(
    ({
      sentence,
      count,
      outcomes,
    }) => html`<li><details><summary><bdi>${sentence}</bdi> <span class="num">${text.count(count)}</span></summary>
<ul>${outcomes.map((one) => html`<li><bdi>${words.place(one.at)}</bdi> <bdi>${one.title}</bdi>${incidentLink(one)}</li>`)}</ul>
${count > outcomes.length ? html`<p class="muted">${text.rest(count - outcomes.length)}</p>` : ''}</details></li>`,
  );
  return html`<h3>${title}</h3><ul class="outcomes">${items}</ul>${groups.length > REASONS ? html`<p class="muted">${text.more}</p>` : ''}`;
}

const incidentLink = ({ incident, number }: Outcome): Html | '' =>
  incident !== null && number !== null
    ? html` <a href="${incidentAddress({ id: incident, number })}">${labelOf(number)}</a>`
    : '';

function outcome(one: Outcome, locale: Locale): Html {
  const words = importText(locale);
  const { result } = one;
  return html`<li><p>${badge(RESULTS[result.kind], words.results[result.kind])} <bdi>${one.title}</bdi>${incidentLink(one)} <small class="muted"><bdi>${words.place(one.at)}</bdi></small></p>
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
