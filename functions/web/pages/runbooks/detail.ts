import { html } from 'hono/html';
import { allows } from '../../../../shared/access/index.ts';
import { moment } from '../../../../shared/language/index.ts';
import {
  checkRunbook,
  listRunbooks,
  type RunbookEntry,
  type RunbookFigures,
  runbookFigures,
  runbookSource,
  runCount,
  type Saved,
  savedVersions,
  type Version,
} from '../../../../shared/runbook/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { documentOf } from './document.ts';
import { savedNotice } from './editor.ts';
import { figuresBeside, figuresHead } from './insights.ts';
import { matchWords } from './match.ts';
import { problemBadge, problemList } from './problems.ts';
import { namesHere, type RunbookReader, readerOf } from './reader.ts';
import { retiredNotice, retireSection } from './retire.ts';
import { runbookPageText, shortVersion } from './text.ts';

/** One runbook to read: as it is now, or as an old version was. */
export function runbookPage({ store, clock, config }: WebParts): Page {
  return async (c) => {
    const { locale } = c.var;
    const entries = await listRunbooks(store);
    const entry = entries.find(({ id }) => id === c.req.param('id'));
    if (!entry) return errorPage(c, 404, 'notFound');
    const version = c.req.query('version') || entry.version;
    const one = c.req.query('figures') === 'version';
    const [kept, history, runs, figures] = await Promise.all([
      runbookSource(store, entry.id, version),
      savedVersions(store, entry.id),
      runCount(store, entry.id),
      runbookFigures(store, entry.id, one ? version : null),
    ]);
    if (!kept) return errorPage(c, 404, 'notFound');
    const reader = await readerOf({ store, config }, locale, clock.now());
    const may = allows(visitorOf(c).role, 'editor');
    const shown = { entry, kept, version, runs, figures, one };
    const main = html`<article class="story">
${savedNotice(c.req.query('done'), reader)}
${retiredNotice(c.req.query('done'), locale)}
${headSection(shown, reader, may)}
${bodySection(shown, namesHere(config, entries), reader)}
${historySection(entry, history, reader)}
${may ? retireSection(entry, visitorOf(c), locale) : ''}
</article>`;
    return page(c, { title: entry.title, main });
  };
}

interface Shown {
  readonly entry: RunbookEntry;
  readonly kept: Version;
  /** The one that is shown; the entry names the current one. */
  readonly version: string;
  readonly runs: number;
  readonly figures: RunbookFigures;
  /** The figures are of this version only. */
  readonly one: boolean;
}

function headSection({ entry, kept, version, runs }: Shown, reader: RunbookReader, may: boolean): Html {
  const text = runbookPageText(reader.locale);
  const { id, title, language, match, steps, at, by, retired } = entry;
  const when = (time: number) => moment(time, reader.now, reader.zone, reader.locale);
  const old = version !== entry.version;
  const facts = [
    [text.match.title, matchWords(match, reader)],
    [text.number, `${shortVersion(entry.version)} · ${text.steps(steps)} · ${text.languages[language]}`],
    [text.lastChange, text.changed(when(at), by)],
    [text.howOften, text.runs(runs)],
  ].map(([name, value]) => html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`);
  return html`<section>
${old ? html`<p role="status" class="notice">${text.old(when(kept.at), kept.by.name)} <a href="/runbooks/${id}">${text.toLatest}</a></p>` : ''}
${retired ? html`<p class="notice waiting">${text.retiredBy(when(retired.at), retired.by)}</p>` : ''}
<h1><bdi>${title}</bdi> <small class="muted">${id}</small></h1>
<dl class="facts-list">${facts}</dl>
<p class="actions">${may ? html`<a class="button" href="/runbooks/${id}/edit${old ? `?version=${version}` : ''}">${old ? text.revert : text.edit}</a>` : ''}
<a ${may ? '' : html`class="button"`} href="/runbooks/${id}/play?version=${version}">${text.play}</a>
${may && !old ? html`<a href="/runbooks/new?from=${id}">${text.copy}</a>` : ''}</p>
</section>`;
}

function bodySection(
  { entry, kept, version, figures, one }: Shown,
  names: ReturnType<typeof namesHere>,
  reader: RunbookReader,
): Html {
  const { locale } = reader;
  const text = runbookPageText(locale);
  const { runbook, problems } = checkRunbook(kept.source, names);
  const address = `/runbooks/${entry.id}${version === entry.version ? '' : `?version=${version}`}`;
  const unread = html`<p class="notice wrong">${text.unreadable}</p><pre class="source" tabindex="0">${kept.source}</pre>`;
  return html`<section aria-labelledby="contents"><h2 id="contents">${text.contents}</h2>
${problems.length > 0 ? html`<p>${problemBadge(problems, locale)}</p>${problemList(problems, kept.source, reader)}` : ''}
${figuresHead(figures, { address, one }, reader)}
${runbook ? documentOf(runbook, reader, figuresBeside(figures, locale)) : unread}
</section>`;
}

function historySection(
  { id, version }: RunbookEntry,
  history: readonly Saved[],
  reader: RunbookReader,
): Html {
  const text = runbookPageText(reader.locale);
  const items = history.map((saved, index) => {
    const before = history[index + 1];
    const time = moment(saved.at, reader.now, reader.zone, reader.locale);
    return html`<li><time datetime="${new Date(saved.at).toISOString()}">${time}</time> <bdi>${saved.by}</bdi> <span class="muted num">${shortVersion(saved.version)}</span>
<span class="actions">${index === 0 && saved.version === version ? html`<span class="muted">${text.now}</span>` : html`<a href="/runbooks/${id}?version=${saved.version}">${text.show}</a>`}
${before ? html`<a href="/runbooks/${id}/changes?from=${before.version}&to=${saved.version}">${text.compare}</a>` : ''}</span></li>`;
  });
  return html`<section aria-labelledby="history"><h2 id="history">${text.history}</h2>
<p class="muted">${text.historyNote}</p>
<ol class="versions">${items}</ol></section>`;
}
