import { html } from 'hono/html';
import {
  KINDS,
  type Kind,
  type Preview,
  preview,
  RETENTION_PATH,
  type Retention,
  type RetentionText,
  retentionText,
} from '../../../../shared/retention/index.ts';
import { localTime } from '../../../../shared/rota/index.ts';
import type { Visitor } from '../../env.ts';
import type { Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import type { Reader } from '../board.ts';
import { recordLine } from './record-line.ts';

/** So many of each kind are looked at for a page, and shown one by one. */
const LOOKED = { most: 200, listed: 20 };

/** Each kind with its rule, and what would go and what would stay by it now. */
export async function rulesSection(parts: WebParts, visitor: Visitor, reader: Reader): Promise<Html> {
  const { store, config } = parts;
  const text = retentionText(reader.locale);
  const state = (await store.get<Retention>(RETENTION_PATH))?.data ?? null;
  const rows = await Promise.all(KINDS.map((kind) => rowOf(parts, kind, state, visitor, reader)));
  const { name, what } = text.kinds.webhookDeliveries;
  const log = html`<li><h3>${name}</h3><p class="muted">${what}</p><p><strong>${text.days(config.retention.webhookDeliveries)}</strong></p></li>`;
  return html`<section aria-labelledby="rules"><h2 id="rules">${text.next}</h2><ul class="kept">${rows}${log}</ul></section>`;
}

async function rowOf(
  parts: WebParts,
  kind: Kind,
  state: Retention | null,
  visitor: Visitor,
  reader: Reader,
): Promise<Html> {
  const text = retentionText(reader.locale);
  const { name, what } = text.kinds[kind];
  const head = html`<h3>${name}</h3><p class="muted">${what}</p>`;
  const ms = parts.config.retention[kind];
  if (ms === null) return html`<li>${head}<p><strong>${text.forever}</strong></p></li>`;
  const found = await preview(parts.store, kind, { before: reader.now - ms, now: reader.now }, LOOKED);
  const followed = state?.followed[kind] === ms;
  const told = (state?.waiting[kind]?.toldAt ?? null) !== null;
  const wait = followed ? '' : html`<p>${text.waiting} ${told ? '' : text.untold}</p>`;
  return html`<li>${head}<p><strong>${text.days(ms)}</strong></p>${wait}
${await outcome(parts, found, visitor, reader, `next-${kind}`)}</li>`;
}

/** What goes and what stays, with the way to each of them. `id`: of what can be unfolded. */
export async function outcome(
  parts: WebParts,
  found: Preview,
  visitor: Visitor,
  reader: Reader,
  id: string,
): Promise<Html> {
  const text = retentionText(reader.locale);
  const day = (at: number) => localTime(at, reader.zone).slice(0, 10);
  const { count, more, oldest, newest, stay, going, staying } = found;
  const span = oldest !== null && newest !== null ? text.span(day(oldest), day(newest)) : null;
  const kept = Object.values(stay).reduce((sum, one) => sum + one, 0);
  const lines = async (items: readonly { readonly path: string }[]) =>
    Promise.all(items.map(({ path }) => recordLine(parts, path, visitor, reader)));
  const [goes, stays] = await Promise.all([lines(going), lines(staying)]);
  const went = goes.map(
    (line, i) => html`<li>${line} <small class="muted">${day(going[i]?.endedAt ?? 0)}</small></li>`,
  );
  const left = stays.map(
    (line, i) => html`<li>${line} <small class="muted">${text.why[staying[i]?.why ?? 'open']}</small></li>`,
  );
  const rest = count > going.length || kept > staying.length;
  return html`<p>${text.goesNow}: <strong>${count === 0 ? text.nothingGoes : text.goes(count, more)}</strong>${span ? html` <span class="muted">${span}</span>` : ''}</p>
${kept > 0 ? html`<p>${text.stay(kept)} <span class="muted">${reasons(stay, text)}</span></p>` : ''}
${more ? html`<p class="muted">${text.cut}</p>` : ''}
${count + kept > 0 ? html`<details id="${id}"><summary>${text.show}</summary>${went.length > 0 ? html`<h4>${text.goesNow}</h4><ul class="bullets">${went}</ul>` : ''}${left.length > 0 ? html`<h4>${text.staysNow}</h4><ul class="bullets">${left}</ul>` : ''}${rest ? html`<p class="muted">${text.rest}</p>` : ''}</details>` : ''}`;
}

const reasons = (stay: Preview['stay'], text: RetentionText): string =>
  Object.entries(stay)
    .filter(([, count]) => count > 0)
    .map(([why, count]) => `${text.why[why as keyof Preview['stay']]} ${count}`)
    .join(' · ');
