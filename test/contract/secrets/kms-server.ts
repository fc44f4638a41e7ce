import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32c } from '../../../shared/adapters/kms/crc32c.ts';

const FIELDS = {
  encrypt: [
    'plaintext',
    'plaintextCrc32c',
    'additionalAuthenticatedData',
    'additionalAuthenticatedDataCrc32c',
  ],
  decrypt: [
    'ciphertext',
    'ciphertextCrc32c',
    'additionalAuthenticatedData',
    'additionalAuthenticatedDataCrc32c',
  ],
} as const;

export interface KmsServer {
  readonly url: string;
  /** The next answers, in order, in place of what it would say. */
  readonly faults: ('503' | '403' | '404' | 'disabled' | 'damaged' | 'unverified' | 'silent')[];
  readonly bodies: string[];
  close(): Promise<void>;
}

/** Cloud KMS as its REST reference describes it, for one key and one token: unknown fields and wrong checksums are refused. */
export async function startKmsServer(key: string, token: string): Promise<KmsServer> {
  const secret = randomBytes(32);
  const faults: KmsServer['faults'] = [];
  const bodies: string[] = [];
  const server = createServer(async (req, res) => {
    const body = await read(req);
    bodies.push(body);
    const fault = faults.shift();
    if (fault === 'silent') return;
    const [status, answer] =
      fault && /^\d+$/.test(fault) ? ([Number(fault), error(fault)] as const) : judge();
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));

    function judge(): readonly [number, object] {
      const [, verb] = new RegExp(`^/v1/${key}:(encrypt|decrypt)$`).exec(req.url ?? '') ?? [];
      if (req.method !== 'POST' || (verb !== 'encrypt' && verb !== 'decrypt'))
        return [404, error('NOT_FOUND')];
      if (req.headers.authorization !== `Bearer ${token}`) return [401, error('UNAUTHENTICATED')];
      // A disabled key version answers FAILED_PRECONDITION, which is a 400.
      if (fault === 'disabled') return [400, error('FAILED_PRECONDITION')];
      const fields = JSON.parse(body) as Record<string, string>;
      const known: readonly string[] = FIELDS[verb];
      if (Object.keys(fields).some((name) => !known.includes(name))) return [400, error('INVALID_ARGUMENT')];
      const bytes = (name: string) => Buffer.from(fields[name] ?? '', 'base64');
      const sound = (name: string) => fields[`${name}Crc32c`] === String(crc32c(bytes(name)));
      const aad = bytes('additionalAuthenticatedData');
      const input = verb === 'encrypt' ? 'plaintext' : 'ciphertext';
      if (!sound(input) || !sound('additionalAuthenticatedData')) return [400, error('INVALID_ARGUMENT')];
      if (verb === 'encrypt') {
        const nonce = randomBytes(12);
        const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(aad);
        const sealed = Buffer.concat([
          nonce,
          cipher.update(bytes(input)),
          cipher.final(),
          cipher.getAuthTag(),
        ]);
        return [
          200,
          {
            name: `${key}/cryptoKeyVersions/1`,
            ciphertext: sealed.toString('base64'),
            ciphertextCrc32c: String(crc32c(sealed) + (fault === 'damaged' ? 1 : 0)),
            verifiedPlaintextCrc32c: fault !== 'unverified',
            verifiedAdditionalAuthenticatedDataCrc32c: true,
            protectionLevel: 'SOFTWARE',
          },
        ];
      }
      try {
        const sealed = bytes(input);
        const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12)).setAAD(aad);
        decipher.setAuthTag(sealed.subarray(-16));
        const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
        return [
          200,
          {
            plaintext: plain.toString('base64'),
            plaintextCrc32c: String(crc32c(plain) + (fault === 'damaged' ? 1 : 0)),
            usedPrimary: true,
          },
        ];
      } catch {
        return [400, error('INVALID_ARGUMENT')];
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    bodies,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const error = (status: string): object => ({ error: { status, message: 'as Google would say' } });

async function read(req: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of req) body += chunk;
  return body;
}
