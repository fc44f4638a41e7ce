import { html } from 'hono/html';
import { incidentText, labelOf, nextStatus } from '../../../../shared/incident/index.ts';
import { minutesText, momentIn } from '../../../../shared/language/index.ts';
import { describeAhead, describeAssessment } from '../../../../shared/severity/index.ts';
import { clip } from '../../../../shared/slack/index.ts';
import type { Html } from '../../html.ts';
import { badge } from '../../state.ts';
import { press } from './press.ts';
import { statesOf } from './rows.ts';
import type { Scene } from './scene.ts';

/** The top of the page, for one glance: state and severity and why, who has it, what next, what can be pressed. */
export function nowSection(scene: Scene): Html {
  const { incident, text, locale, settings } = scene;
  const { number, title, description, service } = incident;
  const named = settings.incident.services.find(({ id }) => id === service)?.name ?? service;
  const next = nextStatus(incident.status);
  const words = incidentText(locale);
  return html`<section id="now" data-live>
<p class="states">${statesOf(incident, locale)}${named ? html`<span class="muted">${named}</span>` : ''}</p>
<h1><small class="muted">${labelOf(number)}</small> <bdi>${title}</bdi></h1>
<p>${severityWhy(scene)}</p>
<dl class="facts-list">
${whoHas(scene)}
${nextUpdate(scene)}
${roomOf(scene)}
</dl>
<p class="muted">${since(scene)}</p>
${next ? press(scene, 'status', text.set(words.statuses[next]), { to: next }, true) : ''}
${description ? told(description, text.whole) : ''}
</section>`;
}

/** So many letters of a description stand there at once: on a phone a long one would hide all the rest. */
const SHORT = 500;

function told(description: string, whole: string): Html {
  const { text: begun, cut } = clip(description, SHORT);
  const quote = (words: string) => html`<blockquote dir="auto"><bdi>${words}</bdi></blockquote>`;
  return cut
    ? html`${quote(begun)}<details id="description"><summary>${whole}</summary>${quote(description)}</details>`
    : quote(description);
}

function severityWhy({ incident, locale, settings }: Scene): string {
  const words = incidentText(locale);
  const { override, assessment } = incident;
  const rule = describeAssessment(assessment, settings.severity.duties, locale);
  if (override)
    return words.overridden(override.by.name, override.reason, `${assessment.severity} · ${rule}`);
  const ahead = assessment.ahead ? ` · ${describeAhead(assessment.ahead, locale)}` : '';
  return `${words.why(rule)}${ahead}`;
}

function whoHas(scene: Scene): Html {
  const { incident, settings, locale, text } = scene;
  const [first] = settings.incident.roles;
  if (!first) return html``;
  const holder = incident.roles[first.id];
  return html`<div><dt>${first.name[locale]}</dt><dd>${holder ? html`<bdi>${text.san(holder.name)}</bdi>` : html`${badge('open', incidentText(locale).free)} ${incident.open ? press(scene, 'take', incidentText(locale).buttons.take, { role: first.id }) : ''}`}</dd></div>`;
}

function nextUpdate({ incident, text, locale, now, zone }: Scene): Html | '' {
  if (!incident.open) return '';
  const words = incidentText(locale);
  const { nextUpdateAt: at } = incident;
  if (at === null) return html`<div><dt>${text.updates}</dt><dd>${words.noUpdate}</dd></div>`;
  const time = momentIn(at, { now, zone, locale });
  return html`<div><dt>${text.updates}</dt><dd>${at < now ? badge('late', text.overdue(time)) : words.nextUpdate(time)}</dd></div>`;
}

function roomOf({ incident, text, parts }: Scene): Html {
  const { room, team, enteredAt } = incident;
  const lost = room && room.state !== 'open' ? html` ${badge('failed', text.roomLost[room.state])}` : '';
  return html`<div><dt>${text.room}</dt><dd>${room ? html`<a href="${parts.channelUrl(team, room.channel)}">#${room.name}</a>${lost}` : enteredAt === null ? text.noRoom : text.entered}</dd></div>`;
}

function since({ incident, text, locale, now, zone }: Scene): string {
  const { declaredAt, declaredBy, open, enteredAt, past } = incident;
  const at = enteredAt ?? declaredAt;
  const time = momentIn(at, { now, zone, locale });
  if (past) return text.importedAt(time, past.by.name, past.externalId);
  if (enteredAt !== null) return text.enteredAt(time, declaredBy?.name ?? null);
  const lasted = open ? minutesText(now - declaredAt, locale) : null;
  return [text.declared(time, declaredBy?.name ?? null), lasted && text.lasted(lasted)]
    .filter(Boolean)
    .join(' · ');
}
