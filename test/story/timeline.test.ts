import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, type SimMessage } from '../../local/slack/index.ts';
import type { Desk } from './desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

let incident: RoomDesk;
let desk: Desk;
beforeEach(async () => {
  incident = await openRoomDesk();
  desk = incident.desk;
  await incident.declareFromCall();
});
afterEach(() => desk.close());

/** The timeline as `/incident timeline` answers it, without its head. */
async function timeline(user = 'U0ARAI', channel = incident.room, text = 'timeline'): Promise<string[]> {
  await incident.command(user, channel, text);
  return incident
    .answer(user === 'U0CS' ? 'cs' : 'arai')
    .split('\n')
    .slice(1);
}
const told = async (part: string) => (await timeline()).filter((line) => line.includes(part));

async function say(user: string, text: string, threadTs: string | null = null): Promise<SimMessage> {
  const message = desk.slack.people.say(user, incident.room, text, threadTs);
  await desk.system.settle();
  return message;
}
async function pin(user: string, message: SimMessage): Promise<void> {
  desk.slack.people.react(user, message, 'pushpin');
  await desk.system.settle();
}

describe('a message on the timeline', () => {
  test('📌 puts it there at its own time, with its author, names for ids, its files and a link', async () => {
    const message = desk.slack.people.share('U0ARAI', incident.room, '<@U0CS> の件、ログです', ['app.log']);
    await desk.system.settle();
    await desk.advance('PT7M');
    await incident.command('U0ARAI', incident.room, 'cs +1');
    await pin('U0CS', message);
    const lines = await timeline();
    const at = lines.findIndex((line) => line.includes('ログです'));
    expect(lines[at]).toMatch(
      /^`12:00` <https:.*\|新井 さくらさん: @.*の件、ログです · ファイル: app\.log · .*が記録>/,
    );
    expect(lines[at]).not.toContain('U0CS');
    // What happened after the message, though before the pin, stands after it.
    expect(lines.slice(at + 1).join()).toContain('問い合わせを1件加えた');
  });

  test('a reply in a thread too; and only in the room of an incident', async () => {
    const head = await say('U0ARAI', '調べます');
    await pin('U0CS', await say('U0ARAI', '原因は証明書でした', head.ts));
    const elsewhere = await desk.say('cs', 'お昼です');
    await pin('U0CS', elsewhere);
    expect(await told('証明書')).toHaveLength(1);
    expect(await told('お昼')).toEqual([]);
  });

  test('taking 📌 away takes it off, but only when nobody else has put one; put back, it is there again', async () => {
    const message = await say('U0ARAI', '再起動しました');
    await pin('U0ARAI', message);
    await pin('U0CS', message);
    desk.slack.people.unreact('U0ARAI', message, 'pushpin');
    await desk.system.settle();
    expect(await told('再起動')).toHaveLength(1);
    desk.slack.people.unreact('U0CS', message, 'pushpin');
    await desk.system.settle();
    expect(await told('再起動')).toEqual([]);
    await pin('U0CS', message);
    expect(await told('再起動')).toHaveLength(1);
  });

  test('its edits are followed, and its deletion leaves the line but not the words', async () => {
    const message = await say('U0ARAI', '12時5分に再起動');
    await pin('U0CS', message);
    await desk.edit(message, '12時15分に再起動');
    expect(await told('12時5分')).toEqual([]);
    expect(await told('12時15分')).toEqual([expect.stringContaining('編集済み')]);
    desk.slack.people.delete(message);
    await desk.system.settle();
    expect(await told('12時15分')).toEqual([]);
    expect(await told('メッセージは削除されました')).toHaveLength(1);
  });

  test('the head of a thread, deleted, is followed as well', async () => {
    const head = await say('U0ARAI', '秘密の電話番号');
    await say('U0CS', '返信', head.ts);
    await pin('U0CS', head);
    desk.slack.people.delete(head);
    await desk.system.settle();
    expect(await told('電話番号')).toEqual([]);
  });

  test('what Slack delivers twice, or in the wrong order, ends as the message says', async () => {
    desk.slack.events.duplicates = 2;
    const message = await say('U0ARAI', '復旧しました');
    desk.slack.people.react('U0CS', message, 'pushpin');
    desk.slack.people.unreact('U0CS', message, 'pushpin');
    desk.slack.people.react('U0CS', message, 'pushpin');
    await desk.system.settle();
    expect(await told('復旧しました')).toHaveLength(1);
  });

  test('hostile words stay words', async () => {
    await pin('U0CS', await say('U0ARAI', '<!channel> *太字* <https://evil.example|銀行>'));
    const [line] = await told('太字');
    expect(line).toContain('@channel');
    expect(line).not.toMatch(/<!channel>|<https:\/\/evil/);
  });
});

describe('by the menu of a message', () => {
  test('it is added without 📌, the answer says so and takes it back', async () => {
    const message = await say('U0ARAI', '鍵を交換しました');
    await desk.slack.people.shortcut('U0CS', 'add_to_timeline', message);
    await desk.system.settle();
    expect(incident.answer('cs')).toContain('INC-1 のタイムラインに加えました');
    expect(await told('鍵を交換')).toHaveLength(1);
    const answer = incident.state.messages.filter(({ onlyFor }) => onlyFor === 'U0CS').at(-1) as SimMessage;
    const [button] = buttonsOf(answer);
    await desk.slack.people.press('U0CS', answer, button?.actionId ?? '', button?.value);
    await desk.system.settle();
    expect(await told('鍵を交換')).toEqual([]);
  });

  test('the thread of the call that became the incident belongs to it; anywhere else says what to do', async () => {
    const call = incident.state.messages.find(({ text }) => text.includes('返却できない')) as SimMessage;
    await desk.slack.people.shortcut('U0CS', 'add_to_timeline', call);
    await desk.system.settle();
    expect(await told('さん: @')).toEqual([expect.stringContaining('返却できないお客様')]);
    const other = await desk.say('cs', '別の話');
    await desk.slack.people.shortcut('U0CS', 'add_to_timeline', other);
    await desk.system.settle();
    expect(incident.answer('cs')).toContain('/incident note INC-7');
  });
});

describe('a note', () => {
  test('stands at the time it is about, from any channel', async () => {
    await desk.advance('PT30M');
    await incident.command('U0CS', 'C0CSHELP', 'note INC-1 11:55 お客様から最初の電話');
    expect(incident.answer('cs')).toContain('11:55');
    expect((await timeline())[0]).toMatch(/^`11:55` U0CS|^`11:55` .*さん: お客様から最初の電話/);
    await incident.command('U0CS', incident.room, 'note');
    expect(incident.answer('cs')).toContain('続けて書いてください');
  });
});

test('a private incident shows its timeline to its members only', async () => {
  await incident.declare('U0SRELEAD', { title: '個人情報の疑い', kind: ['private'] });
  await incident.command('U0CS', 'C0CSHELP', 'timeline INC-2');
  expect(incident.answer('cs')).not.toContain('個人情報');
});
