import { html } from 'hono/html';
import { moment } from '../../../../shared/language/index.ts';
import type { Hit, SearchText } from '../../../../shared/search/index.ts';
import { piecesOf } from '../../../../shared/search-index/index.ts';
import type { Html } from '../../html.ts';
import { itemStates } from '../actions/rows.ts';
import type { Reader } from '../board.ts';
import { stateOf as callState } from '../call-rows.ts';
import { statesOf as incidentStates } from '../incidents/rows.ts';
import { postmortemStates } from '../postmortems/rows.ts';

export interface SearchReader extends Reader {
  /** What was searched for. */
  readonly text: string;
}

/** Letters of a snippet, and snippets of a hit. */
const SNIPPET = 120;
const SNIPPETS = 3;

/** Hits to scan: state, title and where in it the words stand. A row is one link. */
export const hitRows = (hits: readonly Hit[], reader: SearchReader, text: SearchText): Html =>
  html`<ol class="rows">${hits.map((hit) => html`<li>${rowOf(hit, reader, text)}</li>`)}</ol>`;

function rowOf(hit: Hit, reader: SearchReader, text: SearchText): Html {
  const { locale, zone, now } = reader;
  const { label, title, at, address } = hit;
  const snippets = hit.found.flatMap((entry) => snippetOf(hit, entry, reader.text, text)).slice(0, SNIPPETS);
  return html`<a class="row hit" href="${address}" data-row>
<span class="states">${stateOf(hit, reader)}</span>
${title === '' ? '' : html`<span class="words">${label ? html`<small>${label}</small> ` : ''}<bdi>${marked(title, reader.text)}</bdi></span>`}
${snippets.map((one) => html`<span class="snippet">${one}</span>`)}
<span class="when"><time datetime="${new Date(at).toISOString()}">${moment(at, now, zone, locale)}</time></span>
</a>`;
}

function stateOf(hit: Hit, reader: SearchReader): Html {
  const { locale } = reader;
  switch (hit.kind) {
    case 'incident':
      return incidentStates(hit.record, locale);
    case 'call':
      return callState(hit.record, locale);
    case 'postmortem':
      return postmortemStates(hit.record, locale);
    case 'action-item':
      return itemStates(hit.record, reader);
    case 'runbook':
      return html`<span class="muted">${hit.record.language === 'ja' ? '日本語' : 'English'}</span>`;
  }
}

/** Where the words stand in one entry: its text, else the people; nothing where they all stand in the title. */
function snippetOf(hit: Hit, entry: Hit['found'][number], search: string, text: SearchText): Html[] {
  const heading = entry.part === null ? '' : entry.title || (hit.kind === 'incident' ? text.line : '');
  const has = (words: string) => piecesOf(words, search).some((piece) => piece.hit);
  const names = entry.people.filter(has);
  const words = hit.kind === 'postmortem' || hit.kind === 'runbook' ? asRead(entry, hit.kind) : entry.text;
  const body = has(entry.text) || hit.kind === 'call' || (entry.part !== null && entry.text !== '');
  if (body)
    return [
      html`${heading ? html`<b>${marked(heading, search)}</b> ` : ''}<bdi>${marked(words, search, SNIPPET)}</bdi>`,
    ];
  return names.length > 0
    ? [html`<b>${text.people}</b> <bdi>${marked(names.join('、'), search, SNIPPET)}</bdi>`]
    : [];
}

/**
 * Markdown as it is read, near enough for a line of it: without marks, the names of headings, and the title once more. Of
 * a runbook what people are told, without what Toban is to do.
 */
function asRead({ title, text }: Hit['found'][number], kind: 'postmortem' | 'runbook'): string {
  const told = kind === 'runbook' ? text.replace(/`[^`\n]*`/g, '').replace(/\{\w[\w.-]*\}/g, '…') : text;
  const words = told
    .replace(/\{#[^{}\n]*\}/g, '')
    .replace(/\[([^\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/[*_`#]+/g, '')
    .trim();
  return title !== '' && words.startsWith(title) ? words.slice(title.length).trim() : words;
}

const marked = (words: string, search: string, most: number | null = null): Html =>
  html`${piecesOf(words, search, most).map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}`;
