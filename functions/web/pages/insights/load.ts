import { html } from 'hono/html';
import {
  type LoadText,
  loadText,
  type Period,
  type PersonLoad,
  periodBetween,
  readLoad,
} from '../../../../shared/load/index.ts';
import type { RotaConfig } from '../../../../shared/rota/index.ts';
import type { Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import type { Scene } from './scene.ts';

/** Shown at a glance; each rota's own page has every period and person. */
const WEEKS = 4;
const ROTAS = 4;
const PEOPLE = 5;
const DAY_MS = 86_400_000;

/** Who carried how much in the last four weeks of the period: the first four rotas, five people each. */
export async function loadSection(
  period: Period,
  { text }: Scene,
  parts: WebParts,
  locale: 'ja' | 'en',
): Promise<Html> {
  const words = loadText(locale);
  const { config } = parts;
  const shown = await Promise.all(
    config.rotas.slice(0, ROTAS).map((rota) => ofRota(rota, period, words, parts)),
  );
  return html`<section aria-labelledby="load"><h2 id="load">${text.load} <small class="aside">${text.loadSpan}</small></h2>
${shown}</section>`;
}

async function ofRota(
  rota: RotaConfig,
  period: Period,
  words: LoadText,
  { store, config }: WebParts,
): Promise<Html> {
  const zone = rota.timezone ?? config.workspace.timezone;
  const first = new Date(period.to - WEEKS * 7 * DAY_MS + DAY_MS / 2).toISOString().slice(0, 10);
  const asked = periodBetween(first, period.last, zone);
  const people = asked.ok ? (await readLoad(store, rota, zone, asked.period, 'primary')).people : [];
  const to = `/rotas/${encodeURIComponent(rota.id)}/load?${new URLSearchParams({ from: first, to: period.last })}`;
  const name = rota.name ?? rota.id;
  return html`<h3><a href="${to}">${name}</a></h3>
${
  people.length === 0
    ? html`<p class="muted">${words.none.title}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table class="load figures"><thead><tr><th scope="col">${words.name}</th>${[words.hours, words.nights, words.calls].map((head) => html`<th scope="col" class="num">${head}</th>`)}</tr></thead>
<tbody>${people.slice(0, PEOPLE).map((one) => row(one, words))}</tbody></table></div>`
}`;
}

const row = (one: PersonLoad, words: LoadText): Html =>
  html`<tr><th scope="row"><bdi>${one.name}</bdi></th><td class="num">${words.hoursOf(one.total)}</td><td class="num">${one.night > 0 ? words.hoursOf(one.night) : '–'}</td><td class="num">${one.calls}</td></tr>`;
