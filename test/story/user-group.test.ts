import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';

const GROUP = 'S0ONCALL';

/** The scene with a user group that shows who is on duty, and a lead who hears when it cannot. */
async function scene(whenNobody: 'disable' | 'fallback'): Promise<Desk> {
  const config = parseConfig(readFileSync('toban.yaml', 'utf8'));
  const userGroup = { id: GROUP, columns: ['primary'], whenNobody };
  const rotas = config.rotas.map((rota) => ({ ...rota, owners: ['U0SRELEAD'], userGroup }));
  return openDesk({ config: { ...config, rotas } });
}

let desk: Desk;
beforeEach(async () => {
  desk = await scene('disable');
  await desk.system.settle();
});
afterEach(() => desk.close());

const group = () => {
  const found = desk.slack.workspace.get('userGroups', GROUP);
  if (!found) throw new Error('no such group');
  return found;
};
const told = () =>
  desk
    .dms('mori')
    .map(({ text }) => text)
    .filter((text) => text.includes('グループ'));
const minutes = async (count: number) => {
  for (let i = 0; i < count; i += 1) {
    await desk.advance('PT1M');
    await desk.system.minute();
    await desk.system.settle();
  }
};

test('a guest on duty cannot be in the group: it is disabled, and the owner hears why, once', async () => {
  expect(group()).toMatchObject({ enabled: false });
  expect(told().join()).toMatch(/新井.*ゲスト.*無効にしました/);
  await minutes(6);
  expect(told()).toHaveLength(1);
});

test('a member on duty is the whole group, silently, as soon as the sheet says so', async () => {
  desk.typeToday('小野');
  await minutes(2);
  expect(group()).toMatchObject({ enabled: true, users: ['U0ONO'] });
});

test('nobody on duty puts the first of the fallback in, where that is configured', async () => {
  await desk.close();
  desk = await scene('fallback');
  await desk.system.settle();
  expect(group()).toMatchObject({ enabled: true, users: ['U0SRELEAD'] });
  expect(told().join()).toContain('代わりの連絡先を入れました');
});

test('hands that edit the group are noticed within minutes, and it is put right', async () => {
  desk.typeToday('小野');
  await minutes(2);
  group().users = ['U0CS'];
  await minutes(5);
  expect(group().users).toEqual(['U0ONO']);
  expect(told().join()).toContain('手で変えられていました');
});

test('where only administrators may edit groups, the same change is made with their token', async () => {
  desk.slack.workspace.state.settings.userGroups = 'admins';
  desk.typeToday('小野');
  await minutes(2);
  expect(group()).toMatchObject({ enabled: true, users: ['U0ONO'] });
});

test('a cover moves the group when it is agreed, and back when it is revoked, without waiting for a minute', async () => {
  await desk.advance('PT22H');
  await minutes(1);
  expect(group().users).toEqual(['U0KATO']);
  const oncall = async (user: string, text: string) => {
    await desk.slack.people.command(user, 'C0CSHELP', '/oncall', text);
    await desk.system.settle();
  };
  await oncall('U0SATO', 'cover @me 今から3時間');
  expect(group().users).toEqual(['U0SATO']);
  await oncall('U0SATO', 'revoke');
  expect(group().users).toEqual(['U0KATO']);
});
