import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PostmortemConfig, pushTemplate } from '../../shared/postmortem/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Browser, hiddenIn, signedIn } from './browser.ts';
import { mainOf } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

/** One rule names a template that there is not, and one of one's own. */
const config = () => {
  const scene = parseConfig(readFileSync('toban.yaml', 'utf8'), 'toban.yaml');
  const postmortem = PostmortemConfig.parse({
    rules: [
      { severities: ['SEV1'], template: 'rental', due: '3d' },
      { services: ['rental'], template: 'rentl' },
      { template: 'privacy' },
    ],
  });
  return { ...scene, postmortem };
};

let room: RoomDesk;
let mori: Browser;
let misaki: Browser;
beforeAll(async () => {
  room = await openRoomDesk({ config: config() });
  [mori, misaki] = await signedIn(room.desk, 'U0SRELEAD', 'U0CS');
  await room.declare('U0SRELEAD', { title: '返却できない', service: 'rental' });
  await room.declare('U0SRELEAD', { title: '決済の画面が開かない' });
});
afterAll(() => room?.desk.close());

test('one that no incident asked for: about several or about none, refused with what was typed, and with items of its own', async () => {
  const form = await misaki.page('/postmortems/new');
  const hidden = { csrf: hiddenIn(form, 'csrf'), seen: hiddenIn(form, 'seen') };
  const begin = (fields: Record<string, string>) => misaki.post('/postmortems/new', { ...hidden, ...fields });
  const refused = await begin({ title: '<i>秋</i>', incidents: 'INC-1 INC-99', template: 'light' });
  const page = await refused.text();
  expect([refused.status, mainOf(page)]).toEqual([
    422,
    expect.stringContaining('そのインシデントは見つかりません。'),
  ]);
  expect(page).toContain('value="&lt;i&gt;秋&lt;/i&gt;"');
  expect(page).toMatch(/<option value="light" selected>/);
  const both =
    (await begin({ title: '', incidents: 'INC-1、inc-2', template: '' })).headers.get('location') ?? '';
  const joined = mainOf(await mori.page(both));
  expect(joined).toContain('INC-1 返却できない');
  expect(joined).toContain('INC-2 決済の画面が開かない');
  const none =
    (await begin({ title: '秋のふり返り', incidents: '', template: 'light' })).headers.get('location') ?? '';
  const fields = {
    csrf: await misaki.csrf(none),
    do: 'add',
    nonce: '0',
    back: `${none}#actions`,
    priority: 'low',
    kind: 'process',
  };
  const postmortem = hiddenIn(await misaki.page(none), 'postmortem');
  const added = await misaki.post('/actions', {
    ...fields,
    postmortem,
    title: '連絡網を直す',
    owner: '',
    due: '',
    link: '',
    note: '',
  });
  expect(added.status).toBe(303);
  expect(mainOf(await mori.page(none))).toContain('連絡網を直す');
  expect(mainOf(await mori.page('/postmortems'))).toContain('秋のふり返り 中村 美咲さん');
});

test('the page of templates shows which rule picks each, and names what the configuration names in vain', async () => {
  const { store, clock } = room.desk.system;
  const own =
    '---\nid: rental\ntitle: 貸出 <b>専用</b>\nlanguage: ja\nproperties: [{ id: cost, name: 損失額, type: number }]\n---\n## 概要 {#summary required}\n\n3行で。\n';
  await pushTemplate(store, own, { user: 'U0SRELEAD', name: '森' }, clock.now());
  const page = mainOf(await misaki.page('/postmortems/templates'));
  expect(page).toContain(
    'postmortem.rules[1] の「rentl」というテンプレートはありません。いまは代わりに sre が使われます。',
  );
  expect(page).toContain('postmortem.rules[2] の「privacy」は、ここに書くものではありません。');
  expect(page).toMatch(
    /自作 日本語 貸出 &lt;b&gt;専用&lt;\/b&gt; rental\.ja SEV1 · 期限 3日 1セクション 12:00 森さん/,
  );
  expect(page).toMatch(/付属 日本語 ポストモーテム[^ ]* sre\.ja どの規則からも使われていません。/);
  const one = await misaki.page('/postmortems/templates/rental.ja');
  expect(mainOf(one)).toContain('概要 summary · 必須');
  expect(mainOf(one)).toContain('損失額 cost · 数字');
  expect(one).toContain('title: 貸出 &lt;b&gt;専用&lt;/b&gt;\n');
  expect((await misaki.get('/postmortems/templates/rental.en')).status).toBe(404);
});
