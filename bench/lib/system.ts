import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_USER, type SimMessage } from '../../local/slack/index.ts';
import { type System, startSystem } from '../../local/system.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { silentLog } from '../../shared/platform/log.ts';
import { sign } from '../../shared/slack/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';

const SECRET = 'bench-secret';
const TEAM = 'T0TOBAN';

export interface Call {
  readonly channel: string;
  readonly ts: string;
  /** Real time, ms: when the event was sent, when it was acknowledged, and when each thread message of Toban's came. */
  readonly sentAt: number;
  ackedAt: number;
  readonly answers: { readonly at: number; readonly message: SimMessage }[];
}

/** The whole system of `npm start` on real time, with help channels of its own, each a route. */
export interface BenchSystem {
  readonly system: System;
  readonly channels: readonly string[];
  readonly calls: readonly Call[];
  /** A call for help as Slack sends it; resolves when the edge has acknowledged it. */
  call(channel: string): Promise<Call>;
  close(): Promise<void>;
}

/** `spread`: each channel has somebody of its own on duty, instead of the one whom the sheet names. */
export async function openBenchSystem(count: number, spread = false): Promise<BenchSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'toban-bench-'));
  const channels = Array.from({ length: count }, (_, i) => `C0BENCH${String(i).padStart(3, '0')}`);
  const onDuty = (i: number) => `U0BENCH${String(i).padStart(3, '0')}`;
  // One person for each channel in a storm: nobody is called a thousand times a minute.
  const ladder = (i: number) => (spread ? `, ladder: [{ to: ${onDuty(i)} }]` : '');
  const routes = channels
    .map((channel, i) => `  - { channel: ${channel}, rota: mobility${ladder(i)} }`)
    .join('\n');
  const config = parseConfig(`
rotas: [{ id: mobility, spreadsheet: mobility, sheet: 当番表, members: メンバー, handover: "10:00", fallback: [U0SRELEAD] }]
routes:
${routes}
`);
  const system = await startSystem({
    env: readEnv({ TOBAN_DATA: folder, SLACK_SIGNING_SECRET: SECRET }),
    log: silentLog,
    ports: { main: 0, slack: 0, sheets: 0 },
    mode: 'auto',
    config,
  });
  const { slack } = system.world;
  if (!slack) throw new Error('no simulated Slack');
  const { workspace } = slack;
  const like = workspace.state.channels[0];
  if (!like) throw new Error('no channel in the scene');
  const person = workspace.user('U0ONO');
  for (let i = 0; spread && person && i < count; i += 1)
    workspace.save('users', { ...person, id: onDuty(i), handle: `bench${i}`, email: null });
  for (const id of channels)
    workspace.save('channels', { ...like, id, name: id.toLowerCase(), members: [APP_USER, 'U0CS'] });

  const calls: Call[] = [];
  const byThread = new Map<string, Call>();
  const { save } = workspace;
  workspace.save = (collection, item) => {
    save.call(workspace, collection, item);
    if (collection !== 'messages') return;
    const message = item as SimMessage;
    const call = message.user === APP_USER && byThread.get(`${message.channel} ${message.threadTs}`);
    if (call && !call.answers.some((one) => one.message.ts === message.ts))
      call.answers.push({ at: performance.now(), message });
  };

  async function send(channel: string): Promise<Call> {
    const ts = workspace.ts();
    const text = `<@${APP_USER}> 返却できないお客様がいます`;
    const blank = { threadTs: null, botId: null, blocks: [], metadata: null, reactions: [], onlyFor: null };
    const message: SimMessage = {
      ...blank,
      channel,
      ts,
      user: 'U0CS',
      text,
      clientMsgId: ts,
      editedTs: null,
      tombstone: false,
    };
    save.call(workspace, 'messages', message);
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: TEAM,
      authorizations: [{ user_id: APP_USER }],
      event: {
        type: 'app_mention',
        channel,
        channel_type: 'channel',
        user: 'U0CS',
        ts,
        text,
        client_msg_id: ts,
      },
    });
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(body, timestamp, SECRET),
    };
    const call: Call = { channel, ts, sentAt: performance.now(), ackedAt: Number.NaN, answers: [] };
    calls.push(call);
    byThread.set(`${channel} ${ts}`, call);
    const answer = await fetch(`${system.url}/slack/events`, { method: 'POST', headers, body });
    if (answer.status !== 200) throw new Error(`the edge answered ${answer.status}`);
    await answer.arrayBuffer();
    call.ackedAt = performance.now();
    return call;
  }

  return {
    system,
    channels,
    calls,
    call: send,
    async close() {
      await system.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Calls `each` at a steady rate, whatever the answers do. Resolves when the last has begun. */
export async function steadily(count: number, perSecond: number, each: (i: number) => void): Promise<void> {
  const began = performance.now();
  for (let i = 0; i < count; i += 1) {
    const wait = began + (i * 1_000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    each(i);
  }
}

/** Waits until `done`, or gives up after `ms`. */
export async function until(done: () => boolean, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (!done()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
