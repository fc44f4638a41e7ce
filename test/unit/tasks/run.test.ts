import { expect, test } from 'vitest';
import { TobanError } from '../../../shared/platform/errors.ts';
import { LEASE_MS } from '../../../shared/tasks/index.ts';
import { RECORD, world } from './counter.ts';

test('a task runs once, whoever asks how often', async () => {
  const { did, give, task, runner, read, signal } = await world();
  await give([], [task('a')]);
  await Promise.all([
    runner.runRecord(RECORD, 'calls', signal),
    runner.runDue('calls', signal),
    runner.runDue('calls', signal),
  ]);
  expect(did).toEqual([{ task: 'a', unsureSince: null }]);
  expect(await read('a')).toMatchObject({ dueAt: null, outcome: 'done', result: { did: 'a' }, attempts: 1 });
});

test('a task whose guard no longer holds ends as superseded and does nothing', async () => {
  const { did, give, task, clock, runner, read, signal } = await world();
  await give([{ type: 'closed', at: clock.at }], [task('a')]);
  await runner.runDue('calls', signal);
  expect(did).toEqual([]);
  expect(await read('a')).toMatchObject({ dueAt: null, outcome: 'superseded' });
});

test('never early: what is due later waits, and the other lane is left alone', async () => {
  const { did, give, task, clock, runner, signal } = await world();
  await give([], [task('later', { dueAt: clock.at + 1 }), task('work', { lane: 'work' })]);
  await runner.runDue('calls', signal);
  expect(did).toEqual([]);
  clock.at += 1;
  await runner.runDue('calls', signal);
  expect(did.map((one) => one.task)).toEqual(['later']);
});

test('what a lane makes due in the other is told at once, and what was due there before is not', async () => {
  const { did, hooks, give, task, runner, signal } = await world();
  const told: string[] = [];
  const elsewhere = async () => void told.push(did.map((one) => one.task).join());
  await give([], [task('stuck', { lane: 'work' }), task('first')]);
  hooks.during = async () => {
    hooks.during = async () => undefined;
    await give([], [task('other', { lane: 'work' }), task('second')]);
  };
  await runner.runRecord(RECORD, 'calls', signal, elsewhere);
  // Before the second of its own has been done, and once.
  expect(told).toEqual(['first']);
  expect(did.map((one) => one.task)).toEqual(['first', 'second']);
  await give([], [task('third')]);
  await runner.runRecord(RECORD, 'calls', signal, elsewhere);
  expect(told).toHaveLength(1);
});

test('a pace set by the other side is waited for inline when it is short, and moves the task when it is long', async () => {
  const { did, failures, give, task, clock, runner, read, signal } = await world();
  const began = clock.at;
  failures.push(new TobanError('rate-limited', 'slow down', { retryAfterMs: 3_000 }));
  await give([], [task('short')]);
  await runner.runDue('calls', signal);
  expect(await read('short')).toMatchObject({ outcome: 'done' });
  expect(clock.at - began).toBe(3_000);
  failures.push(new TobanError('rate-limited', 'slow down', { retryAfterMs: 30_000 }));
  await give([], [task('long')]);
  expect(await runner.runRecord(RECORD, 'calls', signal)).toBe(true);
  expect(await read('long')).toMatchObject({
    dueAt: clock.at + 30_000,
    attempt: null,
    lastError: { code: 'rate-limited' },
  });
  clock.at += 30_000;
  await runner.runDue('calls', signal);
  expect(did.at(-1)).toEqual({ task: 'long', unsureSince: null });
});

test('an unknown outcome keeps the lease, and the next attempt knows that it must look first', async () => {
  const { did, failures, give, task, clock, runner, read, signal } = await world();
  const first = clock.at;
  failures.push(new TobanError('unknown-outcome', 'no answer'));
  await give([], [task('a')]);
  await runner.runDue('calls', signal);
  expect(await read('a')).toMatchObject({ dueAt: first + LEASE_MS, outcome: null });
  await runner.runDue('calls', signal);
  expect(did).toHaveLength(1);
  clock.at += LEASE_MS;
  failures.push(new TobanError('unavailable', 'down'));
  await runner.runDue('calls', signal);
  clock.at += LEASE_MS;
  await runner.runDue('calls', signal);
  expect(did.map((one) => one.unsureSince)).toEqual([null, first, first]);
});

test('an effect whose result could not be written is looked for by the next attempt', async () => {
  const { did, hooks, store, give, task, clock, runner, signal } = await world();
  const first = clock.at;
  await give([], [task('a')]);
  const { transaction } = store;
  hooks.during = async () => {
    store.transaction = () => Promise.reject(new TobanError('unavailable', 'the store is gone'));
  };
  await runner.runDue('calls', signal);
  store.transaction = transaction;
  delete hooks.during;
  clock.at += LEASE_MS;
  await runner.runDue('calls', signal);
  expect(did).toEqual([
    { task: 'a', unsureSince: null },
    { task: 'a', unsureSince: first },
  ]);
});

test('a refusal ends a task of work and is tried again each minute for a call, for a day', async () => {
  for (const persistent of [true, false]) {
    const { failures, give, task, clock, runner, read, signal } = await world(persistent);
    failures.push(new TobanError('refused', 'no', { reason: 'not_in_channel' }));
    await give([], [task('a')]);
    await runner.runDue('calls', signal);
    const after = persistent
      ? { dueAt: clock.at + 60_000, outcome: null }
      : { dueAt: null, outcome: 'failed' };
    expect(await read('a')).toMatchObject({
      ...after,
      lastError: { code: 'refused', reason: 'not_in_channel' },
    });
    clock.at += 25 * 3_600_000;
    await runner.runDue('calls', signal);
    expect(await read('a')).toMatchObject({ dueAt: null, outcome: persistent ? 'expired' : 'failed' });
  }
});

test('an armed task runs again for a later cause, also when that cause comes while it runs', async () => {
  const { did, hooks, give, task, runner, read, signal } = await world();
  await give([], [task('show', { mode: 'arm' })]);
  await runner.runDue('calls', signal);
  await give([], [task('show', { mode: 'arm' })]);
  hooks.during = async () => {
    delete hooks.during;
    await give([], [task('show', { mode: 'arm' })]);
  };
  await runner.runDue('calls', signal);
  expect(did).toHaveLength(3);
  expect(await read('show')).toMatchObject({ dueAt: null, outcome: 'done', again: false });
});

test('who took a task over after its lease has the last word', async () => {
  const { did, hooks, give, task, clock, runner, read, signal } = await world();
  await give([], [task('a')]);
  hooks.during = async () => {
    delete hooks.during;
    clock.at += LEASE_MS;
    await runner.runDue('calls', signal);
  };
  await runner.runDue('calls', signal);
  expect(did).toHaveLength(2);
  expect(await read('a')).toMatchObject({ outcome: 'done', attempts: 2 });
});

test('one task that this version does not know stops none of the others', async () => {
  const { did, give, task, runner, read, signal } = await world();
  await give([], [task('new', { kind: 'counter.of-tomorrow' }), task('a')]);
  await runner.runDue('calls', signal);
  expect(did.map((one) => one.task)).toEqual(['a']);
  expect(await read('new')).toMatchObject({ outcome: null, attempts: 0 });
});

test('a record, its events and its tasks are written together or not at all', async () => {
  const { give, task, clock, read, store } = await world();
  await give([], [task('twice')]);
  await expect(give([{ type: 'closed', at: clock.at }], [task('once'), task('twice')])).rejects.toMatchObject(
    { code: 'exists' },
  );
  expect(await read('once')).toBeUndefined();
  expect((await store.get(RECORD))?.data).toEqual({ version: 1, open: true });
});

test('a sweep says for how long the oldest of its lane had waited when it began', async () => {
  const { give, task, clock, runner, signal } = await world();
  expect(await runner.runDue('calls', signal)).toEqual({ records: [], lateMs: 0 });
  await give([], [task('old', { dueAt: clock.at - 200_000 }), task('older', { dueAt: clock.at - 240_000 })]);
  await give([], [task('oldest, elsewhere', { lane: 'work', dueAt: clock.at - 900_000 })]);
  expect(await runner.runDue('calls', signal)).toEqual({ records: [RECORD], lateMs: 240_000 });
  expect(await runner.runDue('calls', signal)).toMatchObject({ lateMs: 0 });
});
