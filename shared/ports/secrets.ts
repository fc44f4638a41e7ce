/**
 * Encrypts what may be kept but never in the clear. `context` says what a secret is for: what was encrypted for one
 * purpose is not decrypted for another. Errors: `unavailable` (ask again), `refused` with `reason` (`permission`,
 * `key` where it is disabled or gone, `not-ours` for anything that this key did not encrypt for this context).
 */
export interface SecretCipher {
  /** Base64, different each time. */
  encrypt(secret: string, context: string, signal: AbortSignal): Promise<string>;
  decrypt(encrypted: string, context: string, signal: AbortSignal): Promise<string>;
}
