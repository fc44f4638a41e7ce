import { TobanError } from '../../platform/errors.ts';
import type { SecretCipher } from '../../ports/secrets.ts';
import { crc32c } from './crc32c.ts';

export interface KmsOptions {
  /** `projects/…/locations/…/keyRings/…/cryptoKeys/…`; null where none is configured: everything is refused. */
  readonly key: string | null;
  /** An access token of the service's own account. */
  readonly token: () => Promise<string>;
  readonly baseUrl?: string;
  readonly timeoutMs?: number;
}

interface Answer {
  readonly ciphertext?: string;
  readonly ciphertextCrc32c?: string;
  readonly plaintext?: string;
  readonly plaintextCrc32c?: string;
  readonly verifiedPlaintextCrc32c?: boolean;
  readonly verifiedAdditionalAuthenticatedDataCrc32c?: boolean;
}

/**
 * The port on Cloud KMS, by two REST calls (https://cloud.google.com/kms/docs/reference/rest). A token is far below
 * the 64 KiB that KMS encrypts itself, so there is no data key of our own that could leak. The checksums are those of
 * https://cloud.google.com/kms/docs/data-integrity-guidelines.
 */
export function createKmsCipher(options: KmsOptions): SecretCipher {
  const { key, token, baseUrl = 'https://cloudkms.googleapis.com', timeoutMs = 5_000 } = options;

  async function ask(verb: 'encrypt' | 'decrypt', body: object, signal: AbortSignal): Promise<Answer> {
    if (key === null) throw refused('TOBAN_KMS is not set: nothing can be kept encrypted', 'key');
    try {
      const response = await fetch(`${baseUrl}/v1/${key}:${verb}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}` },
        body: JSON.stringify(body),
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      const text = await response.text();
      if (!response.ok) throw failure(verb, response.status, text);
      return JSON.parse(text) as Answer;
    } catch (cause) {
      if (cause instanceof TobanError) throw cause;
      throw new TobanError('unavailable', `Cloud KMS: ${verb} was not answered`, {
        reason: 'network',
        cause,
      });
    }
  }

  return {
    async encrypt(secret, context, signal) {
      const plain = Buffer.from(secret);
      const aad = Buffer.from(context);
      const answer = await ask(
        'encrypt',
        {
          plaintext: plain.toString('base64'),
          plaintextCrc32c: String(crc32c(plain)),
          additionalAuthenticatedData: aad.toString('base64'),
          additionalAuthenticatedDataCrc32c: String(crc32c(aad)),
        },
        signal,
      );
      const encrypted = Buffer.from(answer.ciphertext ?? '', 'base64');
      const whole =
        encrypted.length > 0 &&
        answer.verifiedPlaintextCrc32c === true &&
        answer.verifiedAdditionalAuthenticatedDataCrc32c === true &&
        answer.ciphertextCrc32c === String(crc32c(encrypted));
      if (!whole) throw damaged('encrypt');
      return encrypted.toString('base64');
    },
    async decrypt(encrypted, context, signal) {
      const bytes = Buffer.from(encrypted, 'base64');
      const aad = Buffer.from(context);
      const answer = await ask(
        'decrypt',
        {
          ciphertext: bytes.toString('base64'),
          ciphertextCrc32c: String(crc32c(bytes)),
          additionalAuthenticatedData: aad.toString('base64'),
          additionalAuthenticatedDataCrc32c: String(crc32c(aad)),
        },
        signal,
      );
      const plain = Buffer.from(answer.plaintext ?? '', 'base64');
      if (answer.plaintextCrc32c !== String(crc32c(plain))) throw damaged('decrypt');
      return plain.toString('utf8');
    },
  };
}

const damaged = (verb: string): TobanError =>
  new TobanError('unavailable', `Cloud KMS: ${verb} was damaged on the way`, { reason: 'checksum' });

/** What Google says about a failure may quote the request, so that only its status is kept. */
function failure(verb: string, status: number, body: string): TobanError {
  const say = `Cloud KMS: ${verb} failed with HTTP ${status}`;
  if (status === 429 || status === 408 || status === 401 || status >= 500)
    return new TobanError('unavailable', say, { reason: `http-${status}` });
  // A key version that is disabled or destroyed is a failed precondition, which is a 400 like a foreign ciphertext.
  if (status === 404 || /"FAILED_PRECONDITION"/.test(body)) return refused(say, 'key');
  return refused(say, status === 403 ? 'permission' : status === 400 ? 'not-ours' : `http-${status}`);
}

const refused = (say: string, reason: string): TobanError => new TobanError('refused', say, { reason });
