import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '../../shared/slack/index.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const help = () => {
  const channel = desk.slack.workspace.channel('C0CSHELP');
  if (!channel) throw new Error('no help channel');
  return channel;
};

describe('the app is put out of the channel while a call is on its way', () => {
  const callAndKick = async (who: string, secret: boolean) => {
    desk.slack.workspace.save('channels', Object.assign(help(), { private: secret }));
    const call = desk.slack.people.say(who, 'C0CSHELP', '<@U0TOBAN> 返却できない');
    desk.slack.people.kick(help(), 'U0TOBAN');
    await desk.system.settle();
    return call;
  };

  test('a public channel: it joins again by itself, and answers in the thread', async () => {
    const call = await callAndKick('U0CS', false);
    await desk.advance('PT1M');
    expect(desk.thread(call)[0]?.text).toMatch(/呼び出し中\* · 新井 さくらさん/);
    expect(desk.pinged()).toEqual(['arai']);
  });

  test.each([
    ['cs', 'U0CS', /#C0CSHELP に書き込めないため、当番へは DM で知らせました。.*\/invite @Toban/],
    ['U0ALICE', 'U0ALICE', /#C0CSHELP.*direct message.*\/invite @Toban/],
  ])(
    'a private one: the person on duty is reached all the same, and %s hears what to do',
    async (who, id, sentence) => {
      const call = await callAndKick(id, true);
      await desk.advance('PT1M');
      expect(desk.dms('arai')[0]?.text).toMatch(/呼び出し中.*返却できない/s);
      expect(desk.thread(call)).toEqual([]);
      expect(
        desk
          .dms(who)
          .map(({ text }) => text)
          .join(),
      ).toMatch(sentence);
      // Not lost: once invited, the climb is seen in the thread.
      desk.slack.people.invite(help(), 'U0TOBAN');
      await desk.press('arai', desk.dms('arai')[0], '受領する');
      expect(desk.dms('arai')[0]?.text).toContain('対応中');
    },
  );
});

test('a guest who may see one other channel only is reached by direct message', async () => {
  desk.system.world.sheets?.setCell('mobility', 'メンバー!A8', '田辺');
  desk.system.world.sheets?.setCell('mobility', 'メンバー!B8', 'U0SOLO');
  desk.typeToday('田辺');
  await desk.advance('PT2M');
  const call = await desk.say('cs', '@Toban 返却できない');
  expect(desk.dms('U0SOLO')[0]?.text).toMatch(/呼び出し中\* · 田辺 修さん.*返却できない/s);
  await desk.press('U0SOLO', desk.dms('U0SOLO')[0], '受領する');
  expect(desk.thread(call)[0]?.text).toMatch(/対応中\* · 田辺 修さん/);
});

test('forty thousand characters of joined emoji, mentions and turned text: cut between characters, wakes one person', async () => {
  const noise = '👩‍🚒 <!channel> <@U0ONO> <!subteam^S0ONCALL> \u202Eabc &lt;!here&gt; ';
  const words = `<@U0TOBAN> ${noise.repeat(600)}`.slice(0, 39_900);
  const call = await desk.say('cs', words);
  const [card] = desk.thread(call);
  expect(card?.text).toContain('全文を見る');
  const shown = JSON.stringify([card?.message, ...desk.dms('arai').map(({ message }) => message)]);
  expect(shown).not.toMatch(/<!(channel|here|subteam)|<@U0ONO|\\ud83d[^\\]|\u202E/i);
  expect(shown.length).toBeLessThan(12_000);
  expect(desk.notified()).toEqual(['arai']);
  expect(plainText(call.text).length).toBeGreaterThan(20_000);
});
