import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, hiddenIn } from './browser.ts';
import { mainOf } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

let room: RoomDesk;
let mori: Browser;
let misaki: Browser;
beforeAll(async () => {
  room = await openRoomDesk();
  mori = new Browser(room.desk.system.url);
  misaki = new Browser(room.desk.system.url);
  await mori.signIn('U0SRELEAD');
  await misaki.signIn('U0CS');
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
