import { TobanError } from '../platform/errors.ts';
import type { AdminTokenContext } from './context.ts';
import { type AdminToken, type EncryptedToken, secretContext, secretPath } from './model.ts';

/** Decrypted once for each ciphertext and instance, and kept in memory only. */
const opened = new WeakMap<object, { readonly ciphertext: string; readonly token: string }>();

/**
 * The token in use: the connected account's, else the environment's. Refused with `needs-admin` where there is none,
 * and as the port of secrets refuses where it cannot be decrypted.
 */
export async function readToken(
  ctx: Pick<AdminTokenContext, 'store' | 'cipher' | 'environmentToken'>,
  state: AdminToken | null,
  signal: AbortSignal,
): Promise<string> {
  const { store, cipher, environmentToken } = ctx;
  const holder = state?.holder;
  if (holder?.via !== 'install') {
    if (environmentToken !== null) return environmentToken;
    throw new TobanError('refused', 'no administrator is connected', { reason: 'needs-admin' });
  }
  const kept = (await store.get<EncryptedToken>(secretPath(holder)))?.data;
  if (!kept) throw new TobanError('refused', 'the encrypted token is gone', { reason: 'gone' });
  const before = opened.get(cipher);
  if (before?.ciphertext === kept.ciphertext) return before.token;
  const token = await cipher.decrypt(kept.ciphertext, secretContext(holder), signal);
  opened.set(cipher, { ciphertext: kept.ciphertext, token });
  return token;
}
