import { html } from 'hono/html';
import type { Escalation } from '../../../../shared/escalation/index.ts';
import { type Incident, incidentAddress, labelOf, mayTell } from '../../../../shared/incident/index.ts';
import {
  type Hold,
  type HoldRefusal,
  holdText,
  LONGEST_REASON,
  standingHolds,
} from '../../../../shared/legal-hold/index.ts';
import { localTime } from '../../../../shared/rota/index.ts';
import type { Visitor } from '../../env.ts';
import { csrfField, type Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import type { Reader } from '../board.ts';
import { field } from '../incidents/fields.ts';
import { HOLDS, liftForm, setBy } from './on-record.ts';

/** A form that was refused, as it was typed. */
export interface RefusedHold {
  readonly record: string;
  readonly reason: string;
  readonly refusal: HoldRefusal;
}

/** What is held and why, and a form to hold one more. */
export async function holdsSection(
  { store }: WebParts,
  visitor: Visitor,
  reader: Reader,
  refused: RefusedHold | null,
): Promise<Html> {
  const text = holdText(reader.locale);
  const holds = await standingHolds(store, visitor.team);
  const rows = await Promise.all(holds.map((hold) => row(store, hold, visitor, reader)));
  const why = refused && text.refusal(refused.refusal);
  const beside = refused?.refusal.refused.startsWith('reason') ? 'reason' : 'record';
  const error = (name: 'record' | 'reason') => (why && beside === name ? { error: why } : {});
  return html`<section aria-labelledby="holds"><h2 id="holds">${text.title}</h2><p>${text.lead}</p>
${rows.length > 0 ? html`<ul class="feeds">${rows}</ul>` : html`<p class="muted">${text.none}</p>`}
<details id="hold-one" ${refused ? html`open` : ''}><summary>${text.set}</summary><form method="post" action="${HOLDS}" class="stack">${csrfField(visitor)}<input type="hidden" name="do" value="set">
${field('hold', 'text', { name: 'record', label: text.record, hint: text.recordHint, value: refused?.record ?? '', most: 300, required: true, ...error('record') })}
${field('hold', 'lines', { name: 'reason', label: text.reason, hint: text.reasonHint, value: refused?.reason ?? '', most: LONGEST_REASON, required: true, ...error('reason') })}
<p class="actions"><button>${text.set}</button></p></form></details></section>`;
}

/** A private incident is named to those who may see it, and released by them only. */
async function row(store: WebParts['store'], hold: Hold, visitor: Visitor, reader: Reader): Promise<Html> {
  const text = holdText(reader.locale);
  const [collection, id = ''] = hold.record.split('/');
  const by = setBy(hold, text, reader);
  if (collection === 'escalations') {
    const call = (await store.get<Escalation>(hold.record))?.data;
    const time = call ? localTime(call.receivedAt, reader.zone).replace('T', ' ').slice(0, 16) : id;
    return line(`/calls/${id}`, text.call(time), id);
  }
  const incident = (await store.get<Incident>(hold.record))?.data;
  if (!incident || mayTell(incident, 'page', visitor.user) !== 'all')
    return html`<li><p><strong>${text.secret}</strong><br><small class="muted">${by} · ${text.secretHelp}</small></p></li>`;
  const label = incident.number === null ? id : labelOf(incident.number);
  return line(incidentAddress(incident), `${label} ${incident.title}`, label);

  function line(address: string, title: string, name: string): Html {
    const fields = html`${csrfField(visitor)}<input type="hidden" name="record" value="${name}">`;
    return html`<li><p><a href="${address}"><bdi>${title}</bdi></a><br><bdi>${hold.reason}</bdi><br><small class="muted">${by}</small></p>${liftForm(fields, text)}</li>`;
  }
}
