import { html } from 'hono/html';
import { type KeptCheck, readCheck } from '../../../shared/duty/index.ts';
import {
  cellUrl,
  describeProblem,
  describeTrouble,
  describeUnderstood,
  type Kept,
  type Problem,
  type RotaConfig,
  readKept,
  sheetUrl,
} from '../../../shared/rota/index.ts';
import { type Page, visitorOf } from '../env.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { badge } from '../state.ts';
import { ageOf, type Reader } from './board.ts';
import { calendarText } from './calendar-text.ts';
import { drawTab, type Marked, markedCells } from './check-picture.ts';
import { errorPage } from './error.ts';
import { rotaAsked } from './rota-asked.ts';
import { stateOf } from './rotas.ts';
import { type RotasText, rotasText } from './rotas-text.ts';

/** A problem and where a press on its cell leads. */
interface Listed {
  readonly problem: Problem;
  readonly url: string | null;
}

/** What should be looked at in a sheet, each with its cell, beside a picture of it: `/rotas/:id/check`. */
export function checkPage(parts: WebParts): Page {
  return async (c) => {
    const { config, store, clock } = parts;
    const asked = rotaAsked(c, parts);
    if (!asked) return errorPage(c, 404, 'notFound');
    const { rota, zone } = asked;
    const reader = { locale: c.var.locale, zone, now: clock.now() };
    const text = rotasText(reader.locale);
    const [kept, check] = await Promise.all([
      readKept(store, rota, config.workspace.timezone),
      readCheck(store, rota.id),
    ]);
    const channel = (id: string) => parts.channelUrl(visitorOf(c).team, id);
    const title = `${text.check} · ${rota.name ?? rota.id}`;
    const main = html`<section aria-labelledby="title" id="check" data-live><h1 id="title">${title}</h1>
${kept ? html`<p class="muted">${describeUnderstood(kept.rota.understood, reader.locale)}</p>${ageOf(kept.readAt, reader)}` : ''}
${check ? found(rota, check, kept, text, reader, channel) : html`<p>${badge('off', text.notChecked)}</p><p class="muted">${text.notCheckedHelp}</p>`}
<p class="actions"><a href="/rotas/${rota.id}">${calendarText(reader.locale).title}</a> <a href="${sheetUrl(rota.spreadsheet)}">${text.sheet}</a></p>
</section>`;
    return page(c, { title, main });
  };
}

function found(
  rota: RotaConfig,
  check: KeptCheck,
  kept: Kept | null,
  text: RotasText,
  reader: Reader,
  channel: (id: string) => string,
): Html {
  const tabs = check.picture?.tabs ?? [];
  const gid = (cell: string | null) => tabs.find(({ title }) => cell?.startsWith(`${title}!`))?.id ?? null;
  const listed = check.problems.map((problem): Listed => {
    const { cell, tab } = problem;
    return { problem, url: cellUrl(rota.spreadsheet, { cell, tab: tab ?? gid(cell) }) };
  });
  const marked = markedCells(check.problems);
  return html`${trouble(check, kept, reader)}
<p>${stateOf(check, reader)}</p>
${listed.length === 0 && !check.trouble ? html`<p class="muted">${text.allWellHelp}</p>` : ''}
<div class="check">${listed.length > 0 ? html`<ol class="findings">${listed.map((one, i) => finding(one, i + 1, text, reader, channel))}</ol>` : ''}
${tabs.length > 0 ? html`<div>${picture(tabs, marked, text)}</div>` : ''}</div>
${check.more > 0 ? html`<p class="muted">${text.more(check.more)}</p>` : ''}`;
}

/** While the sheet cannot be read, everything below is of the copy before: that is said first. */
function trouble(
  { trouble: why, accountEmail }: KeptCheck,
  kept: Kept | null,
  { locale, now }: Reader,
): Html | '' {
  if (!why) return '';
  const ageMs = kept ? now - kept.readAt : null;
  const known = { ...why, detail: { ...why.detail, ageMs: String(ageMs ?? 0) } };
  const sentence = describeTrouble(known, locale, { rota: kept?.rota ?? null, ageMs, accountEmail });
  return html`<p role="alert" class="trouble">${sentence}</p>`;
}

function finding(
  { problem, url }: Listed,
  number: number,
  text: RotasText,
  { locale, zone }: Reader,
  channel: (id: string) => string,
): Html {
  const { severity, cell, detail } = problem;
  const links: [string, string][] = [];
  if (cell !== null && url !== null) links.push([cell, url]);
  if (detail.channel) links.push([text.channel, channel(detail.channel)]);
  const sentence = describeProblem(problem, locale, zone).replace(`#${detail.channel}`, text.channel);
  const state =
    severity === 'problem' ? badge('open', text.legend.problem) : badge('waiting', text.legend.notice);
  return html`<li id="finding-${number}"><span class="num">${number}</span> ${state} <span>${linked(sentence, links)}</span></li>`;
}

/** A sentence with the first of each of some words as a link. */
function linked(sentence: string, [first, ...rest]: readonly (readonly [string, string])[]): Html {
  if (!first) return html`${sentence}`;
  const [word, url] = first;
  const at = sentence.indexOf(word);
  if (at < 0) return linked(sentence, rest);
  return html`${linked(sentence.slice(0, at), rest)}<a href="${url}">${word}</a>${linked(sentence.slice(at + word.length), rest)}`;
}

function picture(
  tabs: NonNullable<KeptCheck['picture']>['tabs'],
  marked: ReadonlyMap<string, Marked>,
  text: RotasText,
): Html {
  const { legend } = text;
  return html`<h2>${text.picture}</h2>
<ul class="legend muted"><li><span class="sheet-key problem">1</span> ${legend.problem}</li><li><span class="sheet-key note">1</span> ${legend.notice}</li><li><span class="sheet-key now"></span> ${legend.now}</li><li><span class="sheet-key unread"></span> ${legend.unread}</li></ul>
${tabs.map((tab) => drawTab(tab, marked, text))}
<p class="muted">${text.covers}</p>`;
}
