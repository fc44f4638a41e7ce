import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { sign } from '../../shared/slack/index.ts';

const event = (i: number) => ({
  token: 'x',
  team_id: 'T0',
  api_app_id: 'A0',
  type: 'event_callback',
  event_id: `Ev${i}`,
  event_time: 1_700_000_000,
  authorizations: [{ enterprise_id: null, team_id: 'T0', user_id: 'U0TOBAN', is_bot: true }],
  event: {
    type: 'message',
    channel: 'C0CSHELP',
    channel_type: 'channel',
    user: 'U0CS',
    team: 'T0',
    client_msg_id: `c-${i}`,
    ts: `1700000000.${String(i).padStart(6, '0')}`,
    text: '<@U0TOBAN> 返却できないお客様がいます。車両 A-1023 です。',
    blocks: [
      {
        type: 'rich_text',
        block_id: 'b',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'user', user_id: 'U0TOBAN' },
              { type: 'text', text: ' 返却できないお客様がいます。車両 A-1023 です。' },
            ],
          },
        ],
      },
    ],
  },
});

/** A signed Events API request as bytes, ready to be written to a socket. */
export function signedRequest(port: number, secret: string, i = 0): Buffer {
  const body = Buffer.from(JSON.stringify(event(i)));
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const head = [
    'POST /slack/events HTTP/1.1',
    `host: 127.0.0.1:${port}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    `x-slack-request-timestamp: ${timestamp}`,
    `x-slack-signature: ${sign(body, timestamp, secret)}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p99: number;
  readonly failed: number;
}

/** `connections` sockets, each with one request under way, for `ms` milliseconds. Latencies in ms. */
export async function load(port: number, secret: string, ms: number, connections = 16): Promise<LoadResult> {
  const request = signedRequest(port, secret);
  const latencies: number[] = [];
  let failed = 0;
  const end = performance.now() + ms;
  // Bare callbacks: the generator shares the machine with the server and must cost as little as it can.
  const drive = (socket: Socket) =>
    new Promise<void>((resolve) => {
      let began = performance.now();
      socket.on('data', (data: Buffer) => {
        const now = performance.now();
        latencies.push(now - began);
        if (data[9] !== 0x32) failed += 1;
        if (now >= end) return resolve();
        began = now;
        socket.write(request);
      });
      socket.write(request);
    }).finally(() => socket.destroy());
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  await Promise.all(sockets.map(drive));
  latencies.sort((a, b) => a - b);
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN;
  return { perSecond: (latencies.length * 1_000) / ms, p99, failed };
}

export function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true);
    socket.once('error', reject);
  });
}

/** Answers here are small enough to arrive in one piece; the status line is all that counts. */
export function exchange(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once('data', (data: Buffer) => resolve(Number(data.subarray(9, 12).toString())));
    socket.once('close', reject);
    socket.write(request, () => undefined);
  }).finally(() => socket.removeAllListeners('close')) as Promise<number>;
}
