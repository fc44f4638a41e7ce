import { recordId } from '../platform/ids.ts';
import type { Rota } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import { snapshotsOfRota } from '../store/shapes.ts';

/** What the sheet said at a time: each reading that differs from the one before is kept. JSON text, since it is never queried. */
interface Snapshot {
  readonly readAt: number;
  readonly fingerprint: string;
  readonly rota: string;
}

const DAY_MS = 86_400_000;
/** Spans outside this window around the reading are not kept: the document stays small. */
const WINDOW = { behind: 7 * DAY_MS, ahead: 45 * DAY_MS };

const folder = (rota: string): string => `duties/${rota}`;

/** Keeps a reading when it differs from the last one kept. An unchanged sheet costs one small read and no write. */
export async function keepSnapshot(store: Store, rota: Rota, readAt: number): Promise<void> {
  const fingerprint = recordId('rota', JSON.stringify([rota.columns, rota.people]));
  const last = await latest(store, rota.id, readAt);
  if (last?.fingerprint === fingerprint) return;
  const kept: Snapshot = { readAt, fingerprint, rota: JSON.stringify(within(rota, readAt)) };
  await store.put(`${folder(rota.id)}/snapshots/${String(readAt).padStart(15, '0')}`, kept);
}

/** A reading that was kept: spans from a week before it to 45 days after it. */
export interface KeptReading {
  readonly readAt: number;
  readonly rota: Rota;
}

/** The last reading up to an instant; null before the first that was kept. */
export async function readingAsOf(store: Store, rotaId: string, at: number): Promise<KeptReading | null> {
  const snapshot = await latest(store, rotaId, at);
  return snapshot && { readAt: snapshot.readAt, rota: JSON.parse(snapshot.rota) };
}

/** When the rota, as it is known at an instant, came to be so; null before the first reading that was kept. */
export async function lastChange(store: Store, rotaId: string, at: number): Promise<number | null> {
  return (await latest(store, rotaId, at))?.readAt ?? null;
}

async function latest(store: Store, rotaId: string, at: number): Promise<Snapshot | null> {
  const query = { shape: snapshotsOfRota, values: { readAt: at }, parent: folder(rotaId), limit: 1 };
  return (await store.page<Snapshot>(query)).docs[0]?.data ?? null;
}

function within(rota: Rota, readAt: number): Rota {
  const columns = Object.entries(rota.columns).map(([column, spans]) => [
    column,
    spans.filter(({ start, end }) => end > readAt - WINDOW.behind && start < readAt + WINDOW.ahead),
  ]);
  return { ...rota, columns: Object.fromEntries(columns), problems: [] };
}
