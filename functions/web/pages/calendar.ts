import { html } from 'hono/html';
import { clockTime, minutesText, moment, zoneName } from '../../../shared/language/index.ts';
import { loadText } from '../../../shared/load/index.ts';
import {
  type CalendarDay,
  type CalendarPart,
  calendarOf,
  cellUrl,
  type EffectiveRota,
  monthAt,
  type RotaConfig,
  readEffectiveRota,
  sheetUrl,
} from '../../../shared/rota/index.ts';
import type { Page } from '../env.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import type { WebParts } from '../parts.ts';
import { badge } from '../state.ts';
import type { Reader } from './board.ts';
import { type CalendarText, calendarText } from './calendar-text.ts';
import { errorPage } from './error.ts';
import { rotaAsked } from './rota-asked.ts';
import { homeText } from './text.ts';

/** Covers that ended before the earliest month shown have no part in it. */
const BEHIND_MS = 35 * 86_400_000;

/** A rota month by month, by its kept copy with the covers laid over: `/rotas/:id?month=2026-11`. */
export function calendarPage(parts: WebParts): Page {
  return async (c) => {
    const { config, store, clock } = parts;
    const named = rotaAsked(c, parts);
    if (!named) return errorPage(c, 404, 'notFound');
    const { rota, zone } = named;
    const reader = { locale: c.var.locale, zone, now: clock.now() };
    const text = calendarText(reader.locale);
    const asked = (c.req.query('month') ?? '').trim().slice(0, 20);
    const current = monthAt(reader.now, zone);
    const kept = await readEffectiveRota(store, rota, config.workspace.timezone, reader.now - BEHIND_MS);
    const days =
      kept &&
      (calendarOf(kept.rota, asked, kept.reach, reader.now) ??
        calendarOf(kept.rota, current, kept.reach, reader.now));
    const shown = days?.[0]?.date.slice(0, 7) ?? current;
    const refused = asked !== '' && asked !== shown;
    const title = `${text.title} · ${rota.name ?? rota.id}`;
    const main = html`<section aria-labelledby="title"><h1 id="title">${title}</h1>
${refused ? html`<p role="alert" class="trouble">${text.refused}</p>` : ''}
${chooser(rota, shown, text, reader)}
${kept && days ? month(rota, kept, days, text, reader) : html`<p>${badge('off', homeText(reader.locale).notRead)}</p><p class="muted">${homeText(reader.locale).notReadHelp}</p>`}
</section>`;
    return page(c, { title, main, status: refused ? 422 : 200 });
  };
}

function chooser({ id }: RotaConfig, shown: string, text: CalendarText, { zone, now }: Reader): Html {
  const [year = 0, number = 1] = shown.split('-').map(Number);
  const middle = Date.UTC(year, number - 1, 15);
  const link = (to: string, label: string) =>
    html`<li><a class="tab" href="/rotas/${id}?month=${to}" ${to === shown ? html`aria-current="true"` : ''}>${label}</a></li>`;
  return html`<nav class="tabs" aria-label="${text.choose}"><ul>
${link(monthAt(middle, zone, -1), `‹ ${text.before}`)}
${link(monthAt(now, zone), text.thisMonth)}
${link(monthAt(middle, zone, 1), `${text.after} ›`)}
</ul></nav><h2>${text.month(year, number)}</h2>`;
}

function month(
  rota: RotaConfig,
  kept: EffectiveRota,
  days: readonly CalendarDay[],
  text: CalendarText,
  reader: Reader,
): Html {
  const { locale, zone, now } = reader;
  const home = homeText(locale);
  const columns = Object.keys(days[0]?.columns ?? {}).sort(
    (a, b) => Number(b === 'primary') - Number(a === 'primary'),
  );
  const age = home.readAt(moment(kept.readAt, now, zone, locale), minutesText(now - kept.readAt, locale));
  return html`<p class="muted">${zoneName(now, zone)} · ${age}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${text.title}"><table class="calendar">
<thead><tr><th scope="col">${text.day}</th>${columns.map((column) => html`<th scope="col">${home.column(column)}</th>`)}</tr></thead>
<tbody>${days.map((day) => row(rota, day, columns, text, reader))}</tbody></table></div>
<p class="actions"><a href="/rotas/${rota.id}/load">${loadText(locale).title}</a> <a href="${sheetUrl(rota.spreadsheet)}">${text.sheet}</a></p>`;
}

function row(
  rota: RotaConfig,
  day: CalendarDay,
  columns: readonly string[],
  text: CalendarText,
  reader: Reader,
): Html {
  const marks = [day.today ? text.today : null, day.holiday ? text.holiday : null].filter(
    (mark) => mark !== null,
  );
  const kind = day.holiday || day.weekday === 7 ? 'sunday' : day.weekday === 6 ? 'saturday' : '';
  return html`<tr class="${kind}" ${day.today ? html`aria-current="date"` : ''}>
<th scope="row"><span>${Number(day.date.slice(8))}</span> ${text.weekdays[day.weekday - 1]}${marks.map((mark) => html` <small>${mark}</small>`)}</th>
${columns.map((column) => html`<td>${(day.columns[column] ?? []).map((part) => cell(rota, part, text, reader))}</td>`)}</tr>`;
}

/** Who has it, from when where that is told by no other cell, as a link to the cell that says so. */
function cell(
  rota: RotaConfig,
  { span, names, goesOn, unknown }: CalendarPart,
  text: CalendarText,
  { locale, zone }: Reader,
): Html {
  const home = homeText(locale);
  if (unknown) return html`<p class="stretch muted">${text.unknown}</p>`;
  const who =
    names.length > 0
      ? html`<bdi>${names.join(' · ')}</bdi>`
      : badge(span.kind === 'free' ? 'off' : 'open', home.kinds[span.kind]);
  const url = cellUrl(rota.spreadsheet, span);
  const when = goesOn ? text.goesOn : text.since(clockTime(span.start, zone));
  const why = span.askedBy
    ? text.cover(span.askedBy)
    : span.insteadOf
      ? home.insteadOf(span.insteadOf)
      : null;
  return html`<p class="stretch ${span.askedBy ? 'cover' : ''} ${goesOn ? 'muted' : ''}">${url ? html`<a href="${url}">${who}</a>` : who}
<small>${why ? `${when} · ${why}` : when}</small></p>`;
}
