import { html } from 'hono/html';
import { momentIn, zoneName } from '../../../../shared/language/index.ts';
import { localTime } from '../../../../shared/rota/index.ts';
import { readLog, readWebhook, type Webhook, webhookText } from '../../../../shared/webhook/index.ts';
import { type Page, type Visitor, visitorOf, type WebContext } from '../../env.ts';
import { csrfField, type Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { badge } from '../../state.ts';
import type { Reader } from '../board.ts';
import { errorPage } from '../error.ts';
import { field } from '../incidents/fields.ts';
import { settingsFields, settingsOf, type Typed } from './form.ts';
import { standing } from './list.ts';
import { isDeliveryStatus, logSection } from './log.ts';

export const webhookAt = (c: WebContext, parts: WebParts): Promise<Webhook | null> =>
  readWebhook(parts, visitorOf(c).team, c.req.param('id') ?? '');

/** One webhook: how it stands, what was sent, its settings. */
export function webhookPage(parts: WebParts): Page {
  return async (c) => {
    const webhook = await webhookAt(c, parts);
    return webhook ? drawWebhook(c, parts, webhook) : errorPage(c, 404, 'notFound');
  };
}

/** What was refused: what somebody typed for the settings, or a period that cannot be read. */
interface Refused {
  readonly typed?: Typed;
  readonly period?: { readonly from: string; readonly to: string };
}

export async function drawWebhook(
  c: WebContext,
  parts: WebParts,
  webhook: Webhook,
  { typed = { ...webhook, errors: {} }, period }: Refused = {},
): Promise<Response> {
  const { locale } = c.var;
  const visitor = visitorOf(c);
  const text = webhookText(locale);
  const asked = c.req.query('status');
  const status = isDeliveryStatus(asked) ? asked : null;
  const log = await readLog(parts, webhook.id, { status, cursor: c.req.query('cursor') || null });
  const reader = { locale, zone: parts.config.workspace.timezone, now: parts.clock.now() };
  const done = (['edited', 'on', 'off', 'test', 'replayed', 'replaying'] as const).find(
    (one) => one === c.req.query('done'),
  );
  const main = html`<section aria-labelledby="title"><p><a href="/settings/webhooks">${text.title}</a></p>
<h1 id="title"><bdi>${webhook.description || webhook.url}</bdi></h1>
${done ? html`<p role="status" class="notice">${text.done[done]}</p>` : ''}
${state(webhook, visitor, reader)}</section>
${logSection(webhook, log, status, visitor, reader)}
${periodForm(webhook, visitor, reader, period)}
<section class="narrow" aria-labelledby="settings"><h2 id="settings">${text.settings}</h2>
<form method="post" action="/settings/webhooks/${webhook.id}" class="stack">${csrfField(visitor)}
${settingsFields(typed, locale)}<p class="actions"><button>${text.save}</button></p></form></section>
${secretSection(webhook, visitor, reader)}
${dangerSection(webhook, visitor, reader)}`;
  const refused = settingsOf(typed) === null || period !== undefined;
  return page(c, {
    title: webhook.description || text.title,
    main,
    ...(refused && { status: 422 as const }),
  });
}

/** A button of its own form. */
const press = (
  { id }: Webhook,
  visitor: Visitor,
  verb: string,
  label: string,
  fields: Html | '' = '',
): Html =>
  html`<form method="post" action="/settings/webhooks/${id}/${verb}">${csrfField(visitor)}${fields}<button class="second">${label}</button></form>`;

function state(webhook: Webhook, visitor: Visitor, reader: Reader): Html {
  const text = webhookText(reader.locale);
  const { state, word } = standing(webhook, reader.locale);
  const { off, failingSince } = webhook;
  const on = html`<input type="hidden" name="on" value="yes">`;
  return html`<p>${badge(state, word)} <code>${webhook.url}</code></p>
${off ? html`<p>${text.offHelp[off.why]}</p>` : ''}
${!off && failingSince !== null ? html`<p>${text.failingSince(momentIn(failingSince, reader))}</p>` : ''}
<div class="side-by-side">${off ? press(webhook, visitor, 'switch', text.switchOn, on) : ''}${press(webhook, visitor, 'test', text.test)}</div>
<p class="muted">${text.testHelp}</p>`;
}

function periodForm(
  webhook: Webhook,
  visitor: Visitor,
  { locale, zone, now }: Reader,
  refused: Refused['period'],
): Html {
  const { log: words, errors } = webhookText(locale);
  const from = refused?.from ?? localTime(now - 86_400_000, zone);
  const to = refused?.to ?? localTime(now, zone);
  return html`<section class="narrow" aria-labelledby="period"><details ${refused ? html`open` : ''}><summary id="period">${words.period}</summary>
<form method="post" action="/settings/webhooks/${webhook.id}/replay-period" class="stack">${csrfField(visitor)}
<p class="muted">${words.periodHelp}</p>
${field('period', 'datetime-local', { name: 'from', label: `${words.from} (${zoneName(now, zone)})`, value: from, required: true, error: refused && errors.period })}
${field('period', 'datetime-local', { name: 'to', label: `${words.to} (${zoneName(now, zone)})`, value: to, required: true })}
<p class="actions"><button class="second">${words.replayPeriod}</button></p></form></details></section>`;
}

function secretSection(webhook: Webhook, visitor: Visitor, reader: Reader): Html {
  const { secret: words } = webhookText(reader.locale);
  const { hint, secretAt, oldUntil } = webhook;
  const both = oldUntil !== null && oldUntil > reader.now;
  return html`<section class="narrow" aria-labelledby="secret"><h2 id="secret">${words.title}</h2>
<p><code>${words.hint(hint, momentIn(secretAt, reader))}</code></p>
${both ? html`<p>${words.both(momentIn(oldUntil, reader))}</p>` : ''}
<p class="muted">${words.rotateHelp}</p>${press(webhook, visitor, 'rotate', words.rotate)}</section>`;
}

function dangerSection(webhook: Webhook, visitor: Visitor, { locale }: Reader): Html {
  const text = webhookText(locale);
  return html`<section class="narrow" aria-labelledby="danger"><h2 id="danger">${text.danger}</h2>
<div class="side-by-side">${webhook.off ? '' : press(webhook, visitor, 'switch', text.switchOff)}${press(webhook, visitor, 'delete', text.remove)}</div>
<p class="muted">${text.removeHelp}</p></section>`;
}
