import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits in the alphabet of addresses. */
export const newSecret = (): string => randomBytes(BYTES).toString('base64url');

/** Under what a secret is kept; null for what can be none. So many random bits need no salt. */
export function hashOf(secret: string): string | null {
  return SECRET.test(secret) ? createHash('sha256').update(`feed:${secret}`).digest('hex') : null;
}
