import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { TobanError } from '../../platform/errors.ts';
import type { SecretCipher } from '../../ports/secrets.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The port with a key in a file, for the laptop: AES-256-GCM. The file is made at the first start. */
export function createKeyFileCipher(file: string): SecretCipher {
  const key = readKey(file);
  return {
    async encrypt(secret, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    async decrypt(encrypted, context) {
      const bytes = Buffer.from(encrypted, 'base64');
      try {
        const nonce = bytes.subarray(0, NONCE_BYTES);
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new TobanError('refused', 'this key did not encrypt it for this purpose', {
          reason: 'not-ours',
          cause,
        });
      }
    },
  };
}

/** `wx`: two processes that start at once agree on the one key that was first. */
function readKey(file: string): Buffer {
  try {
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== KEY_BYTES)
    throw new TobanError(
      'misconfigured',
      `${file} holds no key of ${KEY_BYTES} bytes: remove it to get a new one`,
    );
  return key;
}
