import type { Store, Transaction } from '../store/port.ts';
import type { QueryShape } from '../store/shapes.ts';
import type { Kind } from './schemas.ts';

/**
 * Why something that is old enough stays. `open`: it has not ended. `open-item`: an action item of it is unfinished.
 * `held`: a legal hold. `entered`: it was
 * brought in or entered afterwards, less than 30 days ago. `shared`: its postmortem is also about an incident that stays. `belongs`: it goes with its incident.
 */
export const REASONS = ['open', 'open-item', 'held', 'entered', 'shared', 'belongs'] as const;
export type Why = (typeof REASONS)[number];

/** What goes when a record goes. Paths. */
export interface Plan {
  /** Deleted together, in the one transaction that decides: what people can open by itself. The first is the record. */
  readonly records: readonly string[];
  /** Deleted after that: what only leads to them, and lines of a timeline with their own history. */
  readonly traces: readonly string[];
}

/** Null: it is not old enough. `endedAt`: epoch ms. */
export type Verdict =
  | { readonly goes: true; readonly endedAt: number; readonly plan: Plan }
  | { readonly goes: false; readonly why: Why }
  | null;

/** What ended before `before` is too old at `now`; epoch ms. */
export interface Age {
  readonly before: number;
  readonly now: number;
}

export type Reads = Pick<Store | Transaction, 'get'>;

/** Where one kind of records comes from, and what decides of each. */
export interface Source {
  readonly kind: Kind;
  /** Of two sources of one kind this tells which. */
  readonly name: string;
  readonly shape: QueryShape;
  /** Values of the query; `before`: what ended before this is too old. */
  values(before: number): Readonly<Record<string, number>>;
  /** What must be looked for by queries, before the transaction. Null where nothing is. */
  gather?(store: Store, path: string, before: number): Promise<unknown>;
  /** Reads by id only: asked for a preview, and again in the transaction that deletes. */
  judge(reads: Reads, path: string, age: Age, gathered: unknown): Promise<Verdict>;
}

export const stays = (why: Why): Verdict => ({ goes: false, why });
export const goes = (endedAt: number, record: string, traces: readonly string[] = []): Verdict => ({
  goes: true,
  endedAt,
  plan: { records: [record], traces },
});
