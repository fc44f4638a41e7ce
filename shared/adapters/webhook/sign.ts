import { createHmac } from 'node:crypto';

export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

/**
 * The headers of Standard Webhooks: `v1,` and the base64 of HMAC-SHA256 over `id.seconds.body`, one for each secret. A
 * secret that begins with `whsec_` is base64.
 */
export function signed(
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: string },
  secrets: readonly string[],
): Signed {
  const seconds = String(Math.floor(at / 1_000));
  const signatures = secrets.map((secret) => {
    const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret;
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Toban',
      'webhook-id': id,
      'webhook-timestamp': seconds,
      ...(signatures.length > 0 && { 'webhook-signature': signatures.join(' ') }),
    },
  };
}
