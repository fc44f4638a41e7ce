import { html } from 'hono/html';
import { incidentText, type TimelineLine, type TimelinePage } from '../../../../shared/incident/index.ts';
import { clockTime, durationText, moment, zoneName } from '../../../../shared/language/index.ts';
import type { Html } from '../../html.ts';
import type { Scene } from './scene.ts';

/** What other departments were told, the latest first. */
export function updatesSection({ incident, text, locale, settings, now, zone }: Scene): Html {
  const words = incidentText(locale);
  const items = [...incident.updates].reverse().map(({ id, known, doing, audiences, by, at }) => {
    const names = settings.incident.audiences
      .filter((audience) => audiences.includes(audience.id))
      .map(({ name }) => name[locale]);
    const whom = names.length > 0 ? text.forWhom(names.join(locale === 'ja' ? '、' : ', ')) : text.nobody;
    return html`<li id="${id}"><p class="muted"><time datetime="${new Date(at).toISOString()}">${moment(at, now, zone, locale)}</time> · <bdi>${text.san(by.name)}</bdi> · ${whom}</p>
<p class="said"><strong>${words.known}</strong> <bdi>${known}</bdi></p>
${doing ? html`<p class="said"><strong>${words.doing}</strong> <bdi>${doing}</bdi></p>` : ''}</li>`;
  });
  return html`<section aria-labelledby="updates"><h2 id="updates">${text.updates}</h2>
${items.length > 0 ? html`<ul class="updates">${items}</ul>` : html`<p class="muted">${text.noUpdates}</p>`}</section>`;
}

/** What happened, minute by minute; a gap is a gap. `fromStart`: which end of it the page shows. */
export function timelineSection(
  scene: Scene,
  { lines, cursor }: TimelinePage,
  { fromStart, turned }: { readonly fromStart: boolean; readonly turned: boolean },
): Html {
  const { text, address, now, zone } = scene;
  const to = (pairs: Record<string, string>) => `${address}?${new URLSearchParams(pairs)}#timeline`;
  const more = cursor && to({ ...(fromStart && { from: 'start' }), cursor });
  const turn = html`<p class="actions paging">${!fromStart && more ? html`<a href="${more}" rel="prev">${text.earlier}</a>` : ''}
${!fromStart && (more || turned) ? html`<a href="${to({ from: 'start' })}">${text.fromStart}</a>` : ''}
${fromStart || turned ? html`<a href="${address}#timeline">${text.latest}</a>` : ''}</p>`;
  return html`<section aria-labelledby="timeline"><h2 id="timeline">${text.timeline} <small class="muted">${zoneName(now, zone)}</small></h2>
${turn}
<ol class="timeline">${lines.map((line, i) => lineOf(line, lines[i - 1], scene))}</ol>
${fromStart && more ? html`<p class="actions paging"><a href="${more}" rel="next">${text.later}</a></p>` : ''}</section>`;
}

function lineOf(line: TimelineLine, before: TimelineLine | undefined, scene: Scene): Html {
  const { zone, locale, now, text } = scene;
  const { at, mark, facts, link, gap } = line;
  const time = moment(at, now, zone, locale);
  const repeated = before !== undefined && moment(before.at, now, zone, locale) === time;
  const pause = gap === null ? '' : html`<li class="gap">${text.gap(durationText(gap, locale))}</li>`;
  const original =
    link && /^https?:/.test(link)
      ? html` <a href="${link}" rel="noreferrer">${mark === 'impact' ? text.ticketLink : text.link}</a>`
      : '';
  return html`${pause}<li class="${mark}" id="t-${line.id}"><time datetime="${new Date(at).toISOString()}" title="${clockTime(at, zone, true)}">${repeated ? html`<span class="unseen">${time}</span>` : time}</time>
<p class="said"><bdi>${line.text}</bdi>${facts.length > 0 || original ? html`<small class="facts">${facts.join(' · ')}${original}</small>` : ''}</p></li>`;
}
