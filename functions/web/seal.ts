import { createHash } from 'node:crypto';
import { EncryptJWT, errors, type JWTPayload, jwtDecrypt } from 'jose';
import type { Clock } from '../../shared/platform/clock.ts';
import { TobanError } from '../../shared/platform/errors.ts';

/** Encrypted, signed, and good for a while: what a cookie may carry. */
export interface Sealer {
  /** `purpose` keeps what is meant for one cookie from being used in another. */
  seal(purpose: string, claims: JWTPayload, lifetimeMs: number): Promise<string>;
  /** Null for anything forged, expired, meant for another purpose, or sealed with a key that is gone. */
  open(purpose: string, sealed: string): Promise<JWTPayload | null>;
}

const SHORTEST_KEY = 32;

/** `keys`: the first seals, each opens, so that a key can be rotated without signing anybody out. */
export function createSealer(keys: readonly string[], clock: Clock): Sealer {
  const short = keys.length === 0 || keys.some((key) => key.length < SHORTEST_KEY);
  if (short)
    throw new TobanError('misconfigured', `TOBAN_SESSION_KEY must have at least ${SHORTEST_KEY} characters`);
  const secrets = keys.map((key) => createHash('sha256').update(key).digest());
  return {
    async seal(purpose, claims, lifetimeMs) {
      const now = Math.floor(clock.now() / 1_000);
      return new EncryptJWT(claims)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(purpose)
        .setIssuedAt(now)
        .setExpirationTime(now + Math.floor(lifetimeMs / 1_000))
        .encrypt(secrets[0] ?? new Uint8Array());
    },
    async open(purpose, sealed) {
      for (const secret of secrets) {
        try {
          const check = {
            audience: purpose,
            currentDate: new Date(clock.now()),
            requiredClaims: ['exp', 'iat'],
          };
          return (await jwtDecrypt(sealed, secret, check)).payload;
        } catch (error) {
          // Not this key's, not yet or no longer good: whoever holds it signs in again.
          if (!(error instanceof errors.JOSEError)) throw error;
        }
      }
      return null;
    },
  };
}
