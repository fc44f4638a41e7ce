import { describe, expect, test } from 'vitest';
import {
  asked,
  logged,
  pressed,
  published,
  said,
  send,
  submitted,
  typed,
  urls,
  useEdge,
  world,
} from './edge-desk.ts';

useEdge();

describe.each([
  ['functions-framework', 0],
  ['node:http', 1],
])('the edge on %s', (_name, index) => {
  const base = () => urls[index] ?? '';

  const command = (name: string) =>
    send(base(), new URLSearchParams({ ...typed, command: name }).toString(), { path: '/slack/commands' });

  test('hands a command on, and answers nothing of its own', async () => {
    const answer = await command('/toban');
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(published).toEqual([
      { kind: 'slack', inbound: expect.objectContaining({ type: 'command', modal: null, text: 'call' }) },
    ]);
    expect(asked).toEqual([]);
  });

  test('a command that was not accepted says so to who typed it, in both languages', async () => {
    world.busDown = true;
    expect(await (await command('/toban')).json()).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringMatching(/もう一度.*\n.*try again/s),
    });
  });

  test('opens a loading modal first, and hands on where to find it', async () => {
    expect((await command('/incident')).status).toBe(200);
    expect(asked).toEqual([expect.stringMatching(/^views\.open trigger_id=1\.2\.t&view=.*読み込んで/s)]);
    const [message] = published as { inbound: { modal: string } }[];
    expect(asked.join()).toContain(`"external_id":"${message?.inbound.modal}"`);
  });

  test('a modal that nobody will fill says so itself', async () => {
    world.busDown = true;
    expect(await (await command('/incident')).text()).toBe('');
    expect(asked.at(-1)).toMatch(/^views\.update external_id=toban-.*もう一度操作してください/s);
  });

  test('a trigger that is too old is said, and nothing is handed on', async () => {
    world.slack = 'expired';
    expect(await (await command('/incident')).json()).toMatchObject({ response_type: 'ephemeral' });
    expect(published).toEqual([]);
  });

  test('without an answer from Slack the gesture goes on: the modal may well be open', async () => {
    world.slack = 'late';
    expect((await command('/incident')).status).toBe(200);
    expect(published).toHaveLength(1);
  });

  test('a submitted modal is checked at once, and keeps what was typed', async () => {
    const submit = (value: string | null) =>
      send(base(), submitted({ title: { a: { value } } }), { path: '/slack/interactivity' });
    expect(await (await submit(null)).json()).toEqual({
      response_action: 'errors',
      errors: { title: '題名を入れてください。' },
    });
    expect(published).toEqual([]);
    expect(await (await submit('返却できない')).text()).toBe('');
    expect(published).toHaveLength(1);
    world.busDown = true;
    expect(await (await submit('返却できない')).json()).toMatchObject({
      response_action: 'errors',
      errors: { title: expect.stringContaining('もう一度') },
    });
  });

  test('tells the person who pressed a button when it was not accepted', async () => {
    world.busDown = true;
    const answer = await send(base(), pressed(`${urls[2]}/respond`), { path: '/slack/interactivity' });
    expect(answer.status).toBe(503);
    expect(said).toEqual([expect.stringContaining('もう一度操作してください')]);
  });

  test('sends no answer to a host that is not Slack', async () => {
    world.busDown = true;
    await send(base(), pressed('http://169.254.169.254/computeMetadata'), { path: '/slack/interactivity' });
    expect(logged.join()).toContain('not-accepted-unsaid');
  });
});
