import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe('support asks for help', () => {
  test('exactly the person on duty is called, in the thread and by direct message, with the reason', async () => {
    const call = await desk.say('cs', '@Toban 返却できないお客様がいます');
    const [card] = desk.thread(call);
    expect(card?.text).toContain('呼び出し中');
    expect(card?.text).toContain('新井');
    expect(card?.text).toMatch(/当番表!C\d+/);
    expect(card?.text).toMatch(/次: \d\d:\d\d /);
    expect(card?.text).toMatch(/\d\d:\d\d:\d\d に確認/);
    expect(card?.text).toContain('返却できないお客様がいます');
    expect(card?.buttons).toEqual([
      '受領する',
      '対応できない',
      'インシデントにする',
      '対応中・30分ほしい',
      'ほかの人に渡す',
      '自分が対応する',
      '解決したので取り下げる',
    ]);
    expect(
      desk
        .dms('arai')
        .map((dm) => dm.text)
        .join(),
    ).toContain('返却できないお客様がいます');
    expect(desk.pinged()).toEqual(['arai']);
    expect(desk.reactions(call)).toEqual(['eyes']);
  });

  test.each([
    ['a watched user group', '<!subteam^S0ONCALL> 助けて'],
    ['a keyword, in any width', 'お客様がお待ちです。至急お願いします'],
  ])('%s calls too', async (_what, text) => {
    await desk.say('cs', text);
    expect(desk.pinged()).toEqual(['arai']);
  });

  test('talk that calls nobody is left alone', async () => {
    const message = await desk.say('cs', 'おはようございます');
    expect(desk.thread(message)).toEqual([]);
    expect(desk.pinged()).toEqual([]);
  });

  test('repeats, twins, late and reordered deliveries make one call', async () => {
    desk.slack.events.duplicates = 3;
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.advance('PT10S');
    expect(desk.thread(call)).toHaveLength(1);
    expect(desk.dms('arai')).toHaveLength(1);
  });

  test('mentions inside the request do not fire again', async () => {
    const call = await desk.say('cs', '@Toban <!channel> <@U0ONO> <!here> も見てください');
    expect(desk.pinged()).toEqual(['arai']);
    expect(JSON.stringify(desk.thread(call)[0]?.message)).not.toMatch(/<!(channel|here)|<@U0ONO/);
    expect(desk.notified()).toEqual(['arai']);
  });

  test('an edit does not call again, and an edit that adds the mention calls once', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.edit(call, '@Toban 返却できないお客様がいます');
    expect(desk.thread(call)).toHaveLength(1);
    const talk = await desk.say('cs', '返却できない');
    await desk.edit(talk, '@Toban 返却できない');
    expect(desk.thread(talk)).toHaveLength(1);
  });

  test('a form that the route accepts calls, another bot does not', async () => {
    const form = await desk.botSays('B0FORM', '新しい問い合わせがあります');
    const other = await desk.botSays('B0OTHER', '@Toban 至急');
    expect(desk.thread(form)).toHaveLength(1);
    expect(desk.thread(other)).toHaveLength(0);
  });

  test('40,000 characters are quoted in 300, with a link to the rest', async () => {
    const call = await desk.say('cs', `@Toban ${'困'.repeat(39_000)}`);
    const text = desk.thread(call)[0]?.text ?? '';
    expect(text.length).toBeLessThan(1_500);
    expect(text).toContain('全文を見る');
  });

  test('the next call goes to whom the sheet names by then', async () => {
    desk.typeToday('小野');
    await desk.advance('PT2S');
    await desk.say('cs', '@Toban 返却できない');
    expect(desk.pinged()).toEqual(['ono']);
  });
});

describe('who is called answers', () => {
  test.each([
    'button in the thread',
    'button in the direct message',
    '✅ on the request',
    '✅ on the direct message',
    'reply in the thread',
    'reply in the direct message',
  ])('by %s: the card shows who and after how long, and nobody more is called', async (way) => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.advance('PT2M');
    const dm = desk.dms('arai')[0];
    const card = desk.thread(call)[0];
    if (way === 'button in the thread') await desk.press('arai', card, '受領する');
    if (way === 'button in the direct message') await desk.press('arai', dm, '受領する');
    if (way === '✅ on the request') await desk.react('arai', call, 'white_check_mark');
    if (way === '✅ on the direct message') await desk.react('arai', dm, 'white_check_mark');
    if (way === 'reply in the thread') await desk.reply('arai', call, '見ます');
    if (way === 'reply in the direct message') await desk.replyDm('arai', '見ます');
    expect(desk.thread(call)[0]?.text).toMatch(/対応中.*新井.*2分後に受領/s);
    expect(desk.dms('arai')[0]?.text).toContain('対応中');
    expect(desk.reactions(call)).toEqual(['white_check_mark']);
    // Half an hour later they are asked how it goes; see ladder.test.ts.
    await desk.advance('PT25M');
    expect(desk.pinged()).toEqual(['arai']);
  });

  test('twice is harmless', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    const card = desk.thread(call)[0];
    const dm = desk.dms('arai')[0];
    await desk.press('arai', card, '受領する');
    await desk.press('arai', dm, '受領する');
    await desk.react('arai', call, 'white_check_mark');
    expect(desk.thread(call).map((post) => post.user)).toEqual(['toban']);
  });

  test('the asker goes on talking, and a bystander talks: neither acknowledges', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.reply('cs', call, '車両番号は A-1023 です');
    await desk.reply('ono', call, 'がんばって');
    await desk.react('cs', call, 'white_check_mark');
    expect(desk.thread(call)[0]?.text).toContain('呼び出し中');
  });

  test('a bystander who presses 受領する is told how to take it, and takes it by 自分が対応する', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.press('ono', desk.thread(call)[0], '受領する');
    expect(desk.whispers('ono').join()).toContain('自分が対応する');
    expect(desk.thread(call)[0]?.text).toContain('呼び出し中');
    const dm = desk.dms('arai')[0];
    await desk.press('ono', desk.thread(call)[0], '自分が対応する');
    expect(desk.thread(call)[0]?.text).toMatch(/対応中.*小野.*引き受け/s);
    await desk.press('arai', dm, '受領する');
    expect(desk.whispers('arai').join()).toMatch(/すでに.*小野|操作は要りません/s);
  });

  test('"I cannot" calls the fallback at once', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.press('arai', desk.dms('arai')[0], '対応できない');
    expect(desk.pinged()).toEqual(['arai', 'mori']);
    expect(desk.thread(call)).toHaveLength(2);
    expect(desk.thread(call)[0]?.text).toContain('森');
  });

  test('done: anyone concerned ends it, and the card says after how long', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.advance('PT14M');
    await desk.press('cs', desk.thread(call)[0], '完了にする');
    expect(desk.thread(call)[0]?.text).toMatch(/完了.*14分.*新井/s);
    expect(desk.thread(call)[0]?.buttons).toEqual([]);
  });
});

describe('a second call in the thread', () => {
  test('pings the same person again, at most once a minute, and never makes another call', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.reply('cs', call, '@Toban まだですか');
    expect(desk.whispers('cs').join()).toContain('呼んだばかり');
    await desk.advance('PT1M');
    await desk.reply('cs', call, '@Toban まだですか');
    expect(desk.thread(call).filter((post) => post.user === 'toban')).toHaveLength(2);
    expect(desk.pinged()).toEqual(['arai', 'arai']);
  });

  test('once acknowledged it says who has it and pings that one', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.advance('PT2M');
    await desk.reply('cs', call, '@Toban どうですか');
    expect(desk.thread(call).at(-1)?.text).toMatch(/arai.*対応中/s);
  });

  test('a call inside a thread without one is a call, answered there', async () => {
    const talk = await desk.say('cs', '相談です');
    await desk.reply('cs', talk, '@Toban 返却できない');
    expect(desk.thread(talk).some((post) => post.text.includes('呼び出し中'))).toBe(true);
    expect(desk.pinged()).toEqual(['arai']);
  });
});

describe('the ladder', () => {
  test('goes on until somebody answers, and says in the end that nobody did', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.advance('PT5M');
    expect(desk.pinged()).toEqual(['arai', 'arai']);
    await desk.advance('PT5M');
    expect(desk.pinged()).toEqual(['arai', 'arai', 'mori']);
    await desk.advance('PT5M');
    expect(desk.pinged()).toEqual(['arai', 'arai', 'mori', 'cto']);
    await desk.advance('PT5M');
    expect(desk.thread(call).at(-1)?.text).toContain('受領がありません');
    await desk.advance('P1D');
    expect(desk.pinged()).toHaveLength(4);
  });
});
