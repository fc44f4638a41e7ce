import { type Clock, systemClock } from '../../platform/clock.ts';
import { TobanError } from '../../platform/errors.ts';

const TOKEN_URL =
  'http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token';
const TIMEOUT_MS = 2_000;
/** Google's server hands out a new token from 5 minutes before the end; an old one is renewed in time. */
const RENEW_BEFORE_MS = 240_000;

/**
 * The access token of this service's own account, from the metadata server of Cloud Run
 * (https://cloud.google.com/compute/docs/metadata/predefined-metadata-keys). Kept until shortly before it ends; calls
 * at the same time share one request. Errors: `unavailable`.
 */
export function createMetadataToken(clock: Clock = systemClock, url = TOKEN_URL): () => Promise<string> {
  let kept: { token: string; renewAt: number } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    try {
      const askedAt = clock.now();
      const { token, seconds } = await request(url);
      kept = { token, renewAt: askedAt + seconds * 1000 - RENEW_BEFORE_MS };
      return token;
    } finally {
      asking = null;
    }
  }

  return async () => {
    if (kept && clock.now() < kept.renewAt) return kept.token;
    asking ??= ask();
    return asking;
  };
}

/** The one of this process. */
export const metadataToken: () => Promise<string> = createMetadataToken();

async function request(url: string): Promise<{ token: string; seconds: number }> {
  try {
    const headers = { 'metadata-flavor': 'Google' };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body = await response.text();
    if (!response.ok) throw new Error(`http-${response.status}`);
    const { access_token: token, expires_in: seconds } = JSON.parse(body);
    if (typeof token !== 'string' || typeof seconds !== 'number') throw new Error('no token in the answer');
    return { token, seconds };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TobanError('unavailable', `metadata server: ${reason}`, {
      reason: 'metadata-server',
      cause: error,
    });
  }
}
