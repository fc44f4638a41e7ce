import type { ClientRequest, IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { isTobanError, TobanError } from '../../platform/errors.ts';
import type { WebhookAnswer, Webhooks } from '../../ports/webhooks.ts';
import { publicLookup, publicTarget } from './public-address.ts';
import { retryAfterMs } from './retry-after.ts';
import { type Signed, signed } from './sign.ts';

export { publicTarget } from './public-address.ts';

export interface WebhookOptions {
  /** The secret in an environment variable; null where there is none. */
  readonly secretOf: (name: string) => string | null;
  readonly timeoutMs?: number;
  /** How to connect instead, where a test stands in for the public network. */
  readonly connect?: RequestOptions;
}

/** What is sent, when by our clock (epoch ms), and how many bytes of the answer are read. */
interface Exchanged {
  readonly message: Signed;
  readonly at: number;
  readonly read: number;
}

/** No service puts off for longer than this what somebody waits for: no longer than a task waits between its own tries. */
const LONGEST_PAUSE_MS = 300_000;
/** Of an answer so much is read, and no more. */
const READ_BYTES = 2_048;
const SHOWN = 500;

/** Standard Webhooks over https to public addresses only; no redirect is followed, and of an answer little is read. */
export function createWebhooks({ secretOf, timeoutMs = 8_000, connect }: WebhookOptions): Webhooks {
  function exchange(
    url: string,
    method: 'GET' | 'POST',
    { message, at, read }: Exchanged,
    signal: AbortSignal,
  ) {
    const target = publicTarget(url);
    if (!target) throw new TobanError('refused', 'not a public https address', { reason: 'not-public' });
    return ask(
      target,
      method,
      { message, at, read },
      {
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        lookup: publicLookup,
        ...connect,
      },
    );
  }
  return {
    async send({ url, secret: name, method = 'POST' }, { id, at, body }, signal) {
      const secret = name === null ? null : secretOf(name);
      if (name !== null && secret === null)
        throw new TobanError('misconfigured', `the environment has no ${name}`, { reason: 'no-secret' });
      const message = signed({ id, at, body: JSON.stringify(body) }, secret === null ? [] : [secret]);
      const { status, retryAfterMs } = await exchange(url, method, { message, at, read: 0 }, signal);
      if (status >= 200 && status < 300) return;
      const reason = `http_${status}`;
      if ((status === 429 || status === 503) && retryAfterMs !== null)
        throw new TobanError('rate-limited', `webhook: ${reason}`, {
          reason,
          retryAfterMs: Math.min(retryAfterMs, LONGEST_PAUSE_MS),
        });
      if (status === 429 || status === 408 || status >= 500)
        throw new TobanError('unavailable', `webhook: ${reason}`, { reason });
      throw new TobanError('refused', `webhook: ${reason}`, { reason });
    },
    async deliver({ url, secrets }, message, signal) {
      const { at } = message;
      return exchange(url, 'POST', { message: signed(message, secrets), at, read: READ_BYTES }, signal);
    },
  };
}

/** Resolves with whatever was answered, as soon as so many bytes of it have come. */
function ask(
  url: URL,
  method: 'GET' | 'POST',
  { message: { body, headers }, at, read }: Exchanged,
  options: RequestOptions,
): Promise<WebhookAnswer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = request(
      url,
      { ...options, method, headers: method === 'GET' ? {} : headers },
      (answer) => {
        const status = answer.statusCode ?? 0;
        readSome(answer, read, (bytes) =>
          resolve({
            status,
            ms: Math.round(performance.now() - began),
            excerpt: shown(bytes),
            retryAfterMs: retryAfterMs(answer.headers['retry-after'], at),
          }),
        );
      },
    );
    sent.on('error', (error: Error & { code?: unknown }) => reject(mapError(error)));
    sent.end(method === 'GET' ? undefined : body);
  });
}

/** The first bytes; what comes later, or fails later, is nobody's business: the status has said all. */
function readSome(answer: IncomingMessage, most: number, done: (read: Buffer) => void): void {
  let read = Buffer.alloc(0);
  const finish = () => {
    answer.destroy();
    done(read.subarray(0, most));
  };
  answer.on('error', finish);
  if (most === 0) {
    finish();
    return;
  }
  answer.on('data', (chunk: Buffer) => {
    read = Buffer.concat([read, chunk]);
    if (read.length >= most) finish();
  });
  answer.on('end', finish);
  answer.on('close', finish);
}

const shown = (read: Buffer): string =>
  read
    .toString('utf8')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, SHOWN);

/** Sent without an answer counts as not done: the receiver knows a repeat by its id. */
function mapError(error: Error & { code?: unknown }): TobanError {
  if (isTobanError(error)) return error;
  const reason = typeof error.code === 'string' ? error.code : error.name;
  if (reason === 'ENOTPUBLIC')
    return new TobanError('refused', 'webhook: not a public address', { reason: 'not-public' });
  return new TobanError('unavailable', `webhook: ${reason}`, { reason, cause: error });
}
