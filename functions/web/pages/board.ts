import { html } from 'hono/html';
import { feedText } from '../../../shared/feed/index.ts';
import { type Locale, minutesText, moment, zoneName } from '../../../shared/language/index.ts';
import { loadText } from '../../../shared/load/index.ts';
import { type BoardColumn, type BoardRota, cellUrl } from '../../../shared/rota/index.ts';
import type { Html } from '../html.ts';
import { badge } from '../state.ts';
import { calendarText } from './calendar-text.ts';
import { rotasText } from './rotas-text.ts';
import { homeText } from './text.ts';

export interface Reader {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
}

/** A copy older than this is said to be old. */
const OLD_MS = 60 * 60_000;

/** Who is on duty now, rota by rota: the name large, until when, from which cell, how old the copy is. */
export function boardSection(rotas: readonly BoardRota[], reader: Reader): Html {
  const text = homeText(reader.locale);
  return html`<section aria-labelledby="duty" id="board" data-live>
<h2 id="duty">${text.duty}</h2>
<ul class="board">${rotas.map((rota) => html`<li>${rotaCard(rota, reader)}</li>`)}</ul>
<p><a href="/feeds">${feedText(reader.locale).title}</a></p>
</section>`;
}

function rotaCard(rota: BoardRota, reader: Reader): Html {
  const text = homeText(reader.locale);
  if (rota.readAt === null)
    return html`<h3>${rota.name}</h3><p>${badge('off', text.notRead)}</p><p class="muted">${text.notReadHelp}</p>`;
  return html`<h3>${rota.name}</h3>
${rota.columns.map((column) => dutyOf(rota, column, reader))}
${ageOf(rota.readAt, reader)}
<p><a href="/rotas/${rota.id}">${calendarText(reader.locale).title}</a> · <a href="/rotas/${rota.id}/check">${rotasText(reader.locale).check}</a> · <a href="/rotas/${rota.id}/load">${loadText(reader.locale).title}</a></p>`;
}

/** When the sheet was read, and how long ago; marked where that is long. */
export function ageOf(readAt: number, { now, zone, locale }: Reader): Html {
  const text = homeText(locale);
  const age = now - readAt;
  const read = text.readAt(moment(readAt, now, zone, locale), minutesText(age, locale));
  return html`<p class="muted">${age > OLD_MS ? badge('waiting', text.old) : ''} ${read}</p>`;
}

/** One duty column: the name large, until when, from which cell, and who is next. */
export function dutyOf(rota: BoardRota, { column, duty, names, next }: BoardColumn, reader: Reader): Html {
  const text = homeText(reader.locale);
  const { now, zone, locale } = reader;
  const [first, ...rest] = names;
  const who = first
    ? html`<bdi>${text.san(first)}</bdi>${rest.length > 0 ? html` <small>${rest.join(' · ')}</small>` : ''}`
    : badge(duty.kind === 'free' ? 'off' : 'open', text.kinds[duty.kind]);
  const until = duty.shift
    ? text.until(moment(duty.shift.end, now, zone, locale), zoneName(now, zone))
    : null;
  const cell = duty.cell ? html`<a href="${cellUrl(rota.spreadsheet, duty)}">${duty.cell}</a>` : null;
  const then =
    next && next.span.people.length > 0
      ? text.next(moment(next.span.start, now, zone, locale), next.names.join(' · '))
      : null;
  const facts = [until, cell, duty.insteadOf ? text.insteadOf(duty.insteadOf) : null].filter(
    (fact) => fact !== null,
  );
  return html`<div class="duty">
<p class="label">${text.column(column)}</p>
<p class="name">${who}</p>
<p>${facts.map((fact, i) => html`${i > 0 ? ' · ' : ''}${fact}`)}</p>
${then ? html`<p class="muted">${then}</p>` : ''}
</div>`;
}
