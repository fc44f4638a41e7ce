import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Clock, systemClock } from '../../platform/clock.ts';
import { TobanError } from '../../platform/errors.ts';

const GOOGLE_KEYS = 'https://www.googleapis.com/oauth2/v3/certs';
const ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];

export interface PushVerifierOptions {
  /** The audience that the push subscription is set up with. */
  readonly audience: string;
  /** The service account that the push subscription signs as; no other account of Google's will do. */
  readonly email: string;
  /** `googleKeys()` in production, the dispatcher's own key on a laptop. */
  readonly keys: JWTVerifyGetKey;
  readonly clock?: Clock;
}

/** Google's public keys, fetched when first needed and kept by jose. */
export const googleKeys = (): JWTVerifyGetKey => createRemoteJWKSet(new URL(GOOGLE_KEYS));

/**
 * Proves that a request comes from our own push subscription: `authorization` is that header's value
 * (https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions). Rejects with `unauthorized`, or with
 * `unavailable` when the keys cannot be had.
 */
export function createPushVerifier(
  options: PushVerifierOptions,
): (authorization: string | undefined) => Promise<void> {
  const { audience, email, keys, clock = systemClock } = options;
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthorized('no-bearer');
    const payload = await claimsOf(token, keys, audience, clock);
    if (payload.email_verified !== true) throw unauthorized('email-not-verified');
    if (payload.email !== email) throw unauthorized('wrong-account');
  };
}

async function claimsOf(token: string, keys: JWTVerifyGetKey, audience: string, clock: Clock) {
  try {
    const currentDate = new Date(clock.now());
    const algorithms = ['RS256'];
    const requiredClaims = ['exp', 'email'];
    const checks = { audience, issuer: ISSUERS, algorithms, requiredClaims, clockTolerance: 30, currentDate };
    return (await jwtVerify(token, keys, checks)).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError && !KEYS_MISSING.has(error.code))
      throw unauthorized(error.code, error);
    throw new TobanError('unavailable', 'the keys for push tokens cannot be had', {
      reason: 'keys',
      cause: error,
    });
  }
}

// jose's codes for "Google's key server did not answer, or not with keys".
const KEYS_MISSING: ReadonlySet<string> = new Set([
  'ERR_JWKS_TIMEOUT',
  'ERR_JWKS_INVALID',
  'ERR_JOSE_GENERIC',
]);

function unauthorized(reason: string, cause?: unknown): TobanError {
  return new TobanError('unauthorized', `this push is not from our subscription: ${reason}`, {
    reason,
    cause,
  });
}
