import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import type { Escalation } from '../../../shared/escalation/index.ts';
import { fold as callFold } from '../../../shared/escalation/summary.ts';
import { isRefusal } from '../../../shared/incident/answer.ts';
import { decide } from '../../../shared/incident/decide.ts';
import type { Command, Incident } from '../../../shared/incident/model.ts';
import { fold } from '../../../shared/incident/summary.ts';
import { recordId } from '../../../shared/platform/ids.ts';
import type { Store } from '../../../shared/store/port.ts';
import { commit } from '../../../shared/tasks/index.ts';
import { declareCommand, settings } from '../incident/builders.ts';

export const memory = (): Store => openSqliteStore({ file: ':memory:' });

/** A command on an incident, as the verbs carry it out; `name` stands for its id. */
export function give(store: Store, name: string, command: Command, now: number): Promise<void> {
  const id = recordId('inc', name);
  const path = `incidents/${id}`;
  return store.transaction(async (tx) => {
    const state = (await tx.get<Incident>(path))?.data ?? null;
    if (state && command.type === 'declare') return;
    const answer = decide(command.type === 'declare' ? { ...command, id } : command, state, now, settings);
    if (!isRefusal(answer)) await commit(tx, path, state, { ...answer, tasks: [] }, fold, now);
  });
}

export const declare = (store: Store, name: string, now: number, more: Partial<typeof declareCommand> = {}) =>
  give(store, name, { ...declareCommand, startedAt: now - 600_000, detectedAt: now - 300_000, ...more }, now);

/** A call for help, and maybe its acknowledgement. */
export async function callAt(store: Store, ts: string, now: number, after: number | null): Promise<void> {
  const opened = {
    team: 'T1',
    channel: 'C1',
    ts,
    threadTs: ts,
    asker: 'UCS',
    words: 'help',
    rota: 'mobility',
    route: 'r',
    checkAfter: null,
    follows: null,
  };
  const path = `escalations/${recordId('esc', opened.team, opened.channel, ts)}`;
  await store.transaction(async (tx) => {
    const events = [{ type: 'received' as const, at: now, ...opened }];
    await commit(tx, path, null, { events, tasks: [] }, callFold, now);
  });
  if (after === null) return;
  await store.transaction(async (tx) => {
    const state = (await tx.get<Escalation>(path))?.data ?? null;
    const at = now + after;
    const events = [{ type: 'acknowledged' as const, at, user: 'UONO', name: 'Ono', how: 'button' as const }];
    await commit(tx, path, state, { events, tasks: [] }, callFold, at);
  });
}
