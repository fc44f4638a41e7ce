import { afterEach, beforeEach, expect, test } from 'vitest';
import { SIMULATED_APP } from '../../../local/slack/index.ts';
import { createFiles } from '../../../shared/adapters/slack/index.ts';
import { type Bench, startBench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const signal = new AbortController().signal;
const bytes = Buffer.from('89504e470d0a1a0a', 'hex');
const picture = { name: 'week.png', title: '週報', alt: 'インシデント 3件', bytes };
const files = () => createFiles({ token: SIMULATED_APP.botToken, apiUrl: bench.simulator.apiUrl });
const shown = (id: string) => ({
  channel: 'C0INCIDENTS',
  text: 'x',
  key: 'k',
  blocks: [{ type: 'image' as const, slack_file: { id }, alt_text: 'x' }],
});

test('a picture is handed in, and shown by a message once Slack has looked at it', async () => {
  const id = await upload();
  await expect(bench.slack.post(shown(id), signal)).rejects.toMatchObject({ reason: 'invalid_blocks' });
  bench.advance(2_000);
  await bench.slack.post(shown(id), signal);
  const file = await fetch(`${bench.simulator.url}/files/${id}`);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
  expect(bench.simulator.workspace.state.files[0]).toMatchObject({ title: '週報', alt: 'インシデント 3件' });
});

test('a file that is not there, or whose bytes never came, is shown by no message', async () => {
  await expect(bench.slack.post(shown('F0NONE'), signal)).rejects.toMatchObject({ reason: 'invalid_blocks' });
  const { file_id: id } = await bench.api('files.getUploadURLExternal', { filename: 'x.png', length: 4 });
  expect(await bench.api('files.completeUploadExternal', { files: [{ id }] })).toMatchObject({
    error: 'file_not_found',
  });
});

test('bytes that do not arrive whole are refused, and an address without length is none', async () => {
  const answer = await bench.api('files.getUploadURLExternal', { filename: 'x.png', length: 4 });
  expect((await fetch(String(answer.upload_url), { method: 'POST', body: 'longer' })).status).toBe(400);
  expect(await bench.api('files.getUploadURLExternal', { filename: 'x.png' })).toMatchObject({ ok: false });
});

test('a Slack that is away is told as away: nothing was shown, so all of it may be done again', async () => {
  bench.simulator.faults.plan('files.completeUploadExternal', '500');
  await expect(upload()).rejects.toMatchObject({ code: 'unavailable' });
  await upload();
});

const upload = () => files().upload(picture, signal);
