import { html } from 'hono/html';
import { dutyItems, incidentText } from '../../../../shared/incident/index.ts';
import { moment } from '../../../../shared/language/index.ts';
import { type Amount, amountText } from '../../../../shared/severity/index.ts';
import type { Html } from '../../html.ts';
import { badge } from '../../state.ts';
import { press } from './press.ts';
import type { Scene } from './scene.ts';

/** How much it hurts, in numbers that count for the severity. */
export function impactSection(scene: Scene): Html {
  const { incident, text, locale } = scene;
  const { inquiries, vehicles, users, alerts } = incident.facts;
  const amount = (label: string, value: Amount | null) =>
    html`<div><dt>${label}</dt><dd>${value ? html`<span class="num">${amountText(value)}</span>` : html`<span class="muted">${text.unknown}</span>`}</dd></div>`;
  const { tickets } = incident;
  return html`<section aria-labelledby="impact"><h2 id="impact">${text.impact}</h2>
<dl class="facts-list">
<div><dt>${text.inquiries}</dt><dd><span class="num">${String(inquiries)}</span> ${incident.open ? press(scene, 'inquiries', incidentText(locale).buttons.plus, { count: '1' }) : ''}</dd></div>
${amount(text.vehicles, vehicles)}
${amount(text.users, users)}
${alerts.map(({ name, burnRate }) => html`<div><dt>SLO</dt><dd><bdi>${name}</bdi>${burnRate === null ? '' : ` ×${burnRate}`}</dd></div>`)}
</dl>
${tickets.length > 0 ? html`<details id="tickets"><summary>${text.tickets} (${String(tickets.length)})</summary><ul class="links">${tickets.map((url) => html`<li><a href="${url}" rel="noreferrer">${url}</a></li>`)}</ul></details>` : ''}
</section>`;
}

/** Who does what, with the holes shown, and who was asked into the room. */
export function rolesSection(scene: Scene): Html {
  const { incident, text, locale, settings, visitor } = scene;
  const words = incidentText(locale);
  const rows = settings.incident.roles.map(({ id, name }) => {
    const holder = incident.roles[id];
    const mine = holder?.user === visitor.user;
    const button = !incident.open
      ? ''
      : mine
        ? press(scene, 'leave', text.leave, { role: id })
        : holder
          ? ''
          : press(scene, 'take', words.buttons.take, { role: id });
    return html`<div><dt>${name[locale]}</dt><dd>${holder ? html`<bdi>${text.san(holder.name)}</bdi>` : badge('open', words.free)} ${button}</dd></div>`;
  });
  const names = incident.people.map(({ name }) => text.san(name)).join(locale === 'ja' ? '、' : ', ');
  return html`<section aria-labelledby="roles"><h2 id="roles">${text.roles}</h2>
<dl class="facts-list">${rows}</dl>
${names ? html`<details id="people"><summary>${text.people} (${String(incident.people.length)})</summary><p><bdi>${names}</bdi></p></details>` : ''}
</section>`;
}

/** Whom the law wants to be told, and by when; nothing where no duty is ticked. */
export function dutiesSection(scene: Scene): Html | '' {
  const { incident, text, locale, settings, now, zone } = scene;
  const steps = dutyItems(incident, settings);
  if (steps.length === 0) return '';
  const items = steps.map(
    ({ key, tell, name, law, by, done }) =>
      html`<li><p><strong>${tell[locale]}</strong> · ${done ? html`✓ ${incidentText(locale).dutyDone(done.by.name, moment(done.at, now, zone, locale))}` : by === null ? text.atOnce : text.by(moment(by, now, zone, locale))}<small class="facts">${name[locale]} · ${law[locale]}</small></p>${press(scene, 'duty', done ? text.undo : text.markDone, { key, done: done ? 'no' : 'yes' })}</li>`,
  );
  return html`<section aria-labelledby="duties"><h2 id="duties">${text.duties}</h2>
<ul class="duties">${items}</ul><p class="muted">${text.dutyNote}</p></section>`;
}

/** The calls for help that it came from. */
export function callsSection({ incident, text, parts }: Scene): Html | '' {
  if (incident.calls.length === 0) return '';
  const items = incident.calls.map(({ record, channel, threadTs, asker }) => {
    const name = incident.people.find(({ user }) => user === asker)?.name ?? asker ?? '?';
    const [, id = ''] = record.split('/');
    return html`<li><a href="/calls/${id}"><bdi>${text.callFrom(name)}</bdi></a> · <a href="${parts.threadUrl(incident.team, channel, threadTs)}">Slack</a></li>`;
  });
  return html`<section aria-labelledby="calls"><h2 id="calls">${text.calls}</h2><ul class="links">${items}</ul></section>`;
}
