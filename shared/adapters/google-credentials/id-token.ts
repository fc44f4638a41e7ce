import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Clock, systemClock } from '../../platform/clock.ts';
import { TobanError } from '../../platform/errors.ts';

const GOOGLE_KEYS = 'https://www.googleapis.com/oauth2/v3/certs';
const ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];

export interface IdTokenOptions {
  /** For whom the token was made: ours, or it was stolen on its way to somebody else. */
  readonly audience: string;
  /** `googleKeys()` in production, an own key on a laptop and in tests. */
  readonly keys: JWTVerifyGetKey;
  readonly clock?: Clock;
}

/** Google's public keys, fetched when first needed and kept by jose. */
export const googleKeys = (): JWTVerifyGetKey => createRemoteJWKSet(new URL(GOOGLE_KEYS));

/**
 * The account that an ID token of Google's proves (https://cloud.google.com/docs/authentication/token-types#id): its
 * e-mail address, verified. Rejects with `unauthorized`, its reason beside, or with `unavailable` when the keys cannot be had.
 */
export function createIdTokenReader(options: IdTokenOptions): (token: string) => Promise<string> {
  const { audience, keys, clock = systemClock } = options;
  return async (token) => {
    const { email, email_verified: verified } = await claimsOf(token, keys, audience, clock);
    if (verified !== true || typeof email !== 'string') throw unauthorized('email-not-verified');
    return email;
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
    throw new TobanError('unavailable', 'the keys for ID tokens cannot be had', {
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
  return new TobanError('unauthorized', `this ID token proves nothing here: ${reason}`, { reason, cause });
}
