import { randomBytes } from 'node:crypto';
import type { SecretCipher } from '../ports/secrets.ts';
import type { Store } from '../store/port.ts';
import { type KeptSecret, secretContext, secretPath, type Webhook } from './model.ts';

/** As Standard Webhooks write one: `whsec_` and the base64 of 32 random bytes. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Enough to tell two secrets apart; the last character of base64 is always `=`. */
export const hintOf = (secret: string): string => secret.slice(-5, -1);

/** Decrypted once for each ciphertext and instance, and kept in memory only. */
const opened = new WeakMap<SecretCipher, Map<string, string>>();
const MOST_KEPT = 100;

/**
 * The secrets with which a webhook is signed now, the new one first; empty where they are gone. Errors: those of the port
 * of secrets.
 */
export async function secretsOf(
  { store, cipher }: { readonly store: Store; readonly cipher: SecretCipher },
  { id, team }: Pick<Webhook, 'id' | 'team'>,
  now: number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const kept = (await store.get<KeptSecret>(secretPath(id)))?.data;
  const old = kept?.oldUntil != null && now < kept.oldUntil ? kept.old : null;
  const known = opened.get(cipher) ?? new Map<string, string>();
  opened.set(cipher, known);
  const open = async (ciphertext: string): Promise<string> => {
    const secret =
      known.get(ciphertext) ?? (await cipher.decrypt(ciphertext, secretContext(team, id), signal));
    if (known.size >= MOST_KEPT) known.clear();
    known.set(ciphertext, secret);
    return secret;
  };
  return Promise.all([kept?.ciphertext, old].filter((one) => one != null).map(open));
}
