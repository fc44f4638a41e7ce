import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BusinessClock } from '../../local/clock.ts';
import { APP_USER, dmOf, SIMULATED_APP, startSlackSimulator } from '../../local/slack/index.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { freePort } from '../emulators.ts';
import { type Moment, startProxy } from './proxy.ts';

/** Slack's own third try of an event comes after a minute, where a slow machine missed the first two. */
const WAIT_MS = 100_000;

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const began = Date.now(); Date.now() - began < WAIT_MS; await pause(50)) if (await holds()) return;
  throw new Error(`waited in vain until ${what}`);
}

/** The program of `npm start` as a process of its own, beside a Slack that outlives it. */
async function stage(killWhen: (method: string, moment: Moment) => boolean) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(join(tmpdir(), 'toban-killed-'));
  const clock = new BusinessClock(systemClock);
  const app = { ...SIMULATED_APP, baseUrl: base, publicUrl: base, adminToken: null };
  const slack = await startSlackSimulator({ port: 0, dataFile: null, clock, mode: 'auto', app });
  let child: ChildProcess | null = null;
  let killed = false;
  const proxy = await startProxy(slack.apiUrl, (method, moment) => {
    if (killed || !killWhen(method, moment)) return false;
    killed = true;
    child?.kill('SIGKILL');
    return true;
  });
  const env = {
    ...process.env,
    PORT: String(port),
    TOBAN_DATA: data,
    SLACK_API_URL: proxy.url,
    SLACK_BOT_TOKEN: app.botToken,
    SLACK_SIGNING_SECRET: app.signingSecret,
  };
  const healthy = () =>
    fetch(`${base}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  return {
    slack,
    wasKilled: () => killed && child?.signalCode === 'SIGKILL',
    async start() {
      child = spawn(process.execPath, ['local/main.ts'], { env, stdio: 'ignore' });
      await until('the program answers', healthy);
    },
    /** Moves the program's clock and Slack's alike. */
    async advance(ms: number) {
      clock.moveTo(clock.now() + ms);
      await fetch(`${base}/local/clock`, {
        method: 'POST',
        body: JSON.stringify({ advance: `PT${ms / 1_000}S` }),
      });
    },
    async close() {
      if (child && child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await proxy.close();
      await slack.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

test.each<[string, string, Moment]>([
  ['before the first message is posted', 'chat.postMessage', 'before'],
  ['when it was posted and nobody knows', 'chat.postMessage', 'after'],
])('kill -9 %s: started again, it completes the call, once', { timeout: 300_000 }, async (_when, at, on) => {
  const it = await stage((method, moment) => method === at && moment === on);
  try {
    await it.start();
    const call = it.slack.people.say('U0CS', 'C0CSHELP', `<@${APP_USER}> 返却できないお客様がいます`);
    await until('it is killed', it.wasKilled);
    await it.start();
    // This one runs by the real clock: whatever the hour, somebody may be reminded of a shift.
    const aboutDuty = (channel: string, ts: string) =>
      JSON.stringify(it.slack.workspace.find(channel, ts)?.metadata ?? '').includes('"duty/');
    const ours = (channel: string) =>
      it.slack.workspace.state.messages.filter(
        (one) => one.channel === channel && one.user === APP_USER && !aboutDuty(one.channel, one.ts),
      );
    const thread = () => ours('C0CSHELP').filter(({ threadTs }) => threadTs === call.ts);
    await until('the person on duty is called', async () => {
      await it.advance(60_000);
      return thread().length > 0 && ours(dmOf('U0ARAI')).length > 0;
    });
    expect(thread()).toHaveLength(1);
    expect(ours(dmOf('U0ARAI'))).toHaveLength(1);
    const { notifications } = it.slack.workspace.state;
    const woken = new Set(
      notifications.filter(({ channel, ts }) => !aboutDuty(channel, ts)).map(({ user }) => user),
    );
    expect([...woken]).toEqual(['U0ARAI']);
  } finally {
    await it.close();
  }
});
