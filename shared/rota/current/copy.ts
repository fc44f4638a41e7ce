import { recordId } from '../../platform/ids.ts';
import type { SlackUser } from '../../ports/slack.ts';
import type { Store } from '../../store/port.ts';
import type { Rota } from '../model.ts';
import type { RotaConfig } from '../schemas.ts';
import type { GoodNow } from './hold.ts';

const DAY_MS = 86_400_000;
const BEHIND_MS = 35 * DAY_MS;
/** A year and a little; fewer days where the document would come near the store's 1 MiB. */
const AHEAD_DAYS = [370, 185, 92, 46, 23];
const LARGEST = 700_000;
const MOST = { problems: 50, people: 500 };
/** Changes when what is kept changes its shape: copies of another shape are not read. */
const FORMAT = '2';

/** The last good copy of a rota and what a new instance needs beside it. JSON; kept at `rotas/<id>`. */
export interface Copy {
  /** Of the configuration it was read with: a copy made under another one answers nothing. */
  readonly fingerprint: string;
  readonly readAt: number;
  readonly rota: Rota;
  readonly good: GoodNow;
  readonly tabTitles: readonly string[];
  readonly people: readonly SlackUser[];
  /** What time its spans cover, epoch ms: outside it nothing is known. Missing in copies that are not cut yet. */
  readonly reach?: { readonly from: number; readonly to: number };
}

export const fingerprintOf = (config: RotaConfig, zone: string): string =>
  recordId('cfg', FORMAT, zone, JSON.stringify(config));

const pathOf = (rotaId: string): string => `rotas/${rotaId}`;

export async function loadCopy(store: Store, rotaId: string, fingerprint: string): Promise<Copy | null> {
  const doc = await store.get<Copy>(pathOf(rotaId));
  return doc?.data.fingerprint === fingerprint ? doc.data : null;
}

export async function saveCopy(store: Store, rotaId: string, copy: Copy): Promise<void> {
  await store.put(pathOf(rotaId), copy);
}

/** The part of a copy that is worth keeping: a month back, a year ahead, the people named there. */
export function trimmed(copy: Copy): Copy {
  for (const days of AHEAD_DAYS) {
    const cut = within(copy, copy.readAt - BEHIND_MS, copy.readAt + days * DAY_MS);
    if (Buffer.byteLength(JSON.stringify(cut)) <= LARGEST) return cut;
  }
  return within(copy, copy.readAt - DAY_MS, copy.readAt + 7 * DAY_MS);
}

function within(copy: Copy, from: number, to: number): Copy {
  const columns = Object.fromEntries(
    Object.entries(copy.rota.columns).map(([column, spans]) => [
      column,
      spans.filter(({ start, end }) => end > from && start < to),
    ]),
  );
  const named = new Set(Object.values(columns).flatMap((spans) => spans.flatMap(({ people }) => people)));
  const people = Object.fromEntries(Object.entries(copy.rota.people).filter(([id]) => named.has(id)));
  return {
    ...copy,
    rota: { ...copy.rota, columns, people, problems: copy.rota.problems.slice(0, MOST.problems) },
    people: copy.people.slice(0, MOST.people),
    reach: { from, to },
  };
}

/** What time a copy tells of. */
export const reachOf = ({ reach, readAt }: Copy): { readonly from: number; readonly to: number } =>
  reach ?? { from: readAt - BEHIND_MS, to: readAt + (AHEAD_DAYS[0] ?? 0) * DAY_MS };
