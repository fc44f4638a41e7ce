import { html } from 'hono/html';
import { allows } from '../../../../shared/access/index.ts';
import { moment } from '../../../../shared/language/index.ts';
import {
  checkKept,
  listRunbooks,
  type Problem,
  type RunbookEntry,
  runCount,
} from '../../../../shared/runbook/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { badge } from '../../state.ts';
import { matchWords } from './match.ts';
import { problemBadge } from './problems.ts';
import { namesHere, type RunbookReader } from './reader.ts';
import { type RunbookPageText, runbookPageText, shortVersion } from './text.ts';

/** Each row is read and checked: more are found by their words. */
const MOST_ROWS = 50;

/** All runbooks there are, or those with some words in name or match. */
export function runbooksPage({ store, clock, config }: WebParts): Page {
  return async (c) => {
    const { locale } = c.var;
    const text = runbookPageText(locale);
    const words = (c.req.query('q') ?? '').trim().slice(0, 100);
    const all = await listRunbooks(store);
    const old = c.req.query('retired') === 'yes';
    const stand = all.filter((one) => (one.retired !== undefined) === old);
    const found = sorted(
      stand.filter((one) => has(one, words)),
      locale,
    );
    const names = namesHere(config, all);
    const rows = await Promise.all(
      found.slice(0, MOST_ROWS).map(async (entry): Promise<Row> => {
        const [problems, runs] = await Promise.all([
          checkKept(store, entry, names),
          runCount(store, entry.id),
        ]);
        return { entry, problems, runs };
      }),
    );
    const reader = { locale, zone: config.workspace.timezone, now: clock.now(), config };
    const nothing = all.length === 0 ? text.empty : text.noneFound;
    const may = allows(visitorOf(c).role, 'editor');
    const main = html`<section aria-labelledby="title">
<div class="actions apart"><h1 id="title">${text.title}</h1>${may ? html`<a class="button" href="/runbooks/new">${text.write}</a>` : ''}</div>
<form class="search folded" role="search" action="/runbooks">
${old ? html`<input type="hidden" name="retired" value="yes">` : ''}
<label class="text">${text.search}<input type="search" name="q" value="${words}" placeholder="${text.searchHint}" data-search></label>
<p class="actions"><button class="second">${text.apply}</button> ${words === '' ? '' : html`<a href="/runbooks">${text.reset}</a>`}</p>
</form>
${
  rows.length > 0
    ? html`<ol class="rows">${rows.map((row) => html`<li>${rowOf(row, reader)}</li>`)}</ol>`
    : html`<div class="empty"><h2>${nothing.title}</h2><p>${nothing.body}</p></div>`
}
${otherStand(all, old, text)}
${found.length > rows.length ? html`<p class="muted">${text.shown(rows.length, found.length)}</p>` : ''}
<p class="muted keys">${text.keys}</p>
</section>`;
    return page(c, { title: text.title, main });
  };
}

/** Where the others are: retired ones stand by themselves, out of the way. */
function otherStand(all: readonly RunbookEntry[], old: boolean, { retired }: RunbookPageText): Html | '' {
  const count = all.filter((one) => one.retired).length;
  if (old) return html`<p><a href="/runbooks">${retired.hide}</a></p>`;
  return count === 0
    ? ''
    : html`<p><a href="/runbooks?retired=yes">${retired.show} (${String(count)})</a></p>`;
}

interface Row {
  readonly entry: RunbookEntry;
  readonly problems: readonly Problem[];
  readonly runs: number;
}

const fold = (words: string): string => words.normalize('NFKC').toLowerCase();

function has({ id, title, match }: RunbookEntry, words: string): boolean {
  const where = fold([id, title, ...Object.values(match).flat()].join('\n'));
  return fold(words)
    .split(/\s+/)
    .every((word) => where.includes(word));
}

/** The reader's language first, then by title. */
const sorted = (entries: readonly RunbookEntry[], locale: RunbookReader['locale']): RunbookEntry[] =>
  [...entries].sort(
    (a, b) =>
      Number(b.language === locale) - Number(a.language === locale) || a.title.localeCompare(b.title, locale),
  );

function rowOf({ entry, problems, runs }: Row, reader: RunbookReader): Html {
  const { locale, zone, now } = reader;
  const text = runbookPageText(locale);
  const { id, title, language, version, steps, at, by } = entry;
  return html`<a class="row" href="/runbooks/${id}" data-row>
<span class="states">${entry.retired ? badge('off', text.retired.word) : ''}${problemBadge(problems, locale)}<span class="state">${text.languages[language]}</span></span>
<span class="words"><bdi>${title}</bdi> <small>${id}</small></span>
<span class="who-has"><bdi>${matchWords(entry.match, reader)}</bdi></span>
<span class="when"><time datetime="${new Date(at).toISOString()}">${text.changed(moment(at, now, zone, locale), by)}</time><br><small>${[text.version(shortVersion(version)), text.steps(steps), text.runs(runs)].join(' · ')}</small></span>
</a>`;
}
