import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dmOf, type SimMessage } from '../../local/slack/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';

/** A message to the app itself. */
async function tell(desk: Desk, user: string, text: string): Promise<SimMessage> {
  const message = desk.slack.people.say(user, dmOf(user), text);
  await desk.system.settle();
  return message;
}
const text = (desk: Desk, of: SimMessage): string =>
  desk
    .thread(of)
    .map((seen) => seen.text.replaceAll('*', ''))
    .join('\n');
/** To whom a call was told, or told again: the question to its writer wakes nobody else. */
const called = (desk: Desk): string[] =>
  desk.slack.workspace.state.messages
    .filter(({ metadata }) => /esc_[0-9a-f]{32}\/(nudge-)?dm-/.test(JSON.stringify(metadata)))
    .map(({ channel }) => ['U0ARAI', 'U0SRELEAD', 'U0CTO'].find((user) => dmOf(user) === channel) ?? channel);

describe('with one route', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  test('a direct message calls at once, and shows in its thread who has it', async () => {
    const call = await tell(desk, 'U0CS', '返却できないお客様がいます');
    expect(text(desk, call)).toMatch(/呼び出し中 · 新井 さくらさん.*返却できないお客様/s);
    expect(called(desk)).toEqual(['U0ARAI']);
    expect(desk.reactions(call)).toEqual(['eyes']);
    const [copy] = desk.dms('arai');
    expect(copy?.text).toMatch(/返却できないお客様.*@cs さんから DM での依頼/s);
    // Her copy leads nowhere that she could not open.
    expect(JSON.stringify(copy?.message.blocks)).not.toContain(dmOf('U0CS'));

    await desk.press('arai', copy, '受領する');
    expect(text(desk, call)).toContain('対応中 · 新井 さくらさん');
    expect(desk.reactions(call)).toEqual(['white_check_mark']);
    expect(called(desk)).toEqual(['U0ARAI']);
  });

  test('a guest who is in no channel with Toban calls in the same way', async () => {
    const call = await tell(desk, 'U0GUEST2', '車両が動きません');
    expect(text(desk, call)).toMatch(/呼び出し中 · 新井.*車両が動きません/s);
    expect(called(desk)).toEqual(['U0ARAI']);
  });

  test('hostile words fire nothing, and reach the person called whole', async () => {
    const words = `<!channel> <@U0CTO> <script>*太字* ${'あ'.repeat(900)} 終わり`;
    await tell(desk, 'U0CS', words);
    expect(called(desk)).toEqual(['U0ARAI']);
    expect(desk.notified().sort()).toEqual(['arai', 'cs']);
    const raw = JSON.stringify(desk.slack.workspace.messagesIn(dmOf('U0ARAI')));
    expect(raw).not.toMatch(/<!channel>|<@U0CTO>|<script>/);
    expect(raw).toContain('終わり');
  });

  test('delivered again and again, it is one call', async () => {
    await desk.close();
    desk = await openDesk({ chaos: { seed: 5, duplicates: 1, maxLatencyMs: 0, reorder: false } });
    const call = await tell(desk, 'U0CS', '返却できない');
    await desk.advance('PT1M');
    expect(called(desk)).toEqual(['U0ARAI']);
    expect(desk.thread(call)).toHaveLength(1);
  });

  test('an edit calls nobody once more', async () => {
    const call = await tell(desk, 'U0CS', '返却できない');
    await desk.edit(call, '返却できません、至急です');
    expect(called(desk)).toEqual(['U0ARAI']);
  });

  test('more words in the thread ping the same person again, at most once a minute', async () => {
    const call = await tell(desk, 'U0CS', '返却できない');
    await desk.reply('cs', call, 'まだですか');
    expect(called(desk)).toEqual(['U0ARAI']);
    expect(desk.whispers('U0CS').join()).toContain('に呼んだばかりです');
    await desk.advance('PT2M');
    await desk.reply('cs', call, `まだですか <!channel> ${'あ'.repeat(900)} 終わり`);
    expect(called(desk)).toEqual(['U0ARAI', 'U0ARAI']);
    // She cannot open the thread: what was added comes along, and fires nothing.
    const again = JSON.stringify(desk.slack.workspace.messagesIn(dmOf('U0ARAI')).at(-1)?.blocks);
    expect(again).toMatch(/まだですか.*終わり/);
    expect(again).not.toContain('<!channel>');
  });

  test('a reply beneath the copy of a call acknowledges, and is no call', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    const copy = desk.dms('arai')[0]?.message;
    if (!copy) throw new Error('no copy');
    await desk.reply('arai', copy, '見ます');
    expect(text(desk, call)).toContain('対応中 · 新井');
    await desk.reply('arai', copy, '電話しています');
    expect(called(desk)).toEqual(['U0ARAI']);

    await desk.press('arai', desk.dms('arai')[0], '完了にする');
    await desk.reply('arai', copy, 'また動かなくなったそうです');
    expect(called(desk)).toEqual(['U0ARAI']);
    expect(text(desk, copy)).toContain('新しいメッセージとして書いてください');
  });

  test('whoever has a call and writes on is asked whether it is a new one; nobody is woken by it', async () => {
    await desk.say('cs', '@Toban 返却できない');
    await desk.replyDm('arai', '見ます');
    const more = await tell(desk, 'U0ARAI', '別の車両も動きません');
    expect(called(desk)).toEqual(['U0ARAI']);
    const [question] = desk.thread(more);
    expect(question?.buttons).toEqual(['車両オンコールを呼ぶ（新井 さくらさん）']);
    await desk.press('arai', question, '車両オンコールを呼ぶ（新井 さくらさん）');
    expect(text(desk, more)).toMatch(/呼び出し中.*別の車両も動きません/s);
  });

  test('thanks wake nobody', async () => {
    const call = await tell(desk, 'U0CS', '返却できない');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.press('arai', desk.dms('arai')[0], '完了にする');
    const thanks = await tell(desk, 'U0CS', '了解です。ありがとうございました！');
    await desk.reply('cs', call, 'ありがとうございました');
    expect(called(desk)).toEqual(['U0ARAI']);
    expect(text(desk, thanks)).toContain('まだ誰も呼んでいません');
  });

  test('a call that is done goes on in its thread by one press: a new record that names the old one', async () => {
    const call = await tell(desk, 'U0CS', '返却できない');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.press('arai', desk.dms('arai')[0], '完了にする');
    await desk.advance('PT5M');
    await desk.reply('cs', call, 'やはり返却できません');
    expect(called(desk)).toEqual(['U0ARAI']);
    await desk.press('cs', desk.thread(call).at(-1), '車両オンコールを呼ぶ（新井 さくらさん）');
    expect(called(desk)).toEqual(['U0ARAI', 'U0ARAI']);
    expect(text(desk, call)).toContain('12:00 に完了した呼び出し（新井 さくらさん）の続き');
  });
});

describe('with several routes', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk({ config: twoRoutes() });
  });
  afterEach(() => desk.close());

  test('a button for each says whom it calls; pressing twice, and both, makes one call', async () => {
    const call = await tell(desk, 'U0CS', '返却できない');
    const [question] = desk.thread(call);
    const labels = ['車両オンコールを呼ぶ（新井 さくらさん）', '経理を呼ぶ（森 由紀さん）'];
    expect(question?.buttons).toEqual(labels);
    expect(called(desk)).toEqual([]);
    for (const label of [labels[1], labels[1], labels[0]]) await desk.press('cs', question, label ?? '');
    expect(called(desk)).toEqual(['U0SRELEAD']);
    const [answered, card, ...more] = desk.thread(call);
    expect(answered?.buttons).toEqual([]);
    expect(answered?.text).toBe('経理を呼びました。');
    expect(card?.text.replaceAll('*', '')).toMatch(/呼び出し中 · 森 由紀さん.*返却できない/s);
    expect(more).toEqual([]);
  });

  test('is asked in the language of whoever writes', async () => {
    const call = await tell(desk, 'U0ALICE', 'A customer cannot return the bike');
    expect(desk.thread(call)[0]?.buttons).toEqual([
      'Call 車両オンコール (新井 さくら)',
      'Call 経理 (森 由紀)',
    ]);
    expect(text(desk, call)).toContain('Which on-call person');
  });
});

function twoRoutes() {
  const rota = { spreadsheet: 'mobility', sheet: '当番表', members: 'メンバー' };
  return parseConfig(
    JSON.stringify({
      rotas: [
        {
          id: 'mobility',
          name: '車両オンコール',
          ...rota,
          handover: '10:00',
          fallback: ['U0SRELEAD', 'U0CTO'],
        },
        { id: 'billing', name: '経理', ...rota, fallback: ['U0SRELEAD'] },
      ],
      routes: [
        { channel: 'C0CSHELP', rota: 'mobility' },
        {
          channel: 'C0CSHELP',
          rota: 'billing',
          triggers: { keywords: ['請求'] },
          ladder: [{ to: 'fallback' }],
        },
        { channel: 'C0SERVICEOPS', rota: 'mobility', triggers: { direct: false, keywords: ['電池'] } },
      ],
    }),
  );
}
