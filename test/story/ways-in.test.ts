import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const command = async (user: string, channel: string, text: string) => {
  const { status } = await desk.slack.people.command(user, channel, '/toban', text);
  expect(status).toBe(200);
  await desk.system.settle();
};
/** What Toban itself posted in the help channel, threads left out. */
const roots = () =>
  desk.slack.workspace.state.messages.filter(
    (message) =>
      message.channel === 'C0CSHELP' &&
      message.onlyFor === null &&
      message.user === 'U0TOBAN' &&
      message.threadTs === null,
  );
const answers = (user: string) =>
  desk.slack.workspace.state.messages.filter((message) => message.onlyFor === user).map(({ text }) => text);

describe('/toban call', () => {
  test('from another channel calls in the help channel, in the name of whoever asked', async () => {
    await command('U0ONO', 'C0MOBILITY', 'call 返却できないお客様がいます <!channel>');
    const [root] = roots();
    if (!root) throw new Error('nothing was posted');
    const [card] = desk.thread(root);
    expect(JSON.stringify(root)).toContain('<@U0ONO> さんからの依頼');
    expect(JSON.stringify([root, card?.message])).not.toContain('<!channel>');
    expect(card?.text).toMatch(/呼び出し中.*新井.*返却できないお客様/s);
    expect(desk.pinged()).toEqual(['arai']);
    expect(answers('U0ONO').join()).toContain('当番を呼びます');
  });

  test('delivered twice, one after the other, makes one call', async () => {
    await desk.close();
    desk = await openDesk({ chaos: { seed: 3, duplicates: 1, maxLatencyMs: 0, reorder: false } });
    await command('U0ONO', 'C0CSHELP', 'call 返却できない');
    await desk.advance('PT1M');
    expect(roots()).toHaveLength(1);
    expect(desk.pinged()).toEqual(['arai']);
  });

  test('without words asks for them, and calls nobody', async () => {
    await command('U0ONO', 'C0CSHELP', 'call');
    expect(answers('U0ONO').join()).toContain('困っていることを続けて');
    expect(desk.pinged()).toEqual([]);
  });

  test('where Toban cannot post says what to do', async () => {
    const channel = desk.slack.workspace.channel('C0CSHELP');
    if (!channel) throw new Error('no help channel');
    desk.slack.people.kick(channel, 'U0TOBAN');
    await command('U0ONO', 'C0CSHELP', 'call 返却できない');
    expect(
      desk
        .dms('ono')
        .map(({ text }) => text)
        .join(),
    ).toContain('/invite @Toban');
    expect(desk.notified()).toEqual(['ono']);
  });
});

test('/toban who says whom a call would reach and when, and calls nobody', async () => {
  await command('U0ONO', 'C0CSHELP', 'who');
  const said = answers('U0ONO').join();
  expect(said).toMatch(/12:00 新井 さくらさん（当番表!C\d+）.*12:05 新井.*12:10 森 由紀さん.*12:15 岡田/s);
  expect(desk.pinged()).toEqual([]);
});

test('/toban alone says how to call, in the language of whoever asks', async () => {
  await command('U0ALICE', 'C0CSHELP', '');
  expect(answers('U0ALICE').join()).toContain('Call the person on duty');
});

describe('the shortcut on a message', () => {
  test('does the same as a mention, once however often it is used', async () => {
    const talk = await desk.say('cs', '返却できないお客様がいます');
    for (const user of ['U0ONO', 'U0CS']) {
      expect((await desk.slack.people.shortcut(user, 'call_for_help', talk)).status).toBe(200);
      await desk.system.settle();
    }
    expect(desk.thread(talk)).toHaveLength(1);
    expect(desk.thread(talk)[0]?.text).toMatch(/呼び出し中.*新井.*返却できないお客様/s);
    expect(desk.pinged()).toEqual(['arai']);
  });
});

test('a call is handed on by the modal that its menu opens', async () => {
  const call = await desk.say('cs', '@Toban 返却できない');
  await desk.press('arai', desk.dms('arai')[0], 'ほかの人に渡す');
  const view = desk.slack.workspace.state.views.find(
    (one) => one.user === 'U0ARAI' && one.callbackId === 'call_hand',
  );
  if (!view) throw new Error('no modal was filled');
  await desk.slack.people.submit('U0ARAI', view, { person: { person: 'U0KATO' } });
  await desk.system.settle();
  expect(desk.pinged()).toEqual(['arai', 'kato']);
  expect(desk.thread(call).at(-1)?.text).toContain('@kato さんへ（新井 さくらさんから引き継ぎ）');
});
