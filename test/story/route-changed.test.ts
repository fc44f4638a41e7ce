import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readEnv } from '../../shared/platform/config.ts';
import { parseConfig, type WorkspaceConfig } from '../../shared/workspace/index.ts';
import { type Desk, NOON, openDesk } from './desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'toban-route-'));
let desk: Desk;
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const rota = {
  spreadsheet: 'mobility',
  sheet: '当番表',
  members: 'メンバー',
  handover: '10:00',
  fallback: ['U0SRELEAD'],
};
const help = {
  channel: 'C0CSHELP',
  rota: 'mobility',
  ladder: [{ to: 'primary' }, { after: '5m', to: 'U0KATO' }],
};
const other = {
  channel: 'C0SERVICEOPS',
  rota: 'mobility',
  ladder: [{ to: 'primary' }, { after: '5m', to: 'U0SATO' }],
};
const config = (...routes: object[]): WorkspaceConfig =>
  parseConfig(JSON.stringify({ rotas: [{ id: 'mobility', ...rota }], routes }));
const open = (settings: WorkspaceConfig, minutes: number) =>
  openDesk({ config: settings, env: readEnv({ TOBAN_DATA: folder }), startAt: NOON + minutes * 60_000 });

test('a call keeps its ladder when routes change places, and goes to the fallback when its route is gone', async () => {
  desk = await open(config(help, other), 0);
  const call = await desk.say('cs', '@Toban 返却できない');
  await desk.advance('PT1M');
  await desk.close();

  desk = await open(config(other, help), 1);
  await desk.advance('PT5M');
  expect(desk.pinged()).toEqual(['arai', 'kato']);
  await desk.close();

  desk = await open(config(other), 6);
  await desk.press('kato', desk.dms('kato')[0], '対応できない');
  expect(desk.pinged()).toEqual(['arai', 'kato', 'mori']);
  expect(desk.dms('mori')[0]?.text).toContain('設定（routes）が toban.yaml からなくなりました');
  expect(desk.thread(call)[0]?.text).toContain('設定（routes）が toban.yaml からなくなりました');
});
