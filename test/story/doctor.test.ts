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

// The desk's clock stands in November and the process's own runs on: what it says of work in time is another story's.
test('what is well is told, and no secret is shown', async () => {
  const { out, err } = await toban('doctor');
  expect(err).toBe('');
  expect(out).toMatch(/✓ SLACK_BOT_TOKEN に必要な権限 \d+ 件がすべてあります/);
  expect(out).toMatch(/✓ mobility: 50 行を読み、4 人が見つかりました/);
  expect(out).not.toMatch(/xox[bp]-/);
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
