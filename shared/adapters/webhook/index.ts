import { createHmac } from 'node:crypto';
import { type RequestOptions, request } from 'node:https';
import { isIP } from 'node:net';
import { isTobanError, TobanError } from '../../platform/errors.ts';
import type { WebhookMessage, Webhooks } from '../../ports/webhooks.ts';
import { isPublic, publicLookup } from './public-address.ts';

export interface WebhookOptions {
  /** The secret in an environment variable; null where there is none. */
  readonly secretOf: (name: string) => string | null;
  readonly timeoutMs?: number;
  /** How to connect instead, where a test stands in for the public network. */
  readonly connect?: RequestOptions;
}

/** Standard Webhooks over https to public addresses only; no redirect is followed, and the answer's body is not read. */
export function createWebhooks({ secretOf, timeoutMs = 8_000, connect }: WebhookOptions): Webhooks {
  return {
    async send({ url, secret: name, method = 'POST' }, message, signal) {
      const secret = name === null ? null : secretOf(name);
      if (name !== null && secret === null)
        throw new TobanError('misconfigured', `the environment has no ${name}`, { reason: 'no-secret' });
      const target = new URL(url);
      const host = target.hostname.replace(/^\[|\]$/g, '');
      if (target.protocol !== 'https:' || (isIP(host) !== 0 && !isPublic(host)))
        throw new TobanError('refused', 'not a public https address', { reason: 'not-public' });
      const status = await ask(target, method, signed(message, secret), {
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        lookup: publicLookup,
        ...connect,
      });
      if (status >= 200 && status < 300) return;
      const reason = `http_${status}`;
      if (status === 429 || status === 408 || status >= 500)
        throw new TobanError('unavailable', `webhook: ${reason}`, { reason });
      throw new TobanError('refused', `webhook: ${reason}`, { reason });
    },
  };
}

interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** `v1,` and the base64 of HMAC-SHA256 over `id.seconds.body`. */
export function signed({ id, at, body: json }: WebhookMessage, secret: string | null): Signed {
  const body = JSON.stringify(json);
  const seconds = String(Math.floor(at / 1_000));
  const key = secret?.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret;
  const mac = key && createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'webhook-id': id,
      'webhook-timestamp': seconds,
      ...(mac && { 'webhook-signature': `v1,${mac}` }),
    },
  };
}

function ask(
  url: URL,
  method: 'GET' | 'POST',
  { body, headers }: Signed,
  options: RequestOptions,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error & { code?: unknown }) => reject(mapError(error));
    const sent = request(
      url,
      { ...options, method, headers: method === 'GET' ? {} : headers },
      (response) => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', fail);
    sent.end(method === 'GET' ? undefined : body);
  });
}

/** Sent without an answer counts as not done: the receiver knows a repeat by its id. */
function mapError(error: Error & { code?: unknown }): TobanError {
  if (isTobanError(error)) return error;
  const reason = typeof error.code === 'string' ? error.code : error.name;
  if (reason === 'ENOTPUBLIC')
    return new TobanError('refused', 'webhook: not a public address', { reason: 'not-public' });
  return new TobanError('unavailable', `webhook: ${reason}`, { reason, cause: error });
}
