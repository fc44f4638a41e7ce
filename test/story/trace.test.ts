import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../shared/platform/log.ts';
import { type Desk, openDesk } from './desk.ts';

const ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const lines: Record<string, unknown>[] = [];
let desk: Desk;
beforeAll(async () => {
  const write = (line: string) => void lines.push(JSON.parse(line));
  desk = await openDesk({ log: createLog('toban', { least: 'DEBUG', write, project: 'toban-prod' }) });
});
afterAll(() => desk.close());

test('what one request of Slack set going is found by one trace, over edge, bus and both lanes', async () => {
  // What Cloud Run puts before each request.
  const send = globalThis.fetch;
  globalThis.fetch = (url, init) => {
    const toEdge = String(url).startsWith(`${desk.system.url}/slack/`);
    const headers = { ...init?.headers, ...(toEdge && { traceparent: `00-${ID}-00f067aa0ba902b7-01` }) };
    return send(url, { ...init, headers });
  };
  try {
    await desk.say('cs', '@Toban 返却できないお客様がいます');
  } finally {
    globalThis.fetch = send;
  }
  const done = lines.filter(
    ({ message, record }) => message === 'task-done' && String(record).startsWith('escalations/'),
  );
  expect(done.length).toBeGreaterThanOrEqual(3);
  for (const line of done)
    expect(line).toMatchObject({ 'logging.googleapis.com/trace': `projects/toban-prod/traces/${ID}` });
  // The record's id tells the rest of the story: what comes with the next minute's tick belongs to no request.
  expect(new Set(done.map(({ record }) => record)).size).toBe(1);
});
