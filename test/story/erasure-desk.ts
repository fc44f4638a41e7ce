import { DatabaseSync } from 'node:sqlite';
import type { Browser } from './browser.ts';
import type { Desk } from './desk.ts';
import type { RoomDesk } from './room-desk.ts';

/** Sends a form with the token of the page it stands on. */
export async function sendFrom(
  desk: Desk,
  browser: Browser,
  path: string,
  from: string,
  fields: Record<string, string>,
): Promise<Response> {
  const answer = await browser.post(path, { csrf: await browser.csrf(from), ...fields });
  await desk.system.settle();
  return answer;
}

/** Each document by its path, straight out of the file. */
export function documentsOf(desk: Desk): Map<string, string> {
  const db = new DatabaseSync(desk.storeFile, { readOnly: true });
  try {
    const rows = db.prepare('SELECT path, data FROM documents').all();
    return new Map(rows.map(({ path, data }) => [String(path), String(data)]));
  } finally {
    db.close();
  }
}

/** 新井 takes a call, leads an incident, is written about, writes, and chooses for herself. Returns her calendar's address. */
export async function playArai(room: RoomDesk, arai: Browser, mori: Browser): Promise<string> {
  const { desk } = room;
  const post = (browser: Browser, path: string, from: string, fields: Record<string, string>) =>
    sendFrom(desk, browser, path, from, fields);
  await room.declareFromCall('返却できません。<@U0ARAI> さん、新井さんが詳しいです');
  await room.command('U0ARAI', room.room, 'severity');
  await room.send('U0ARAI', { severity: 'SEV2', reason: '影響が広い' });
  for (const to of ['investigating', 'resolved']) {
    await room.command('U0ARAI', room.room, 'status');
    await room.send('U0ARAI', { to });
    await desk.advance('PT20M');
  }
  await room.command('U0SRELEAD', room.room, 'note ポートは新井 さくらさんと確認。arai@example.com へ');
  const item = { title: '新井さんの満車のポート', owner: 'U0ARAI', due: '2026-12-10', incidents: 'INC-1' };
  await post(mori, '/actions', '/actions', { do: 'add', ...item });
  const said = { do: 'comment', section: 'impact', text: '新井です。確認しました' };
  await post(arai, '/postmortems/INC-1', '/postmortems/INC-1', said);
  const filter = { list: 'incidents', query: 'q=%E6%96%B0%E4%BA%95', name: '新井', do: 'save' };
  await post(mori, '/filters', '/', filter);
  await post(arai, '/filters', '/', { list: 'calls', query: 'person=U0ARAI', name: 'わたし', do: 'save' });
  await post(arai, '/settings/notifications', '/settings/notifications', { want: 'handover' });
  const made = await post(arai, '/feeds/make', '/feeds', { rota: '' });
  return /http[^"<\s]*\/feeds\/me\/[\w-]+\.ics/.exec(await made.text())?.[0] ?? '';
}

/** She is gone from the sheet, the postmortem, the board and Slack. */
export async function leave(desk: Desk, mori: Browser): Promise<void> {
  const post = (path: string, fields: Record<string, string>) => sendFrom(desk, mori, path, path, fields);
  const { sheets, slack } = desk.system.world;
  for (let row = 1; row < 70; row += 1)
    for (const cell of [`当番表!C${row}`, `メンバー!A${row}`])
      if (sheets?.getCell('mobility', cell) === '新井')
        sheets.typeCell('mobility', cell, cell.startsWith('当') ? '佐藤' : '退職者');
  for (const column of ['A', 'B', 'C', 'D']) sheets?.typeCell('mobility', `メンバー!${column}3`, '');
  await post('/postmortems/INC-1', { do: 'lead', lead: '', others: 'U0SRELEAD' });
  const board = await mori.page('/actions');
  const item = /\/actions\/(act_[0-9a-f]{32})/.exec(board)?.[1] ?? '';
  await post(`/actions/${item}`, { do: 'state', to: 'done' });
  const person = slack?.workspace.state.users.find(({ id }) => id === 'U0ARAI');
  if (!person) throw new Error('nobody');
  person.deactivated = true;
}
