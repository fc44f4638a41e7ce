import { createHmac, timingSafeEqual } from 'node:crypto';

const MAX_AGE_SECONDS = 300;

export type SignatureVerdict = 'ok' | 'missing' | 'too-old' | 'too-new' | 'wrong';

/**
 * Slack's v0 signature on the raw body. Compared in constant time; the age is checked both ways, because a
 * timestamp from the future would otherwise keep a captured request alive. Any of `secrets` may have signed it.
 * `nowMs` is the machine's real clock.
 */
export function verifySignature(
  body: Buffer,
  headers: { readonly timestamp: string | undefined; readonly signature: string | undefined },
  secrets: readonly string[],
  nowMs: number,
): SignatureVerdict {
  const { timestamp, signature } = headers;
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return 'missing';
  const age = Math.floor(nowMs / 1000) - Number(timestamp);
  if (age > MAX_AGE_SECONDS) return 'too-old';
  if (age < -MAX_AGE_SECONDS) return 'too-new';
  const given = Buffer.from(signature);
  let match = false;
  for (const secret of secrets) {
    if (secret === '') continue;
    const expected = Buffer.from(sign(body, timestamp, secret));
    if (expected.length === given.length && timingSafeEqual(expected, given)) match = true;
  }
  return match ? 'ok' : 'wrong';
}

/** The value of `X-Slack-Signature` for a body sent at `timestamp` (seconds). */
export function sign(body: Buffer | string, timestamp: string, secret: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}
