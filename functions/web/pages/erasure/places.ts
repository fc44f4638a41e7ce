import { html } from 'hono/html';
import type { ErasureText, Subject } from '../../../../shared/erasure/index.ts';
import { describeCall, type Escalation } from '../../../../shared/escalation/index.ts';
import { type Incident, incidentPath, labelOf, mayTell } from '../../../../shared/incident/index.ts';
import type { Store } from '../../../../shared/store/port.ts';
import type { Html } from '../../html.ts';
import { addressOfRecord } from '../settings/record-address.ts';

/** Pieces of texts that hold a name, for a look. Of a private incident only what the reader may see of it. */
export async function placesSection(
  store: Store,
  { names, found }: Subject,
  reader: string,
  text: ErasureText,
): Promise<Html> {
  const sees = seeing(store, reader);
  const parts = await Promise.all(
    names.map(async ({ name }) => {
      const places = found[name]?.places ?? [];
      const seen = await Promise.all(places.map(({ path }) => sees(path)));
      const rows = places.filter((_, i) => seen[i]).map((one) => row(one));
      return rows.length === 0
        ? ''
        : html`<details><summary><bdi>${name}</bdi> (${String(rows.length)})</summary><ul class="bullets">${rows}</ul></details>`;
    }),
  );
  if (parts.every((one) => one === '')) return html``;
  return html`<section aria-labelledby="places"><h2 id="places">${text.places}</h2>${parts}</section>`;
}

/** The records whose documents keep the name; a private one without its address for those who may not see it. */
export async function heldSection(
  store: Store,
  held: readonly string[],
  reader: string,
  text: ErasureText,
): Promise<Html> {
  if (held.length === 0) return html``;
  const sees = seeing(store, reader);
  const seen = held.slice(0, MOST_HELD);
  const rows = await Promise.all(
    seen.map(async (path) => {
      const named = await wordsOf(store, path);
      return (await sees(path))
        ? html`<li><a href="${addressOfRecord(path) ?? ''}"><bdi>${named}</bdi></a></li>`
        : '';
    }),
  );
  return html`<section aria-labelledby="held"><h2 id="held">${text.held}</h2><p role="alert" class="notice wrong">${text.heldLead(held.length)} ${text.heldAfter}</p><ul class="bullets">${rows}</ul></section>`;
}

const MOST_HELD = 50;

/** What people know an incident or a call by. */
async function wordsOf(store: Store, path: string): Promise<string> {
  const [collection = ''] = path.split('/');
  const record = (await store.get<object>(path))?.data;
  if (!record) return path;
  if (collection === 'escalations') return describeCall(record as Escalation).text || path;
  const { number, title } = record as Incident;
  return `${labelOf(number)} ${title}`;
}

function row({ path, text }: { readonly path: string; readonly text: string }): Html {
  const href = addressOfRecord(path);
  return html`<li>${href === null ? html`<bdi>${text}</bdi>` : html`<a href="${href}"><bdi>${text}</bdi></a>`}</li>`;
}

/** Whether a reader may see all incidents that a record, or what it lies beneath, speaks of. */
function seeing(store: Store, reader: string): (path: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  const may = async (id: string): Promise<boolean> => {
    const incident = (await store.get<Incident>(incidentPath(id)))?.data;
    return !incident || mayTell(incident, 'page', reader) === 'all';
  };
  return async (path) => {
    const record = path.split('/').slice(0, 2).join('/');
    const [root, doc] = await Promise.all([store.get(record), store.get(path)]);
    const ids = `${path} ${JSON.stringify([root?.data, doc?.data])}`.match(/inc_[0-9a-f]{32}/g) ?? [];
    for (const id of new Set(ids)) {
      const seen = known.get(id) ?? may(id);
      known.set(id, seen);
      if (!(await seen)) return false;
    }
    return true;
  };
}
