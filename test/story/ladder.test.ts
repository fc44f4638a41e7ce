import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe('climbing', () => {
  test('edits the card and says who is called now in one line, with the time and why', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.advance('PT10M');
    const [card, again, next] = desk.thread(call);
    expect(card?.text).toMatch(/呼び出し中.*森 由紀さん/s);
    expect(again?.text).toMatch(/^12:05 @arai さんへもう一度（5分応答なし）/);
    expect(next?.text).toMatch(/^12:10 @mori さんへ（5分応答なし）/);
    expect([card?.buttons.includes('受領する'), again?.buttons, next?.buttons]).toEqual([
      true,
      [],
      ['受領する'],
    ]);
  });

  test('one tap beside the line acknowledges, and what slipped through is edited', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.advance('PT10M');
    await desk.press('mori', desk.thread(call)[2], '受領する');
    expect(desk.thread(call)[0]?.text).toMatch(/対応中.*森 由紀さん（10分後に受領）/s);
    expect(desk.thread(call)[2]?.buttons).toEqual([]);
    expect(desk.dms('arai').every((dm) => dm.text.includes('対応中'))).toBe(true);
  });

  test('asks the sheet anew: after the handover the person on duty by then is called', async () => {
    await desk.advance('PT21H58M');
    const call = await desk.say('cs', '@Toban 返却できない');
    const before = desk.pinged();
    await desk.advance('PT5M');
    const after = desk.pinged();
    expect(before).toHaveLength(1);
    expect(after).toHaveLength(2);
    expect(after[1]).not.toBe(before[0]);
    expect(desk.thread(call)).toHaveLength(2);
  });

  test('ends by telling whoever asked, once', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.advance('PT30M');
    const last = desk.thread(call).at(-1);
    expect(last?.text).toMatch(/^@cs 呼べる人を全員呼びました/);
    expect(desk.thread(call)[0]?.text).toContain('応答なし');
    await desk.advance('P1D');
    expect(desk.thread(call).at(-1)?.message.ts).toBe(last?.message.ts);
  });
});

describe('whoever has it', () => {
  test('"need 30 min" acknowledges, the thread says until when, and then they are asked', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.press('arai', desk.dms('arai')[0], '対応中・30分ほしい');
    expect(desk.thread(call)[0]?.text).toMatch(/対応中.*新井.*12:30 まで/s);
    await desk.advance('PT30M');
    const question = desk.dms('arai').at(-1);
    expect(question?.text).toContain('その後どうなりましたか');
    expect(question?.buttons).toEqual(['完了にする', 'あと30分ほしい', '対応できない']);
    await desk.press('arai', question, 'あと30分ほしい');
    await desk.advance('PT25M');
    expect(desk.dms('arai')).toHaveLength(2);
    await desk.press('arai', desk.dms('arai').at(-1), '完了にする');
    expect(desk.thread(call)[0]?.text).toContain('完了');
  });

  test('silent after two questions, the next person is called, and the thread says why', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.advance('PT45M');
    expect(desk.pinged()).toEqual(['arai', 'arai', 'arai']);
    expect(desk.thread(call)[0]?.text).toMatch(/状況を確認しています/);
    await desk.advance('PT6M');
    expect(desk.pinged().at(-1)).toBe('mori');
    expect(desk.thread(call).at(-1)?.text).toContain('新井 さくらさんから返事がありません');
  });

  test('a word of theirs in the thread is a sign of life', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.advance('PT20M');
    await desk.reply('arai', call, '調べています');
    await desk.advance('PT20M');
    expect(desk.pinged()).toEqual(['arai']);
  });

  test('gives it back with 対応できない, and the next is called at once', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.press('arai', desk.dms('arai')[0], '対応できない');
    expect(desk.pinged()).toEqual(['arai', 'mori']);
    expect(desk.thread(call)[0]?.text).toMatch(/呼び出し中.*森/s);
  });

  test('hands it on by a reply: the other is mentioned and told, and has it once they acknowledge', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.reply('arai', call, '@Toban 渡す <@U0KATO>');
    expect(desk.thread(call).at(-1)?.text).toMatch(/@kato さんへ（新井 さくらさんから引き継ぎ）/);
    expect(desk.pinged()).toEqual(['arai', 'kato']);
    await desk.press('kato', desk.dms('kato')[0], '受領する');
    expect(desk.thread(call)[0]?.text).toMatch(/対応中.*加藤/s);
  });

  test('a bystander cannot hand it on, and hears why', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.reply('ono', call, '@Toban 渡す <@U0KATO>');
    expect(desk.whispers('ono').join()).toContain('呼ばれているのは');
    expect(desk.pinged()).toEqual(['arai']);
  });
});

test('"I cannot", written instead of pressed, calls the next', async () => {
  const call = await desk.say('cs', '@Toban 返却できない');
  await desk.reply('arai', call, 'すみません、今は対応できません');
  expect(desk.pinged()).toEqual(['arai', 'mori']);
});

test('whoever asked takes it back while nobody has it', async () => {
  const call = await desk.say('cs', '@Toban 返却できない');
  await desk.press('cs', desk.thread(call)[0], '解決したので取り下げる');
  expect(desk.thread(call)[0]?.text).toMatch(/完了.*中村 美咲さんが取り下げ/s);
  await desk.advance('PT1H');
  expect(desk.pinged()).toEqual(['arai']);
});

test('called again after it was done, a new call says that it goes on from the one before', async () => {
  const call = await desk.say('cs', '@Toban 返却できない');
  await desk.press('arai', desk.dms('arai')[0], '受領する');
  await desk.press('arai', desk.dms('arai')[0], '完了にする');
  await desk.advance('PT10M');
  await desk.reply('cs', call, '@Toban まだ返却できない');
  expect(desk.thread(call).at(-1)?.text).toMatch(
    /呼び出し中.*12:00 に完了した呼び出し（新井 さくらさん）の続き/s,
  );
  expect(desk.pinged()).toEqual(['arai', 'arai']);
});
