import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../../shared/platform/errors.ts';
import { askProse } from '../../../../shared/postmortem/prose/ask.ts';
import { MINUTE, ONO } from '../../incident/builders.ts';
import { ProseDesk, sentence } from './desk.ts';

let desk: ProseDesk;
beforeEach(() => {
  desk = new ProseDesk();
});
afterEach(() => desk.close());

describe('it fails', () => {
  const cases: [ErrorCode, string | undefined, string][] = [
    ['rate-limited', 'quota', 'quota'],
    ['unavailable', 'slow', 'slow'],
    ['unavailable', 'down', 'down'],
    ['misconfigured', 'permission', 'settings'],
    ['refused', 'blocked', 'blocked'],
    ['bad-input', 'unusable', 'unusable'],
    ['bug', undefined, 'broken'],
  ];
  test.each(cases)('%s %s: the record stands, and why is known', async (code, reason, expected) => {
    await desk.begun();
    const record = await desk.text();
    desk.failing(code, reason);
    await desk.write();
    expect(await desk.text()).toBe(record);
    expect((await desk.state()).prose?.summary).toMatchObject({ state: 'failed', reason: expected });
  });

  test('what passes is tried again by itself three times, then only when somebody asks', async () => {
    await desk.begun();
    desk.failing('rate-limited', 'quota');
    const waits: (number | null)[] = [];
    for (let round = 0; round < 4; round += 1) {
      await desk.write();
      const dueAt = (await desk.task())?.dueAt ?? null;
      waits.push(dueAt === null ? null : (dueAt - desk.now) / MINUTE);
      desk.now = dueAt ?? desk.now;
    }
    expect(waits).toEqual([1, 5, 30, null]);
    await askProse(desk.verbs, await desk.found(), ONO);
    desk.answer = async ({ facts }) => sentence(facts[0]?.id ?? '');
    await desk.write();
    expect(await desk.text()).toContain('止まった');
  });

  test('what does not pass by itself is not tried again by itself', async () => {
    await desk.begun();
    desk.failing('misconfigured', 'permission');
    await desk.write();
    expect((await desk.task())?.dueAt).toBeNull();
  });

  test('the time of the request runs out: that is tried anew, and in the end the answer is slow', async () => {
    await desk.begun();
    desk.failing('unavailable', 'slow');
    const asked = desk.now;
    for (; desk.now < asked + 3 * MINUTE; desk.now = (await desk.task())?.dueAt ?? Number.NaN) {
      await desk.write('summary', AbortSignal.abort());
      expect((await desk.state()).prose?.summary).toMatchObject({ state: 'asked' });
    }
    await desk.write('summary', AbortSignal.abort());
    expect((await desk.state()).prose?.summary).toMatchObject({ state: 'failed', reason: 'slow' });
  });
});
