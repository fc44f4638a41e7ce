import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf } from '../../local/slack/index.ts';
import type { Seen } from './desk.ts';
import { type Oncall, openOncall } from './oncall-desk.ts';

// Tuesday noon: 新井 is on duty until Wednesday 10:00, then 加藤 (for 小野), then 佐藤 from Thursday 10:00.
let oncall: Oncall;
beforeEach(async () => {
  oncall = await openOncall();
});
afterEach(() => oncall.desk.close());

describe('a cover', () => {
  test('is asked for in one line, accepted by one press, and a call then reaches the substitute with the reason', async () => {
    expect(await oncall.type('arai', 'cover @kato 今日18時から22時')).toMatch(
      /依頼しました.*承諾を待っています.*11\/24\(火\) 18:00–22:00 JST 新井 さくらさん → \*加藤 誠さん\*/s,
    );
    expect(oncall.card('kato')?.buttons).toEqual(['引き受ける', '断る']);
    await oncall.desk.advance('PT6H30M');
    expect((await oncall.call()).who).toBe('arai');
    await oncall.desk.press('kato', oncall.card('kato'), '引き受ける');
    expect(oncall.said('arai')).toContain('代理が決まりました（加藤 誠さんが承諾）');
    expect(oncall.said('mori')).toContain('代理が決まりました');
    expect(oncall.desk.channelTexts().join()).toContain('代理が決まりました');
    const { who, thread } = await oncall.call();
    expect(who).toBe('kato');
    expect(thread).toMatch(/代理: 加藤 誠さん（新井 さくらさんの依頼）.*当番表!C\d+（新井さんの代理）/);
    await oncall.desk.advance('PT3H30M');
    expect((await oncall.call()).who).toBe('arai');
  });

  test('is refused: whoever asked hears it, and duty stays with the sheet', async () => {
    await oncall.type('arai', 'cover @kato 13:00-15:00');
    await oncall.desk.press('kato', oncall.card('kato'), '断る');
    expect(oncall.said('arai')).toContain('加藤 誠さんが代理を断りました');
    await oncall.desk.advance('PT1H30M');
    expect((await oncall.call()).who).toBe('arai');
    expect(oncall.card('kato')?.buttons).toEqual([]);
  });

  test('is taken with @me without asking, and the one on duty can take it back at once, in its middle', async () => {
    expect(await oncall.type('kato', 'cover @me 今から3時間')).toContain('決まりました');
    expect((await oncall.call()).who).toBe('kato');
    await oncall.desk.advance('PT1H');
    await oncall.desk.press('arai', oncall.card('arai'), '取り消す');
    expect(oncall.said('kato')).toMatch(/新井 さくらさんが代理を取り消しました.*当番表のとおりに戻りました/s);
    expect(oncall.said('mori')).toContain('代理を取り消しました');
    expect(oncall.desk.channelTexts().join()).toContain('代理を取り消しました');
    expect((await oncall.call()).who).toBe('arai');
  });

  test('is ended by /oncall revoke alone where there is one, and by nobody whom it does not concern', async () => {
    await oncall.type('kato', 'cover @me 今から3時間');
    expect(await oncall.type('sato', 'revoke')).toContain('取り消せる代理はありません');
    await oncall.desk.press('sato', oncall.card('kato'), '取り消す');
    expect(oncall.whispers('U0SATO').join()).toContain('代わる方、代わってもらう方、頼んだ方だけ');
    expect((await oncall.call()).who).toBe('kato');
    expect(await oncall.type('kato', 'revoke')).toContain('取り消しました');
    expect((await oncall.call()).who).toBe('arai');
  });

  test('of two for one time the later stands; when it ends early the earlier counts again', async () => {
    await oncall.type('kato', 'cover @me 13:00-18:00');
    await oncall.type('sato', 'cover @me 14:00-16:00');
    const at = async (duration: string) => {
      await oncall.desk.advance(duration);
      return (await oncall.call()).who;
    };
    expect([await at('PT1H30M'), await at('PT1H')]).toEqual(['kato', 'sato']);
    await oncall.type('sato', 'revoke');
    expect([await at('PT1M'), await at('PT4H')]).toEqual(['kato', 'arai']);
  });

  test('hands over at its times, each once, and a press is not told twice', async () => {
    await oncall.type('kato', 'cover @me 13:00-15:00');
    const notes = () => oncall.desk.channelTexts().filter((text) => text.includes('一次当番:'));
    for (let hour = 0; hour < 4; hour += 1) {
      await oncall.desk.advance('PT1H');
      await oncall.minute();
    }
    expect(oncall.said('kato').match(/始まりました/g)).toHaveLength(1);
    expect(oncall.said('arai').match(/始まりました/g)).toHaveLength(1);
    expect(notes()).toHaveLength(2);
    await oncall.type('kato', 'cover @me 今から2時間');
    await oncall.minute();
    expect(notes()).toHaveLength(2);
    expect(oncall.said('arai').match(/に変わりました/g)).toBeNull();
  });

  test('an hour before its time a request that nobody answered is brought up, and it runs out with its time', async () => {
    await oncall.type('arai', 'cover @kato 18:00-20:00');
    await oncall.desk.advance('PT5H');
    for (const who of ['arai', 'kato'])
      expect(oncall.said(who)).toContain('まだ加藤 誠さんの承諾がありません');
    const reminder = oncall.desk.dms('kato').at(-1);
    expect(reminder?.buttons).toEqual(['引き受ける', '断る']);
    await oncall.desk.advance('PT3H');
    expect(oncall.said('arai')).toContain('承諾がないまま時間が過ぎました');
    expect(oncall.card('kato')?.buttons).toEqual([]);
  });

  test('works while Google is down, and Google being down is said', async () => {
    oncall.desk.system.world.sheets?.faults.set({ kind: 'unavailable' });
    await oncall.type('kato', 'cover @me 今から3時間');
    expect((await oncall.call()).who).toBe('kato');
    await oncall.desk.advance('PT2M');
    expect(await oncall.type('ono', '')).toMatch(
      /加藤 誠さん.*代理（加藤 誠さんの依頼）.*応答がありませんでした/s,
    );
  });
});

describe('two at once', () => {
  test('one accepts while the other revokes: what came first counts, and both hear how it ended', async () => {
    await oncall.type('arai', 'cover @kato 今から3時間');
    const [accept, revoke] = [oncall.card('kato'), oncall.card('arai')];
    const press = (user: string, seen: Seen | undefined, label: string) => {
      const button = seen && buttonsOf(seen.message).find((one) => one.label === label);
      if (!button) throw new Error(`no button ${label}`);
      return oncall.desk.slack.people.press(user, seen.message, button.actionId, button.value);
    };
    await Promise.all([press('U0KATO', accept, '引き受ける'), press('U0ARAI', revoke, '取り消す')]);
    await oncall.desk.system.settle();
    expect((await oncall.call()).who).toBe('arai');
    expect(oncall.said('kato')).toContain('取り消しました');
    for (const who of ['arai', 'kato']) expect(oncall.card(who)?.text).toContain('取り消されました');
  });

  test('an old card of a cover that is over says so in a sentence', async () => {
    await oncall.type('arai', 'cover @kato 今から3時間');
    const old = oncall.card('kato');
    await oncall.type('arai', 'revoke');
    await oncall.desk.press('kato', old, '引き受ける');
    expect(oncall.whispers('U0KATO').join()).toMatch(/もう取り消されている/);
    expect((await oncall.call()).who).toBe('arai');
  });

  test('accepting twice is once', async () => {
    await oncall.type('arai', 'cover @kato 今から3時間');
    const card = oncall.card('kato');
    for (let i = 0; i < 2; i += 1) await oncall.desk.press('kato', card, '引き受ける');
    expect(oncall.said('arai').match(/代理が決まりました/g)).toHaveLength(1);
  });
});

describe('a swap', () => {
  test('changes two shifts by one press of the other, and is undone as one', async () => {
    expect(await oncall.type('arai', 'swap 11/24 @sato 11/26')).toContain('交代の依頼');
    await oncall.desk.press('sato', oncall.card('sato'), '引き受ける');
    expect((await oncall.call()).who).toBe('sato');
    expect(await oncall.type('ono', 'who 11/26 12:00')).toContain('新井 さくらさん');
    await oncall.type('arai', 'revoke');
    expect((await oncall.call()).who).toBe('arai');
    expect(await oncall.type('ono', 'who 11/26 12:00')).toContain('佐藤 花さん');
  });

  test.each([
    ['swap @sato 11/24 11/26', '交代の依頼'],
    ['swap 今日 @sato 11/26 mobility', '交代の依頼'],
    ['swap @arai 今日 @sato 11/26', '交代の依頼'],
    ['swap @sato', '両方を書いてください'],
    ['swap 11/24 11/26', '相手を @ で選んでください'],
    ['swap 11/25 @sato 11/26', '「11/25」の新井 さくらさんの当番が当番表に見つかりません'],
    ['swap 11/24 @sato 13/45', '13/45'],
  ])('%s: %s', async (text, sentence) => {
    expect(await oncall.type('arai', text)).toContain(sentence);
  });
});

describe('whose word is needed', () => {
  test('of who gives, where the rota says so: nobody takes a duty away unasked', async () => {
    await oncall.desk.close();
    oncall = await openOncall('giver');
    await oncall.type('kato', 'cover @me 今から3時間');
    expect((await oncall.call()).who).toBe('arai');
    expect(oncall.card('arai')?.buttons).toEqual(['承諾する', '断る']);
    await oncall.desk.press('arai', oncall.card('arai'), '承諾する');
    expect((await oncall.call()).who).toBe('kato');
  });

  test.each([
    ['none', '決まりました', [] as string[]],
    ['giver', '決まりました', []],
    ['both', '承諾を待っています', ['kato']],
  ] as const)('%s', async (accept, sentence, who) => {
    await oncall.desk.close();
    oncall = await openOncall(accept);
    expect(await oncall.type('arai', 'cover @kato 今から3時間')).toContain(sentence);
    for (const name of who) await oncall.desk.press(name, oncall.card(name), '引き受ける');
    expect((await oncall.call()).who).toBe('kato');
  });
});
