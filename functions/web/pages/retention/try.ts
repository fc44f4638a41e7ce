import { html } from 'hono/html';
import {
  isKind,
  KINDS,
  LEAST_DAYS,
  preview,
  readDays,
  retentionText,
} from '../../../../shared/retention/index.ts';
import { visitorOf, type WebContext } from '../../env.ts';
import type { Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import type { Reader } from '../board.ts';
import { field, select } from '../incidents/fields.ts';
import { outcome } from './rules.ts';

const LOOKED = { most: 500, listed: 50 };

/** What a rule would do, before anybody writes it; changes nothing. */
export async function trySection(c: WebContext, parts: WebParts, reader: Reader): Promise<Html> {
  const text = retentionText(reader.locale);
  const [kind = '', days = ''] = [c.req.query('kind'), c.req.query('days')];
  const asked = kind !== '' || days !== '';
  const ms = readDays(`${days.normalize('NFKC').trim()}d`);
  const options = KINDS.map((id) => ({ id, name: text.kinds[id].name }));
  const wrong = asked && (ms === null || !isKind(kind)) ? { error: text.wrongDays } : {};
  const form = html`<form action="/settings/retention#try" class="stack"><div class="fields">
${select('try', 'kind', text.kind, options, isKind(kind) ? kind : 'incidents')}
${field('try', 'text', { name: 'days', label: text.olderThan, hint: text.olderHint(LEAST_DAYS), value: days.slice(0, 10), most: 5, required: true, inputmode: 'decimal', ...wrong })}</div>
<p class="actions"><button class="second">${text.tryIt}</button></p></form>`;
  const answer =
    isKind(kind) && ms !== null
      ? html`<div role="status"><h3>${text.answer(text.kinds[kind].name, text.days(ms))}</h3>
${await outcome(parts, await preview(parts.store, kind, { before: reader.now - ms, now: reader.now }, LOOKED), visitorOf(c), reader, 'tried')}</div>`
      : '';
  return html`<section id="try" aria-labelledby="try-title"><h2 id="try-title">${text.tryTitle}</h2><p class="muted">${text.tryLead}</p>${form}${answer}</section>`;
}
