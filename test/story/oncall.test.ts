import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf } from '../../local/slack/index.ts';
import { type Oncall, openOncall } from './oncall-desk.ts';

// Tuesday noon: 新井 is on duty until Wednesday 10:00, then 加藤 (for 小野), then 佐藤 from Thursday 10:00.
let oncall: Oncall;
beforeEach(async () => {
  oncall = await openOncall();
});
afterEach(() => oncall.desk.close());

const answersTo = (user: string) =>
  oncall.desk.slack.workspace.state.messages.filter((message) => message.onlyFor === user);
const pressAnswer = async (user: string, label: string) => {
  const message = answersTo(user).at(-1);
  const button = message && buttonsOf(message).find((one) => one.label === label);
  if (!button) throw new Error(`no button ${label}`);
  await oncall.desk.slack.people.press(user, message, button.actionId, button.value);
  await oncall.desk.system.settle();
};
const form = (user: string, callbackId: string) => {
  const found = oncall.desk.slack.workspace.state.views.find(
    (view) => view.user === user && view.callbackId === callbackId,
  );
  if (!found) throw new Error('no form was filled');
  return found;
};

describe('/oncall', () => {
  test('says who is on duty, until when with the zone, which cell says so, and who is next', async () => {
    expect(await oncall.type('U0CS', '')).toMatch(
      /車両オンコール.*一次当番: \*新井 さくらさん\* · 11\/25\(水\) 10:00 JST まで · .*当番表!C\d+.*次: \*加藤 誠さん\*/s,
    );
  });

  test('speaks the language of whoever asks', async () => {
    expect(await oncall.type('U0ALICE', '')).toMatch(/Primary: .* until Wed 11\/25 10:00 JST.*Next: /s);
    expect(await oncall.type('U0ALICE', 'cover')).toMatch(/Choose who takes over.*tomorrow 6pm to 10pm/s);
  });

  test('answers from the last good copy with its age while Google is slow', async () => {
    await oncall.minute();
    oncall.desk.system.world.sheets?.faults.set({ kind: 'slow', delayMs: 10_000 });
    await oncall.desk.advance('PT5M');
    const began = performance.now();
    const answer = await oncall.type('U0CS', '');
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(answer).toMatch(/新井 さくらさん.*分前に読めた内容/s);
  });

  test('preview says what was understood, covers too; check says what is wrong, with the cell', async () => {
    await oncall.type('kato', 'cover @me 18:00-20:00');
    expect(await oncall.type('U0CS', 'preview 3d')).toMatch(
      /これから 3 日.*12:00 JST– \*新井.*18:00 JST– \*加藤 誠さん\* · 代理（加藤 誠さんの依頼）.*20:00 JST– \*新井/s,
    );
    oncall.desk.typeToday('高橋');
    await oncall.desk.advance('PT2M');
    expect(await oncall.type('U0CS', 'check')).toMatch(/🟧 当番表!C\d+ の「高橋」さんが見つかりません/);
  });

  test('who goes by the sheet of that time for the past, and counts the covers of then', async () => {
    await oncall.type('kato', 'cover @me 今から1時間');
    await oncall.desk.advance('PT3H');
    oncall.desk.typeToday('佐藤');
    await oncall.minute();
    await oncall.minute();
    expect(await oncall.type('U0CS', 'who 11/24 12:30')).toMatch(/加藤 誠さん.*当時の当番表/s);
    expect(await oncall.type('U0CS', 'who 11/24 14:00')).toMatch(/新井 さくらさん.*当時の当番表/s);
    expect(await oncall.type('U0CS', 'who 11/24 23:00')).toContain('佐藤 花さん');
    expect(await oncall.type('U0CS', 'who 2026-01-01 9:00')).toContain('残っていません');
  });

  test('list shows what stands and waits, with a button for those who may end it', async () => {
    await oncall.type('arai', 'cover @kato 18:00-20:00');
    await oncall.type('sato', 'cover @me 21:00-22:00');
    expect(await oncall.type('arai', 'list')).toMatch(/代理の依頼.*承諾待ち.*代理が決まっています/s);
    await pressAnswer('U0ARAI', '取り消す');
    expect(await oncall.type('arai', 'list')).not.toContain('代理の依頼');
    expect(await oncall.type('ono', 'list')).toContain('代理が決まっています');
    const shown = answersTo('U0ONO').at(-1);
    expect(shown && buttonsOf(shown)).toEqual([]);
  });
});

describe('what cannot be read or done is said with an example, and changes nothing', () => {
  test.each([
    ['代理をお願い', '「代理をお願い」という使い方はありません'],
    ['cover', '代わる人を @ で選んでください'],
    ['cover @kato', '時間を書いてください'],
    ['cover @kato 18時', 'いつまでか分かりません'],
    ['cover @kato 25時頃のどこか', '時間として読めません'],
    ['cover @kato 03/04/2027 18:00-19:00', '二通りの日付'],
    ['cover @kato 2/30 18:00-19:00', 'という日はありません'],
    ['cover @kato 22:00-22:00', '11/24(火) 22:00–11/25(水) 22:00 JST'],
    ['cover @kato 11/24 9:00-10:00', 'もう過ぎた時間です'],
    ['cover @kato 11/27 18:00-11/26 18:00', '終わりが始まりより前です'],
    ['cover @kato 12/1 0:00-1/15 0:00', '31日を超えています'],
    ['cover @kato @sato 18:00-19:00', '一人だけ'],
    ['cover @yamamoto 18:00-19:00', '「@yamamoto」さんが Slack に見つかりません'],
    ['cover <@U0GONE> 18:00-19:00', '林 進さんのアカウントは停止されています'],
    ['cover <@U0SOLO> 18:00-19:00', '一つのチャンネルだけのゲスト'],
    ['cover <@U0FORM> 18:00-19:00', 'アプリなので当番になれません'],
    ['cover <@U0NOBODY> 18:00-19:00', 'Slack で確かめられません'],
    ['cover @me 18:00-19:00', 'もともと'],
    ['preview 0d', '日数として読めません'],
    ['preview 1000', '日数として読めません'],
    ['who そのうち', '時間として読めません'],
    ['cover <!channel> 18:00-19:00', '見つかりません'],
  ])('%s', async (text, sentence) => {
    const answer = await oncall.type('arai', text);
    expect(answer).toContain(sentence);
    expect(answer).not.toContain('<!channel>');
  });

  test('full-width digits, Reiwa dates and hours after midnight are read', async () => {
    for (const time of ['１８：００－２２：００', '令和8年11月25日 10:00-11:00', '24:00-25:00'])
      expect(await oncall.type('arai', `cover @sato ${time}`)).toContain('依頼しました');
  });
});

test('a command that arrives twice asks once', async () => {
  await oncall.desk.close();
  oncall = await openOncall('taker', { chaos: { seed: 3, duplicates: 1, maxLatencyMs: 0, reorder: false } });
  await oncall.type('arai', 'cover @kato 18:00-20:00');
  await oncall.desk.advance('PT1M');
  expect(oncall.desk.dms('kato')).toHaveLength(1);
  await oncall.desk.press('kato', oncall.card('kato'), '引き受ける');
  expect(oncall.said('arai').match(/代理が決まりました/g)).toHaveLength(1);
});

describe('for those who do not type', () => {
  test('the buttons of /oncall open a form; sent, it asks like the command', async () => {
    await oncall.type('arai', '');
    await pressAnswer('U0ARAI', '代理を頼む');
    const at = (time: string) => Date.parse(`2026-11-24T${time}:00+09:00`) / 1_000;
    const values = (start: string, end: string) => ({
      rota: { value: 'mobility' },
      taker: { value: 'U0KATO' },
      start: { value: at(start) },
      end: { value: at(end) },
      column: { value: 'primary' },
    });
    const wrong = await oncall.desk.slack.people.submit(
      'U0ARAI',
      form('U0ARAI', 'oncall_cover'),
      values('18:00', '17:00'),
    );
    expect(wrong.errors).toMatchObject({ end: expect.stringContaining('終わりは始まりより後') });
    await oncall.desk.slack.people.submit('U0ARAI', form('U0ARAI', 'oncall_cover'), values('18:00', '20:00'));
    await oncall.desk.system.settle();
    expect(oncall.card('kato')?.text).toContain('11/24(火) 18:00–20:00 JST');
    expect(oncall.card('kato')?.buttons).toEqual(['引き受ける', '断る']);
  });

  test('a day without hours is shown as it was understood, and counts when it is pressed', async () => {
    expect(await oncall.type('kato', 'cover @sato 明日')).toContain('11/25(水) 10:00–11/26(木) 10:00 JST');
    expect(oncall.card('sato')).toBeUndefined();
    const answer = answersTo('U0KATO').at(-1);
    const button = answer && buttonsOf(answer)[0];
    if (!answer || !button) throw new Error('no button');
    const { people } = oncall.desk.slack;
    for (let i = 0; i < 2; i += 1)
      await people.press('U0KATO', answer, button.actionId, button.value).catch(() => undefined);
    await oncall.desk.system.settle();
    expect(oncall.card('sato')?.text).toContain('11/25(水) 10:00–11/26(木) 10:00 JST');
    expect(oncall.desk.dms('sato')).toHaveLength(1);
  });

  test('a swap by form', async () => {
    await oncall.type('arai', '');
    await pressAnswer('U0ARAI', '交代');
    await oncall.desk.slack.people.submit('U0ARAI', form('U0ARAI', 'oncall_swap'), {
      rota: { value: 'mobility' },
      mine: { value: '今日' },
      other: { value: 'U0SATO' },
      theirs: { value: '11/26' },
    });
    await oncall.desk.system.settle();
    expect(oncall.card('sato')?.text).toContain('交代の依頼');
  });
});
