import { hash, randomBytes } from 'node:crypto';
import { recordId } from '../platform/ids.ts';

/** Tells people, and scanners for leaked secrets, what it is. */
const PREFIX = 'toban_';
const TOKEN = /^toban_[A-Za-z0-9_-]{43}$/;

/** 256 random bits. */
export const newToken = (): string => `${PREFIX}${randomBytes(32).toString('base64url')}`;

/** Under what a token is known; null for what can be none. So many random bits need no salt. */
export function hashOf(token: string): string | null {
  return TOKEN.test(token) ? hash('sha256', token) : null;
}

/** The id of its record: from its hash, so that it is found by one document. */
export const idOf = (hash: string): string => recordId('tok', hash);
