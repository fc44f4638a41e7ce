import { auditDocument } from '../audit/index.ts';
import { recordId } from '../platform/ids.ts';
import type { Topic } from '../ports/bus.ts';
import type { Doc, Store } from '../store/port.ts';
import { deadLetters } from '../store/shapes.ts';
import { commit, type Lane } from '../tasks/index.ts';
import { decide, evolve } from './decide.ts';
import type { DeadLetter } from './model.ts';

/** A document may have 1 MiB; a larger message can only be read where the bus keeps it. */
const LARGEST = 700_000;
const PAGE = 50;

const pathOf = (id: string): string => `dead-letters/${id}`;

/** Keeps a message that was given up, so that people can see it and send it again. Safe to repeat. */
export function receiveLetter(
  store: Store,
  given: { topic: Topic; messageId: string; message: unknown; attempts: number | null },
  now: number,
): Promise<void> {
  const { topic, messageId, attempts } = given;
  const text = JSON.stringify(given.message);
  const message = Buffer.byteLength(text) > LARGEST ? null : text;
  const path = pathOf(recordId('dead', topic, messageId));
  const letter = { topic, messageId, message, about: aboutOf(given.message), attempts };
  return store.transaction(async (tx) => {
    const state = (await tx.get<DeadLetter>(path))?.data ?? null;
    await commit(tx, path, state, decide({ type: 'receive', letter }, state, now), evolve, now);
  });
}

/** `kind` and type of the message; never what somebody wrote. */
function aboutOf(message: unknown): string {
  const { kind, inbound, record } = (message ?? {}) as Record<string, unknown>;
  const type = (inbound as { type?: unknown } | undefined)?.type;
  return [kind, type, record].filter((part) => typeof part === 'string').join(' ') || 'unknown';
}

/** Has it sent again, with who asked for it. Pressed twice it is sent once. Null where there is no such letter. */
export function sendAgain(
  store: Store,
  id: string,
  by: { readonly user: string; readonly name: string },
  now: number,
): Promise<{ readonly started: boolean; readonly lane: Lane | null; readonly record: string } | null> {
  if (!/^dead_[0-9a-f]{32}$/.test(id)) return Promise.resolve(null);
  const record = pathOf(id);
  return store.transaction(async (tx) => {
    const state = (await tx.get<DeadLetter>(record))?.data;
    if (!state) return null;
    const decision = decide({ type: 'send', ...by }, state, now);
    const task = decision.tasks[0];
    if (!task) return { started: false, lane: null, record };
    const deed = { at: now, by: by.user, name: by.name, action: 'dead-letter.send', record, target: record };
    const { path, data } = auditDocument(deed);
    await commit(tx, record, state, { ...decision, pointers: [{ path, data }] }, evolve, now);
    return { started: true, lane: task.lane, record };
  });
}

/** Latest first, one page of 50. */
export async function listLetters(store: Store): Promise<readonly Doc<DeadLetter>[]> {
  return (await store.page<DeadLetter>({ shape: deadLetters, values: {}, limit: PAGE })).docs;
}
