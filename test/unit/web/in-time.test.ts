import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BEGIN_MS, inTime, UPLOAD_MS } from '../../../functions/web/in-time.ts';
import { isTobanError } from '../../../shared/platform/errors.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const app = new Hono();
app.use(inTime());
app.all('/never', () => new Promise<Response>(() => undefined));
app.get('/stream', (c) =>
  c.body(
    new ReadableStream({
      start(to) {
        to.enqueue(new TextEncoder().encode('begun'));
        setTimeout(() => {
          to.enqueue(new TextEncoder().encode(', done'));
          to.close();
        }, 10 * BEGIN_MS);
      },
    }),
  ),
);
app.onError((error, c) => c.text(isTobanError(error) ? error.code : 'bug', 503));

test('an answer that does not begin is given up after 30 seconds', async () => {
  const answer = Promise.resolve(app.request('/never'));
  const done = vi.fn();
  answer.then(done);
  await vi.advanceTimersByTimeAsync(BEGIN_MS - 1);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(await (await answer).text()).toBe('unavailable');
  expect(BEGIN_MS).toBe(30_000);
});

test('a file of many megabytes has longer to come, and not for ever', async () => {
  const headers = { 'content-length': String(20 * 1_048_576) };
  const answer = Promise.resolve(app.request('/never', { method: 'POST', headers }));
  const done = vi.fn();
  answer.then(done);
  await vi.advanceTimersByTimeAsync(UPLOAD_MS - 1);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect((await answer).status).toBe(503);
});

test('one that has begun goes on for as long as it takes', async () => {
  const answer = await app.request('/stream');
  const text = answer.text();
  await vi.advanceTimersByTimeAsync(10 * BEGIN_MS);
  expect(await text).toBe('begun, done');
  expect(vi.getTimerCount()).toBe(0);
});
