import { html } from 'hono/html';
import {
  type Attempt,
  DELIVERY_STATUSES,
  type Delivery,
  type DeliveryStatus,
} from '../../../../shared/delivery/index.ts';
import { moment } from '../../../../shared/language/index.ts';
import {
  type DeliveryLog,
  type Webhook,
  type WebhookText,
  webhookText,
} from '../../../../shared/webhook/index.ts';
import type { Visitor } from '../../env.ts';
import { csrfField, type Html } from '../../html.ts';
import { badge } from '../../state.ts';
import type { Reader } from '../board.ts';

const BADGES = { pending: 'waiting', delivered: 'done', undelivered: 'failed' } as const;

export const isDeliveryStatus = (value: string | undefined): value is DeliveryStatus =>
  (DELIVERY_STATUSES as readonly (string | undefined)[]).includes(value);

/** What was sent to a webhook: each event with its tries, what was answered, and a button to send it again. */
export function logSection(
  { id }: Webhook,
  { deliveries, cursor }: DeliveryLog,
  status: DeliveryStatus | null,
  visitor: Visitor,
  reader: Reader,
): Html {
  const { log: words } = webhookText(reader.locale);
  const address = `/settings/webhooks/${id}`;
  const tab = (one: DeliveryStatus | null, name: string) =>
    html`<li><a class="tab" href="${address}${one ? `?status=${one}` : ''}#log" ${one === status ? html`aria-current="true"` : ''}>${name}</a></li>`;
  const rows = deliveries.map((one) => row(one, address, visitor, reader));
  const more = new URLSearchParams({ ...(status && { status }), cursor: cursor ?? '' });
  return html`<section aria-labelledby="log-title" id="log"><h2 id="log-title">${words.title}</h2><p class="muted">${words.help}</p>
<nav class="tabs" aria-label="${words.filter}"><ul>${tab(null, words.all)}${DELIVERY_STATUSES.map((one) => tab(one, words.statuses[one]))}</ul></nav>
${rows.length > 0 ? html`<ul class="deliveries">${rows}</ul>` : html`<p class="muted">${words.none}</p>`}
${cursor ? html`<p><a href="${address}?${more}#log" rel="next">${words.older}</a></p>` : ''}</section>`;
}

function row(one: Delivery, address: string, visitor: Visitor, reader: Reader): Html {
  const { locale } = reader;
  const text = webhookText(locale);
  const { log: words } = text;
  const last = one.attempts.at(-1);
  const facts = [
    time(one.at, reader),
    ...(one.dropped ? [] : [words.tries(one.attempts.length)]),
    ...(last ? [outcome(last, text)] : []),
    ...(one.dropped ? [words.dropped[one.dropped]] : []),
    ...(one.status === 'pending' && one.nextAt !== null && last
      ? [words.next(time(one.nextAt, reader))]
      : []),
  ];
  const label = one.status === 'delivered' ? words.again : words.replay;
  const form = html`<form method="post" action="${address}/replay">${csrfField(visitor)}<input type="hidden" name="delivery" value="${one.id}">
<button class="second" aria-label="${label}: ${one.kind} ${time(one.at, reader)}">${label}</button></form>`;
  return html`<li><details><summary>${badge(BADGES[one.status], words.statuses[one.status])} <code>${one.kind}</code><br><small class="muted">${facts.join(' · ')}</small></summary>
<p class="muted">${text.kinds[one.kind]} · <code>${one.event}</code></p>
<ol class="tries">${one.attempts.map((attempt) => tried(attempt, text, reader))}</ol>
${one.body === null ? '' : html`<h3>${words.body}</h3><pre class="scroll" tabindex="0"><code>${pretty(one.body)}</code></pre>`}
${form}</details></li>`;
}

function tried(attempt: Attempt, text: WebhookText, reader: Reader): Html {
  const answer =
    attempt.status === null
      ? ''
      : html`<p class="muted">${text.log.answer}: ${attempt.excerpt === '' ? text.log.empty : html`<code>${attempt.excerpt}</code>`}</p>`;
  return html`<li><time datetime="${new Date(attempt.at).toISOString()}">${time(attempt.at, reader)}</time> · ${outcome(attempt, text)}${answer}</li>`;
}

const outcome = ({ status, ms, reason }: Attempt, { log }: WebhookText): string =>
  status === null ? (log.reasons[reason ?? ''] ?? log.reason(reason ?? '')) : log.answered(status, ms);

const time = (at: number, { now, zone, locale }: Reader): string => moment(at, now, zone, locale);

const pretty = (body: string): string => JSON.stringify(JSON.parse(body), null, 2);
