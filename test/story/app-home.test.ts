import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dmOf } from '../../local/slack/index.ts';
import { TobanError } from '../../shared/platform/errors.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** Every call of one port fails from the first on. */
const without =
  (name: string) =>
  <T extends object>(port: string, part: T): T =>
    port === name
      ? new Proxy(part, { get: () => () => Promise.reject(new TobanError('unavailable', 'gone')) })
      : part;

const viewOf = (user: string) =>
  desk.slack.workspace.state.views.find((view) => view.type === 'home' && view.user === user);
/** Opens the Home tab, as it is then shown. */
async function home(user: string): Promise<string> {
  desk.slack.people.openHome(user);
  await desk.system.settle();
  return JSON.stringify(viewOf(user)?.blocks ?? null);
}

test('shows who is on duty until when, who is next, and when the sheet was read', async () => {
  const shown = await home('U0CS');
  expect(shown).toMatch(/いまの当番.*車両オンコール.*当番: \*新井 さくらさん\*/);
  expect(shown).toMatch(/11\/25\(水\) 10:00 JST まで/);
  expect(shown).toMatch(/次: 11\/25\(水\) 10:00 から /);
  expect(shown).toMatch(/12:00:\d\d に表を確認/);
  expect(shown).toContain('この14日間に当番はありません');
  expect(shown).toContain('終わっていない呼び出しはありません');
});

test('is in the language of whoever opens it', async () => {
  const shown = await home('U0ALICE');
  expect(shown).toMatch(/On duty now.*On duty: \*新井 さくら\* · until Wed 11\/25 10:00 JST/);
  expect(shown).toContain('Call the person on duty');
});

test('a guest on duty sees so, with the shifts of the next 14 days and no later', async () => {
  const shown = await home('U0ARAI');
  expect(shown).toContain('新井 さくらさん*（あなた）');
  expect(shown).toMatch(/11\/24|10:00–11\/25\(水\) 10:00 JST · 車両オンコール 当番 · \*いま担当中\*/);
  const days = [...shown.matchAll(/• (\d+)\/(\d+)/g)].map(
    ([, month, day]) => Number(month) * 100 + Number(day),
  );
  expect(days.length).toBeGreaterThan(0);
  expect(Math.max(...days)).toBeLessThanOrEqual(1208);
});

test('shows a call to whoever asked and to whoever is called, to nobody else, and is new when opened again', async () => {
  await desk.say('cs', '@Toban 返却できない <!channel> *太字*');
  const [asker, called, other] = [await home('U0CS'), await home('U0ARAI'), await home('U0OPS')];
  expect(asker).toMatch(/呼び出し中\* · 新井 さくらさん · 12:00\\n依頼: 返却できない/);
  expect(called).toMatch(/呼ばれた件: 返却できない/);
  expect(other).not.toContain('返却できない');
  expect(asker).not.toContain('<!channel>');
  expect(asker).toMatch(/\|スレッド>.*\/calls\/esc_[0-9a-f]{32}\|経緯>/);

  await desk.press('arai', desk.dms('arai')[0], '受領する');
  expect(await home('U0CS')).toContain('対応中* · 新井 さくらさん');
  await desk.press('arai', desk.dms('arai')[0], '完了にする');
  expect(await home('U0CS')).toContain('終わっていない呼び出しはありません');
});

test('an asker’s direct message is linked for nobody else', async () => {
  desk.slack.people.say('U0CS', dmOf('U0CS'), '返却できない');
  await desk.system.settle();
  expect(await home('U0CS')).toContain('|スレッド>');
  const called = await home('U0ARAI');
  expect(called).toMatch(/呼ばれた件: 返却できない/);
  expect(called).not.toContain('|スレッド>');
});

test('without Google the last copy is shown with its age', async () => {
  await home('U0CS');
  desk.system.world.sheets?.faults.set({ kind: 'unavailable' });
  await desk.advance('PT30M');
  expect(await home('U0CS')).toMatch(/新井 さくらさん.*表を読めないため 1[12]:\d\d の控えです（\d+分前）/);
});

test('where the sheet was never read, nobody is made up', async () => {
  await desk.close();
  desk = await openDesk({ wrap: without('sheets') });
  const shown = await home('U0CS');
  expect(shown).toContain('当番表を読めません。いま呼ぶと代わりの連絡先につながります');
  expect(shown).not.toContain('新井');
});

describe('the button', () => {
  const press = async (user: string) => {
    await home(user);
    const view = viewOf(user);
    if (!view) throw new Error('no home');
    expect((await desk.slack.people.viewAction(user, view, { actionId: 'help_open' })).status).toBe(200);
    await desk.system.settle();
    const form = desk.slack.workspace.state.views.find((one) => one.user === user && one.type === 'modal');
    if (!form) throw new Error('no form');
    return form;
  };

  test('calls by a form; the answer comes in the asker’s own direct messages', async () => {
    const form = await press('U0GUEST2');
    const answer = await desk.slack.people.submit('U0GUEST2', form, {
      words: { value: '車両が <!here> 動かない' },
    });
    expect(answer.status).toBe(200);
    await desk.system.settle();
    const mine = desk.slack.workspace.messagesIn(dmOf('U0GUEST2'));
    expect(JSON.stringify(mine)).toMatch(/呼び出し中.*新井 さくらさん/);
    expect(JSON.stringify(mine)).not.toContain('<!here>');
    expect(desk.dms('arai')[0]?.text).toMatch(/車両が .*動かない.*DM での依頼/s);
    expect(await home('U0GUEST2')).toContain('依頼: 車両が');
  });

  test('blank words are asked for, and call nobody', async () => {
    const form = await press('U0CS');
    const answer = await desk.slack.people.submit('U0CS', form, { words: { value: '  ' } });
    expect(JSON.stringify(answer)).toContain('入力してください');
    await desk.system.settle();
    expect(desk.notified()).toEqual([]);
  });
});
