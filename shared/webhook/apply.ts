import { type Listener, type Listeners, listenersPath } from '../delivery/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Store } from '../store/port.ts';
import { commit, type Pointer } from '../tasks/index.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { type Command, type Webhook, webhookPath } from './model.ts';

export interface Applied {
  readonly state: Webhook | null;
  readonly changed: boolean;
}

/** Carries out a command in one transaction, in which those who listen are brought up to date. `beside`: written with it. */
export function apply(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  of: { readonly id: string; readonly team: string },
  command: Command,
  more: { readonly owners?: readonly string[]; readonly beside?: readonly Pointer[] } = {},
): Promise<Applied> {
  return store.transaction(async (tx) => {
    const path = webhookPath(of.id);
    const [record, index] = await Promise.all([
      tx.get<Webhook>(path),
      tx.get<Listeners>(listenersPath(of.team)),
    ]);
    const before = record?.data ?? null;
    if (before && before.team !== of.team) return { state: null, changed: false };
    const now = clock.now();
    const decision = decide(command, before, more.owners ?? [], now);
    if (decision.events.length + decision.tasks.length === 0) return { state: before, changed: false };
    const state = await commit(tx, path, before, { ...decision, pointers: more.beside ?? [] }, evolve, now);
    const listeners = listening(index?.data.listeners ?? [], of.id, state);
    if (state !== before) tx.put(listenersPath(of.team), { listeners });
    return { state, changed: true };
  });
}

function listening(known: readonly Listener[], id: string, state: Webhook | null): readonly Listener[] {
  const others = known.filter((one) => one.id !== id);
  if (!state || state.deleted || state.off) return others;
  return [...others, { id, kinds: state.kinds, private: state.private }];
}
