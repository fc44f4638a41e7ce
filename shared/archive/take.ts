import { auditDocument } from '../audit/index.ts';
import { recordId } from '../platform/ids.ts';
import type { Store } from '../store/port.ts';

/** Exports in 24 hours for one person, or for one token: each reads everything there is. */
export const MOST_A_DAY = 5;
const DAY_MS = 86_400_000;

/** Who takes an export; `key` is the program's with which they do it: on the pages there is none. */
export interface Taker {
  readonly team: string;
  readonly user: string;
  readonly name: string;
  readonly key?: { readonly id: string; readonly name: string };
}

/** Epoch ms, oldest first, of the last 24 hours. */
interface Taken {
  readonly at: readonly number[];
}

/** Whether there may be one more; where not, in how many seconds. */
export type Allowance = { readonly ok: true } | { readonly ok: false; readonly seconds: number };

/** Counts an export that begins now, and writes into the audit who takes it; neither where it is one too many. */
export function takeExport(store: Store, { team, user, name, key }: Taker, now: number): Promise<Allowance> {
  const path = `exports-taken/${recordId('exp', team, key?.id ?? user)}`;
  const audit = auditDocument({
    at: now,
    by: user,
    name,
    ...(key && { via: key.name }),
    action: 'archive.exported',
    record: `audit/${team}`,
    target: team,
  });
  return store.transaction(async (tx) => {
    const known = (await tx.get<Taken>(path))?.data.at ?? [];
    const recent = known.filter((at) => at > now - DAY_MS);
    const first = recent[recent.length - MOST_A_DAY];
    if (first !== undefined)
      return { ok: false, seconds: Math.ceil((first + DAY_MS - now) / 1_000) } as const;
    tx.put(path, { at: [...recent, now] } satisfies Taken);
    tx.put(audit.path, audit.data);
    return { ok: true } as const;
  });
}
