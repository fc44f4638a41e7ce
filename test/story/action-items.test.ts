import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, hiddenIn } from './browser.ts';
import type { Seen } from './desk.ts';
import { mainOf } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

/** One week of one incident's action items, scene by scene: each test goes on from the one before. */
let room: RoomDesk;
beforeAll(async () => {
  room = await openRoomDesk();
  await room.declare('U0SRELEAD', { title: '返却できない', service: 'rental' });
});
afterAll(() => room.desk.close());

const desk = () => room.desk;
/** A week goes by at once; what fell due in it is made up for. */
async function jump(to: string): Promise<void> {
  desk().system.clock.moveTo(Date.parse(`${to}+09:00`));
  await desk().system.minute();
  await desk().system.settle();
}
const form = (user: string) =>
  room.state.views.filter((one) => one.user === user && one.type === 'modal').at(-1);
const reminders = (who: string): Seen[] =>
  desk()
    .dms(who)
    .filter(({ text }) => text.includes('アクションアイテムが'));
const told = (part: string) =>
  room.messages('C0INCIDENTS').filter((one) => JSON.stringify(one.blocks).includes(part));

async function shortcut(user: string, words: string): Promise<void> {
  const message = desk().slack.people.say('U0SRELEAD', room.room, words);
  await desk().slack.people.shortcut(user, 'add_action_item', message);
  await desk().system.settle();
}

test('a message of the room becomes one: the form is filled from it, the edge says what is wrong and keeps what was typed', async () => {
  await shortcut('U0SRELEAD', `証明書の更新を自動にする <!channel>\n${'長い説明'.repeat(50)}`);
  const shown = JSON.stringify(form('U0SRELEAD'));
  expect(shown).toContain('INC-1 返却できない');
  expect(shown).toContain('"initial_value":"証明書の更新を自動にする @channel"');
  const wrong = await room.submit('U0SRELEAD', { due: '2026-11-23', link: 'http://x' });
  expect(JSON.stringify(wrong)).toMatch(/今日以降の日付.*https:\/\/ で始まるURL/);
  await room.send('U0SRELEAD', {
    owner: 'U0ONO',
    due: '2026-11-27',
    priority: 'high',
    link: 'https://issues.example/7',
  });
  const answer = room.answer('mori');
  expect(answer).toMatch(/アクションアイテムに加えました: \*証明書の更新を自動にする @channel\*/);
  expect(answer).toMatch(/小野 健さん · 期限 11\/27\(金\) · 優先度: 高/);
});

test('somebody who has left cannot own one: it is kept without an owner, and that is said', async () => {
  await room.command('U0SRELEAD', room.room, 'action 監視を足す');
  await room.send('U0SRELEAD', { owner: 'U0GONE', due: '2026-12-24', kind: 'detect' });
  expect(room.answer('mori')).toMatch(
    /アカウントは停止されています。ほかの担当を選んでください。 いまは担当なしで加えて/,
  );
  await room.command('U0SRELEAD', room.room, 'action list');
  expect(room.answer('mori')).toMatch(
    /INC-1 返却できない のアクションアイテム[\s\S]*証明書の更新[\s\S]*監視を足す · 担当なし/,
  );
});

test('elsewhere without an incident it is one of its own; an unknown number says so', async () => {
  await room.command('U0CS', 'C0CSHELP', 'action INC-99 連絡網を直す');
  expect(JSON.stringify(form('U0CS'))).toContain('そのインシデントは見つかりません');
  await room.command('U0CS', 'C0CSHELP', 'action 連絡網を直す');
  await room.send('U0CS', { owner: 'U0CS', kind: 'process' });
  expect(room.answer('cs')).toContain('期限なし');
});

test('each week, once, each owner hears of their own; the lead of all, by numbers', async () => {
  // An incident that is over asks for nothing any more.
  for (const to of ['resolved', 'closed']) {
    await room.command('U0SRELEAD', room.room, 'status');
    await room.send('U0SRELEAD', { to });
  }
  await jump('2026-11-30T09:59');
  expect(reminders('ono')).toEqual([]);
  await desk().advance('PT2M');
  const [card, ...more] = reminders('ono');
  expect(more).toEqual([]);
  expect(card?.text).toContain('期限の来るアクションアイテムが1件あります（期限超過 1件）');
  expect(card?.text).toMatch(
    /🟥 \*証明書の更新を自動にする @channel\*\n期限 11\/27\(金\) · 3日超過 · 優先度: 高 · INC-1/,
  );
  expect(card?.text).not.toContain('持ち越し');
  expect(reminders('cs')[0]?.text).toContain('連絡網を直す');
  const [sum] = told('今週のアクションアイテム');
  expect(JSON.stringify(sum?.blocks)).toMatch(
    /期限超過 1件 · 7日以内 0件 · 期限なし 1件.*小野 健さん: 期限超過 1件/,
  );
  // Not due for weeks: nobody hears of it.
  expect(JSON.stringify(room.state.messages.filter(({ ts }) => ts === sum?.ts))).not.toContain('担当なし');
});

test('the due date is changed from the message, which follows; a week later it has been carried over', async () => {
  await desk().press('ono', reminders('ono')[0], '期限を変える');
  await room.send('U0ONO', { due: '2026-12-04' });
  expect(reminders('ono')[0]?.text).toMatch(/🟨 [\s\S]*期限 12\/4\(金\) · 優先度/);
  await jump('2026-12-07T10:00');
  expect(reminders('ono')).toHaveLength(2);
  expect(reminders('ono')[1]?.text).toMatch(/3日超過 · 1週持ち越し/);
});

test('done by one press, the message says so in place, and no more is said of it', async () => {
  const latest = reminders('ono')[1];
  await desk().press('ono', latest, '完了にする');
  const dms = desk().dms('ono');
  expect(dms.at(-1)?.text).toMatch(
    /すべて片付きました[\s\S]*🟩 ~証明書の更新を自動にする @channel~ · 完了 10:0\d/,
  );
  expect(dms.at(-1)?.buttons).not.toContain('完了にする');
  const before = dms.length;
  await desk().press('cs', reminders('cs').at(-1), '毎週のお知らせを止める');
  await jump('2026-12-14T10:00');
  expect(desk().dms('ono')).toHaveLength(before);
  expect(reminders('cs')).toHaveLength(2);
  expect(told('今週のアクションアイテム')).toHaveLength(3);
});

test('what is still to do stands in the owner’s Home', async () => {
  desk().slack.people.openHome('U0CS');
  await desk().system.settle();
  const home = JSON.stringify(room.state.views.find(({ type, user }) => type === 'home' && user === 'U0CS'));
  expect(home).toMatch(/自分のアクションアイテム.*連絡網を直す · 期限なし · 2週持ち越し/);
});

/** What a form of a page sends: its hidden fields, and what somebody typed. */
async function send(
  lead: Browser,
  page: string,
  action: string,
  fields: Record<string, string>,
): Promise<Response> {
  const csrf = hiddenIn(page, 'csrf');
  const answer = await lead.post(action, { csrf, ...fields });
  await desk().system.settle();
  return answer;
}

test('on the pages: added, found by its filters, edited where it stands, refused with what was typed, changed in numbers', async () => {
  const lead = new Browser(desk().system.url);
  await lead.signIn('U0SRELEAD');
  const incident = await lead.page('/incidents/INC-1');
  expect(mainOf(incident)).toMatch(/アクションアイテム.*完了.*証明書の更新.*監視を足す/);
  const fields = {
    title: '手順書 <script>を書く',
    owner: 'U0ONO',
    due: '2026-12-20',
    priority: 'low',
    kind: 'process',
    link: '',
    note: '',
  };
  const wrong = await send(lead, incident, '/actions', {
    do: 'add',
    back: '/actions',
    ...fields,
    incident: 'INC-99',
    owner: 'U0GONE',
  });
  expect(wrong.status).toBe(422);
  const kept = await wrong.text();
  expect(kept).toContain('value="手順書 &lt;script&gt;を書く"');
  expect(mainOf(kept)).toContain('そのインシデントは見つかりません');
  const made = await send(lead, incident, '/actions', {
    do: 'add',
    back: '/incidents/INC-1',
    ...fields,
    incident: 'INC-1',
  });
  expect(made.status).toBe(303);
  const id = /#(act_\w+)$/.exec(made.headers.get('location') ?? '')?.[1] ?? '';

  const found = async (query: string) =>
    [...(await lead.page(`/actions?${query}`)).matchAll(/data-row><bdi>([^<]*)</g)].map(([, title]) => title);
  expect(await found('owner=U0ONO')).toEqual(['手順書 &lt;script&gt;を書く']);
  expect(await found('service=rental&kind=detect')).toEqual(['監視を足す']);
  expect(await found('state=done')).toEqual(['証明書の更新を自動にする @channel']);
  expect(await found('overdue=1')).toEqual([]);
  expect(await found('q=手順')).toHaveLength(1);
  expect(await found('owner=none&state=all&sort=newest')).toEqual(['監視を足す']);

  const board = await lead.page('/actions');
  const edit = (seen: string, title: string) =>
    send(lead, board, `/actions/${id}`, { do: 'edit', back: '/actions?owner=U0ONO', seen, ...fields, title });
  const saved = await edit('1', '手順書を書き直す');
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/actions?owner=U0ONO']);
  const stale = await edit('1', '別の人の言葉');
  expect(stale.status).toBe(422);
  const page = await stale.text();
  expect(mainOf(page)).toMatch(/ほかの人が先に変更した[\s\S]*手順書を書き直す/);
  expect(page).toContain('value="別の人の言葉"');
  expect(mainOf(await lead.page(`/actions/${id}`))).toMatch(
    /履歴.*さんが追加.*さんが変更.*すること: 手順書 .*→ 手順書を書き直す/,
  );

  const many = await send(lead, board, '/actions', {
    do: 'bulk',
    back: '/actions',
    id,
    to: 'dropped',
    due: '',
    reason: '',
  });
  expect(mainOf(await many.text())).toMatch(
    /次のものは変更していません.*手順書を書き直す: 見送る理由を入力してください/,
  );
  const dropped = { do: 'bulk', back: 'https://evil.example/', id, to: 'dropped', due: '', reason: '重複' };
  expect((await send(lead, board, '/actions', dropped)).headers.get('location')).toBe('/actions');
  expect(await found('owner=U0ONO')).toEqual([]);
});

test('it is related to a further incident from its page, and stands on that one’s page too', async () => {
  await room.declare('U0SRELEAD', { title: '決済の画面が開かない' });
  const lead = new Browser(desk().system.url);
  await lead.signIn('U0SRELEAD');
  const id = /act_\w+(?=" data-row><bdi>監視を足す)/.exec(await lead.page('/actions'))?.[0] ?? '';
  const page = await lead.page(`/actions/${id}`);
  const relate = (incident: string) => send(lead, page, `/actions/${id}`, { do: 'relate', incident });
  expect(await (await relate('INC-2 INC-99')).text()).toContain('そのインシデントは見つかりません');
  expect((await relate('INC-2')).status).toBe(303);
  expect(mainOf(await lead.page(`/actions/${id}`))).toMatch(/INC-1 · INC-2[\s\S]*さんが関連付けた/);
  expect(mainOf(await lead.page('/incidents/INC-2'))).toContain('監視を足す');
});

test('an item of a private incident is for those of it alone', async () => {
  await room.declare('U0SRELEAD', { title: '個人情報の件', kind: ['private'] });
  const secret = room.rooms().find((one) => one.private)?.id ?? '';
  await room.command('U0SRELEAD', secret, 'action 委託先を確かめる');
  await room.send('U0SRELEAD', { owner: 'U0SRELEAD', due: '2026-12-15' });
  const seen = async (user: string) => {
    const browser = new Browser(desk().system.url);
    await browser.signIn(user);
    const board = await browser.page('/actions');
    const id = /act_\w+(?=" data-row><bdi>委託先)/.exec(board)?.[0];
    return { board, id, browser };
  };
  const lead = await seen('U0SRELEAD');
  expect(lead.id).toBeDefined();
  const other = await seen('U0OPS');
  expect(other.board).not.toContain('委託先');
  expect((await other.browser.get(`/actions/${lead.id}`)).status).toBe(404);
  const done = await send(other.browser, other.board, `/actions/${lead.id}`, { do: 'state', to: 'done' });
  expect(done.status).toBe(404);
});
