import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnv } from '../../shared/platform/config.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toban-doctor-'));
  desk = await openDesk({ env: readEnv({ TOBAN_DATA: folder }) });
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The real process, against the simulated Slack and spreadsheet and the store of the running system. */
const toban = (...args: string[]) => tobanWith({}, ...args);

function tobanWith(
  more: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const { world } = desk.system;
  const env = {
    PATH: process.env.PATH,
    NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
    SLACK_API_URL: world.slackApiUrl,
    SLACK_BOT_TOKEN: world.botToken,
    SLACK_ADMIN_TOKEN: world.adminToken ?? '',
    SHEETS_API_URL: world.sheetsApiUrl,
    TOBAN_DATA: folder,
    ...more,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['cli/main.ts', ...args], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

test('all is well: exit code 0, and no secret is shown', async () => {
  const { code, out, err } = await toban('doctor');
  expect(err).toBe('');
  expect(out).toMatch(/✓ SLACK_BOT_TOKEN に必要な権限 \d+ 件がすべてあります/);
  expect(out).toMatch(/✓ mobility: 50 行を読み、4 人が見つかりました/);
  expect(out).toContain('直すべき問題 0 件');
  expect(code).toBe(0);
  expect(out).not.toMatch(/xox[bp]-/);
});

test('what is wrong is told with how to mend it, and exit code 1; nothing is written or said in Slack', async () => {
  const { slack } = desk;
  const [channel, lead, group] = [
    slack.workspace.channel('C0CSHELP'),
    slack.workspace.user('U0SRELEAD'),
    slack.workspace.get('userGroups', 'S0ONCALL'),
  ];
  if (!channel || !lead || !group) throw new Error('the scene has changed');
  slack.people.kick(channel, 'U0TOBAN');
  slack.people.setUser(lead, { deactivated: true });
  slack.workspace.save('userGroups', Object.assign(group, { users: ['U0ADMIN', 'U0ONO'] }));
  desk.system.world.sheets?.faults.set({ kind: 'not-shared' });
  const messages = slack.workspace.state.messages.length;
  const { code, out } = await toban('doctor', '--lang', 'en', '--json');
  const { findings } = JSON.parse(out) as { findings: { check: string; level: string; message: string }[] };
  const wrong = findings.filter(({ level, check }) => level !== 'ok' && check !== 'secrets');
  expect(wrong.map(({ check, level }) => `${check} ${level}`)).toEqual([
    'channels error',
    'user-groups warning',
    'sheets error',
    'people error',
  ]);
  expect(wrong.map(({ message }) => message).join('\n')).toMatch(
    /not in C0CSHELP[\s\S]*@mobility-oncall.*: 小野 健[\s\S]*may not open[\s\S]*森 由紀.*deactivated/,
  );
  expect(code).toBe(1);
  expect(slack.workspace.state.messages).toHaveLength(messages);
});

test('the dry call says who, when and why, and calls nobody', async () => {
  const now = await toban('doctor', '--call', '--at', '2026-11-24T12:00+09:00');
  expect(now.out).toMatch(
    /C0CSHELP 車両オンコール\n {2}12:00 {2}新井 さくらさん（U0ARAI）… 当番 · 当番表!C\d+ · 10:00–/,
  );
  expect(now.out).toMatch(
    /12:05 {2}新井.*\n.*12:10 {2}森 由紀さん（U0SRELEAD）… .*代わりの連絡先\n.*12:15 {2}岡田/,
  );
  expect(now.code).toBe(0);
  const later = await toban('doctor', '--call', '--at', '2026-11-25T12:00+09:00', '--json');
  const { routes } = JSON.parse(later.out) as { routes: { rungs: { user: string }[] }[] };
  expect(routes[0]?.rungs[0]?.user).toBe('U0KATO');
  expect(desk.pinged()).toEqual([]);
});

test('without credentials for production it says so, and looks at all the rest', async () => {
  const nowhere = join(folder, 'no-such-key.json');
  const production = { GOOGLE_CLOUD_PROJECT: 'toban-prod', GOOGLE_APPLICATION_CREDENTIALS: nowhere };
  const { code, out, err } = await tobanWith(production, 'doctor');
  expect(out).toMatch(
    /✗ doctor を実行したアカウントでは読めません（no-credentials）.*\n.*gcloud auth application-default login/,
  );
  expect(out).toMatch(/✓ mobility: 50 行を読み/);
  expect(err).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
});

test.each([
  [[], 2, /toban -- <command>/],
  [['--help'], 0, /doctor/],
  [['doctor', '--help'], 0, /Exit code/],
  [['docter'], 2, /no command "docter"/],
  [['doctor', '--foo'], 2, /--foo[\s\S]*Exit code/],
  [['doctor', '--at', '12:00'], 2, /--at goes with --call/],
  [['doctor', '--call', '--at', 'かしこまりました'], 2, /no time that is understood/],
])('%j ends with %i', async (args, code, said) => {
  const answer = await toban(...args);
  expect(answer.code).toBe(code);
  expect(answer.out + answer.err).toMatch(said);
});
