import { html } from 'hono/html';
import type { Escalation } from '../../../shared/escalation/index.ts';
import { durationText, minutesText, moment } from '../../../shared/language/index.ts';
import { type CallRow, ledgerText } from '../../../shared/ledger/index.ts';
import type { RotaConfig } from '../../../shared/rota/index.ts';
import { clip, plainText } from '../../../shared/slack/index.ts';
import type { Html } from '../html.ts';
import { badge } from '../state.ts';
import type { Reader } from './board.ts';

export interface CallReader extends Reader {
  readonly rotas: readonly RotaConfig[];
}

/** Long enough to know it again. */
const WORDS = 90;

/** Calls to scan: state, when, what, who and since when. A row is one link. */
export function callRows(rows: readonly CallRow[], reader: CallReader): Html {
  return html`<ol class="rows">${rows.map((row) => html`<li>${rowOf(row, reader)}</li>`)}</ol>`;
}

function rowOf({ id, call, failed }: CallRow, reader: CallReader): Html {
  const { locale, zone, now, rotas } = reader;
  const text = ledgerText(locale);
  const words = clip(plainText(call.words).replace(/\s+/g, ' ').trim(), WORDS).text;
  const rota = rotas.find((config) => config.id === call.rota)?.name ?? call.rota;
  return html`<a class="row" href="/calls/${id}" data-row>
<span class="states">${stateOf(call, locale)}${failed > 0 ? badge('failed', text.failedCount(failed)) : ''}</span>
<span class="words"><bdi>${words || '—'}</bdi></span>
<span class="who-has">${whoHas(call, reader)}</span>
<span class="when"><time datetime="${new Date(call.receivedAt).toISOString()}">${moment(call.receivedAt, now, zone, locale)}</time> <small>${rota}</small></span>
</a>`;
}

/** Where a call stands, and whether it was late. */
export function stateOf(call: Escalation, locale: Reader['locale']): Html {
  const { status } = ledgerText(locale);
  const late = call.late ? badge('late', status.late) : '';
  if (call.status === 'done') return html`${badge('done', status.done)}${late}`;
  if (call.status === 'incident')
    return html`${badge('waiting', `${status.incident} ${call.incident?.label ?? ''}`)}${late}`;
  if (call.status === 'acknowledged') return html`${badge('waiting', status.acknowledged)}${late}`;
  if (call.told) return badge('off', status.told);
  return html`${badge('open', call.exhausted ? status.exhausted : status.open)}${late}`;
}

/** The name, and how long it took or is taking. */
export function whoHas(call: Escalation, { locale, now }: Reader): Html {
  const text = ledgerText(locale);
  const since = (at: number) => durationText(at - call.receivedAt, locale);
  const name = call.holder?.name ?? call.called.at(-1)?.name;
  const how = call.doneBy
    ? text.doneAfter(since(call.doneBy.at))
    : call.holder
      ? text.ackAfter(since(call.holder.at))
      : call.told
        ? ''
        : text.waitingFor(minutesText(now - call.receivedAt, locale));
  return html`${name ? html`<bdi>${text.san(name)}</bdi> ` : ''}<small>${how}</small>`;
}
