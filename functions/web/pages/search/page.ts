import { html } from 'hono/html';
import { neededWords } from '../../../../shared/language/index.ts';
import {
  type Group,
  type SearchText,
  searchAll,
  searchKind,
  searchText,
} from '../../../../shared/search/index.ts';
import { KINDS, type Kind } from '../../../../shared/search-index/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { hitRows, type SearchReader } from './rows.ts';

/** Of each kind where all are shown, and where one is. */
const FEW = 5;
const MANY = 25;
export const LONGEST_SEARCH = 100;

interface Typed {
  readonly q: string;
  readonly kind: Kind | null;
  readonly cursor: string | null;
}

/** Everything that the visitor may see and that has the words in the address bar, by kind. */
export function searchPage({ store, clock, config }: WebParts): Page {
  return async (c) => {
    const { locale } = c.var;
    const text = searchText(locale);
    const { team, user } = visitorOf(c);
    const q = (c.req.query('q') ?? '').trim().slice(0, LONGEST_SEARCH);
    const kind = KINDS.find((one) => one === c.req.query('kind')) ?? null;
    const typed: Typed = { q, kind, cursor: c.req.query('cursor') || null };
    const query = { team, reader: user, text: q };
    const groups = kind
      ? [await searchKind(store, { ...query, most: MANY }, kind, typed.cursor)]
      : await searchAll(store, { ...query, most: FEW });
    const reader = { locale, zone: config.workspace.timezone, now: clock.now(), text: q };
    const main = html`<section aria-labelledby="title">
<h1 id="title">${text.title}</h1>
<form class="search folded" role="search" action="/search">
${kind ? html`<input type="hidden" name="kind" value="${kind}">` : ''}
<label class="text">${text.label}<input type="search" name="q" value="${q}" placeholder="${text.hint}" maxlength="${LONGEST_SEARCH}" data-search ${q === '' ? html`autofocus` : ''}></label>
<p class="actions"><button class="second">${text.go}</button></p>
</form>
${q === '' ? '' : tabs(typed, text)}
<div id="list">${results(groups, typed, text, reader)}</div>
<p class="muted keys">${text.keys}</p>
</section>`;
    return page(c, { title: q === '' ? text.title : `${q} · ${text.title}`, main });
  };
}

function addressOf({ q }: Typed, kind: Kind | null, cursor: string | null = null): string {
  const pairs = { q, ...(kind && { kind }), ...(cursor && { cursor }) };
  return `/search?${new URLSearchParams(pairs)}`;
}

function tabs(typed: Typed, text: SearchText): Html {
  const links = [null, ...KINDS].map((kind) => {
    const here = kind === typed.kind ? html`aria-current="true"` : '';
    return html`<li><a class="tab" href="${addressOf(typed, kind)}" ${here}>${kind ? text.kinds[kind] : text.everything}</a></li>`;
  });
  return html`<nav class="tabs" aria-label="${text.title}"><ul>${links}</ul></nav>`;
}

function results(groups: readonly Group[], typed: Typed, text: SearchText, reader: SearchReader): Html {
  const found = groups.filter(({ hits, cursor }) => hits.length > 0 || cursor !== null);
  if (found.length === 0) {
    const nothing =
      typed.q === '' ? text.begin : neededWords(typed.q).length === 0 ? text.tooShort : text.none(typed.q);
    return html`<div class="empty"><h2>${nothing.title}</h2><p>${nothing.body}</p></div>`;
  }
  const body = ({ hits }: Group): Html =>
    hits.length > 0 ? hitRows(hits, reader, text) : html`<p class="muted">${text.notYet}</p>`;
  if (typed.kind === null)
    return html`${found.map((group) => {
      const { kind, hits, cursor } = group;
      // Where nothing was found yet the next page goes on from where this one stopped.
      const further = hits.length > 0 ? addressOf(typed, kind) : addressOf(typed, kind, cursor);
      const label = hits.length > 0 ? text.more(text.kinds[kind]) : text.further;
      return html`<section class="found" aria-labelledby="${kind}">
<h2 id="${kind}">${text.kinds[kind]}</h2>
${body(group)}
${cursor ? html`<p><a href="${further}">${label}</a></p>` : ''}
</section>`;
    })}`;
  const [group] = found;
  return html`${group ? body(group) : ''}
<p class="actions paging">${typed.cursor ? html`<a href="${addressOf(typed, typed.kind)}">${text.newest}</a>` : ''}
${group?.cursor ? html`<a href="${addressOf(typed, typed.kind, group.cursor)}" rel="next">${text.older}</a>` : ''}</p>`;
}
