import { html } from 'hono/html';
import { type Locale, moment } from '../../../../shared/language/index.ts';
import { listWebhooks, makeWebhook, type Webhook, webhookText } from '../../../../shared/webhook/index.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { csrfField, formOf, type Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { badge, type State } from '../../state.ts';
import { BLANK, settingsFields, settingsOf, type Typed, typedIn } from './form.ts';
import { secretPage } from './secret.ts';

/** How one stands, in a word. */
export function standing({ off, failingSince }: Webhook, locale: Locale): { state: State; word: string } {
  const text = webhookText(locale);
  if (off) return { state: off.why === 'person' ? 'off' : 'failed', word: text.off[off.why] };
  return failingSince === null
    ? { state: 'done', word: text.standings.on }
    : { state: 'late', word: text.standings.failing };
}

/** Which other systems are told what, and a form to add one. */
export const webhooksPage =
  (parts: WebParts): Page =>
  (c) =>
    draw(c, parts, BLANK);

async function draw(c: WebContext, parts: WebParts, typed: Typed, full = false): Promise<Response> {
  const { locale } = c.var;
  const text = webhookText(locale);
  const list = await listWebhooks(parts, visitorOf(c).team);
  const rows = list.map((one) => row(one, parts, locale));
  const none = html`<div class="empty"><h3>${text.none.title}</h3><p>${text.none.body}</p></div>`;
  const main = html`<section aria-labelledby="title"><h1 id="title">${text.title}</h1>
<p>${text.intro} <a href="/api#webhooks">${text.docs}</a></p>
${c.req.query('done') === 'deleted' ? html`<p role="status" class="notice">${text.done.deleted}</p>` : ''}</section>
<section aria-labelledby="list"><h2 id="list">${text.list}</h2>${rows.length > 0 ? html`<ul class="feeds">${rows}</ul>` : none}</section>
<section class="narrow" aria-labelledby="make"><h2 id="make">${text.make}</h2>
${full ? html`<p role="alert" class="wrong">${text.errors.full}</p>` : ''}
<form method="post" action="/settings/webhooks" class="stack">${csrfField(visitorOf(c))}
${settingsFields(typed, locale)}
<p class="actions"><button>${text.create}</button></p></form></section>`;
  const failed = full || settingsOf(typed) === null;
  return page(c, { title: text.title, main, ...(failed && { status: 422 as const }) });
}

function row(one: Webhook, { config, clock }: WebParts, locale: Locale): Html {
  const text = webhookText(locale);
  const { state, word } = standing(one, locale);
  const made = moment(one.createdAt, clock.now(), config.workspace.timezone, locale);
  const facts = [
    ...(one.description === '' ? [] : [one.url]),
    text.events(one.kinds.length),
    ...(one.private ? [text.privateToo] : []),
    text.madeBy(one.createdBy.name, made),
  ];
  return html`<li><p>${badge(state, word)} <a href="/settings/webhooks/${one.id}"><bdi>${one.description || one.url}</bdi></a><br>
<small class="muted">${facts.join(' · ')}</small></p></li>`;
}

/** The button's: the secret stands on the answer itself and nowhere else. */
export function makeWebhookPage(parts: WebParts): Page {
  return async (c) => {
    const { user, name, team } = visitorOf(c);
    const typed = typedIn(await formOf(c), c.var.locale);
    const settings = settingsOf(typed);
    if (!settings) return draw(c, parts, typed);
    const made = await makeWebhook(parts, team, settings, { user, name }, c.req.raw.signal);
    return made ? secretPage(c, { ...made, overlap: false }) : draw(c, parts, typed, true);
  };
}
