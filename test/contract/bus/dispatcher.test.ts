import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../shared/platform/clock.ts';
import { localPlan, openLocal, pass } from './harness.ts';

const numbers = (received: readonly { message: unknown }[]): number[] =>
  received.map(({ message }) => (message as { n: number }).n);

describe('dispatcher: unkind on request, and the same for the same seed', () => {
  async function run(chaos: { seed: number; duplicates: number; maxLatencyMs: number; reorder: boolean }) {
    const { dispatcher, clock, receiver, close } = await openLocal({ chaos, parallel: 1 });
    for (let n = 0; n < 40; n += 1) await dispatcher.publish('calls', { n });
    await pass(dispatcher, clock, () => dispatcher.counts().waiting === 0);
    await dispatcher.close();
    await close();
    return receiver.received;
  }
  const kindly = { seed: 7, duplicates: 0, maxLatencyMs: 0, reorder: false };
  const inOrder = Array.from({ length: 40 }, (_, n) => n);

  it('without chaos every message comes once and in order', async () => {
    expect(numbers(await run(kindly))).toEqual(inOrder);
  });

  it('duplicates come as the same message, and nothing is missing', async () => {
    const received = await run({ ...kindly, duplicates: 0.5 });
    expect(received.length).toBeGreaterThan(50);
    expect(received.length).toBeLessThan(70);
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(40);
  });

  it('latency keeps the order unless reordering is asked for', async () => {
    expect(numbers(await run({ ...kindly, maxLatencyMs: 3000 }))).toEqual(inOrder);
    const reordered = numbers(await run({ ...kindly, maxLatencyMs: 3000, reorder: true }));
    expect(reordered).not.toEqual(inOrder);
    expect(reordered.toSorted((a, b) => a - b)).toEqual(inOrder);
  });

  it('one seed, one story; another seed, another', async () => {
    const all = { seed: 7, duplicates: 0.3, maxLatencyMs: 3000, reorder: true };
    const [first, second, third] = [await run(all), await run(all), await run({ ...all, seed: 8 })];
    expect(numbers(second)).toEqual(numbers(first));
    expect(numbers(third)).not.toEqual(numbers(first));
  });
});

describe('dispatcher: time', () => {
  it('a delayed message comes at its instant, not before, and holds up no other', async () => {
    const { dispatcher, clock, receiver, close } = await openLocal();
    const start = clock.now();
    await dispatcher.publish('calls', { n: 1 }, { delayMs: 300_000 });
    await dispatcher.publish('calls', { n: 2 });
    await dispatcher.runDue();
    expect(numbers(receiver.received)).toEqual([2]);
    expect(dispatcher.nextDue()).toBe(start + 300_000);
    clock.moveTo(start + 299_999);
    await dispatcher.runDue();
    expect(receiver.received).toHaveLength(1);
    clock.moveTo(start + 300_000);
    await dispatcher.runDue();
    expect(numbers(receiver.received)).toEqual([2, 1]);
    expect(dispatcher.nextDue()).toBeNull();
    await dispatcher.close();
    await close();
  });

  it('back-off doubles from the least to the most', async () => {
    const { dispatcher, clock, receiver, close } = await openLocal();
    receiver.answer = () => 500;
    const start = clock.now();
    await dispatcher.publish('calls', { n: 1 });
    await pass(dispatcher, clock, () => dispatcher.counts().dead === 1);
    expect(receiver.received.map(({ at }) => (at - start) / 1000)).toEqual([0, 1, 3, 7, 11]);
    expect(dispatcher.dead('calls')).toMatchObject([{ attempts: 5, deadAt: start + 11_000 }]);
    expect(dispatcher.dead('work')).toEqual([]);
    expect(dispatcher.nextDue()).toBeNull();
    await dispatcher.close();
    await close();
  });

  it('redirects and unknown statuses do not acknowledge; 102, 200, 201, 202 and 204 do', async () => {
    const { dispatcher, receiver, close } = await openLocal();
    const statuses = [301, 302, 400, 404, 429, 500, 206, 200, 201, 202, 204];
    receiver.answer = ({ message }) => (message as { n: number }).n;
    for (const n of statuses) await dispatcher.publish('calls', { n });
    await dispatcher.runDue();
    expect(receiver.received).toHaveLength(statuses.length);
    expect(dispatcher.counts().waiting).toBe(7);
    await dispatcher.close();
    await close();
  });

  it('what is published while delivering is delivered in the same run', async () => {
    const { dispatcher, receiver, close } = await openLocal();
    receiver.answer = ({ message }) => {
      const { n } = message as { n: number };
      if (n < 5) void dispatcher.publish('work', { n: n + 1 });
      return 204;
    };
    await dispatcher.publish('calls', { n: 1 });
    await dispatcher.runDue();
    expect(numbers(receiver.received)).toEqual([1, 2, 3, 4, 5]);
    await dispatcher.close();
    await close();
  });

  it('started, it delivers by itself at once and never more than allowed side by side', async () => {
    const { dispatcher, receiver, close } = await openLocal({ clock: systemClock, parallel: 3 });
    let most = 0;
    receiver.answer = () => {
      most = Math.max(most, dispatcher.counts().inFlight);
      return 204;
    };
    dispatcher.start();
    const begin = performance.now();
    for (let n = 0; n < 200; n += 1) await dispatcher.publish('calls', { n });
    while (dispatcher.counts().waiting > 0) await pause(5);
    console.log(
      `dispatcher: 200 messages published and pushed in ${Math.round(performance.now() - begin)} ms`,
    );
    expect(receiver.received).toHaveLength(200);
    expect(most).toBe(3);
    receiver.answer = (_, nth) => (nth === 1 ? 500 : 204);
    await dispatcher.publish('calls', { n: 200 });
    while (dispatcher.counts().waiting > 0) await pause(20);
    expect(receiver.received).toHaveLength(202);
    await dispatcher.close();
    await close();
  });
});

describe('dispatcher: durable', () => {
  it('what was not acknowledged when it closed comes after it opens again, with the same key', async () => {
    const slow = { ...localPlan, ackDeadlineSeconds: 30 };
    const plans = { calls: slow, work: slow };
    const { dispatcher, clock, receiver, reopen, close } = await openLocal({ plans });
    receiver.answer = () => 'hang';
    await dispatcher.publish('calls', { n: 1 });
    await dispatcher.publish('calls', { n: 2 }, { delayMs: 60_000 });
    const running = dispatcher.runDue();
    while (receiver.received.length === 0) await pause(5);
    const token = await dispatcher.token();
    await dispatcher.close();
    await running;
    receiver.answer = () => 204;
    const again = await reopen();
    expect(again.nextDue()).toBe(clock.now() + 1000);
    await pass(again, clock, () => again.counts().waiting === 0);
    expect(receiver.received.map(({ message, deliveryAttempt }) => [message, deliveryAttempt])).toEqual([
      [{ n: 1 }, 1],
      [{ n: 1 }, 2],
      [{ n: 2 }, 1],
    ]);
    const kidOf = (jwt: string) =>
      JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()).kid;
    expect(kidOf(await again.token())).toBe(kidOf(token));
    await again.close();
    await close();
  });

  it('a clock that has gone back since strands nothing', async () => {
    const { dispatcher, clock, receiver, reopen, close } = await openLocal();
    const start = clock.now();
    clock.moveTo(start + 86_400_000);
    await dispatcher.publish('calls', { n: 1 });
    await dispatcher.close();
    const earlier = await reopen({ clock: { now: () => start } });
    await earlier.runDue();
    expect(numbers(receiver.received)).toEqual([1]);
    await earlier.close();
    await close();
  });

  it('a publisher killed in mid-write leaves every message it was promised', async () => {
    const { dispatcher, file, receiver, reopen, close } = await openLocal();
    await dispatcher.close();
    const program = fileURLToPath(new URL('publisher.ts', import.meta.url));
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    while (output.split('\n').length < 50) await pause(5);
    child.kill('SIGKILL');
    await ended;
    const promised = Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1));
    const again = await reopen();
    await again.runDue();
    const got = new Set(numbers(receiver.received));
    expect(promised).toBeGreaterThanOrEqual(49);
    for (let n = 1; n <= promised; n += 1) expect(got.has(n)).toBe(true);
    await again.close();
    await close();
  });
});
