import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKeyFileCipher } from '../../../shared/adapters/key-file/index.ts';
import { crc32c } from '../../../shared/adapters/kms/crc32c.ts';
import { createKmsCipher } from '../../../shared/adapters/kms/index.ts';
import type { SecretCipher } from '../../../shared/ports/secrets.ts';
import { type KmsServer, startKmsServer } from './kms-server.ts';

const KEY = 'projects/p/locations/asia-northeast1/keyRings/toban/cryptoKeys/secrets';
const SECRET = 'xoxp-1-2-3-ひみつ';
const soon = () => AbortSignal.timeout(5_000);
let folder: string;
let server: KmsServer;
let parts: Readonly<Record<string, SecretCipher>>;
const kms = (more: { token?: string; key?: string; timeoutMs?: number } = {}) =>
  createKmsCipher({ key: KEY, baseUrl: server.url, ...more, token: async () => more.token ?? 'ya29.ok' });
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toban-secrets-'));
  server = await startKmsServer(KEY, 'ya29.ok');
  parts = { 'a key file': createKeyFileCipher(join(folder, 'key')), 'Cloud KMS': kms() };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe.each(['a key file', 'Cloud KMS'])('secrets by %s', (name) => {
  const part = (): SecretCipher => parts[name] as SecretCipher;

  test('come back as they were, and look different each time', async () => {
    const [one, two] = [
      await part().encrypt(SECRET, 'slack', soon()),
      await part().encrypt(SECRET, 'slack', soon()),
    ];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('xoxp');
    expect(await part().decrypt(one, 'slack', soon())).toBe(SECRET);
    expect(await part().decrypt(two, 'slack', soon())).toBe(SECRET);
  });

  test('are not given out for another purpose, nor when somebody touched them', async () => {
    const encrypted = await part().encrypt(SECRET, 'slack', soon());
    const touched = Buffer.from(encrypted, 'base64');
    touched[touched.length - 1] = (touched.at(-1) ?? 0) ^ 1;
    const no = { code: 'refused', reason: 'not-ours' };
    await expect(part().decrypt(encrypted, 'other', soon())).rejects.toMatchObject(no);
    await expect(part().decrypt(touched.toString('base64'), 'slack', soon())).rejects.toMatchObject(no);
    await expect(part().decrypt('', 'slack', soon())).rejects.toMatchObject(no);
  });
});

describe('a key file', () => {
  test('is made once, for its owner only, and another key opens nothing', async () => {
    const file = join(folder, 'key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, 'utf8');
    const encrypted = await createKeyFileCipher(file).encrypt(SECRET, 'slack', soon());
    expect(readFileSync(file, 'utf8')).toBe(before);
    const other = createKeyFileCipher(join(folder, 'other'));
    await expect(other.decrypt(encrypted, 'slack', soon())).rejects.toMatchObject({ reason: 'not-ours' });
  });

  test('that is no key stops the start with a sentence', () => {
    writeFileSync(join(folder, 'broken'), 'short');
    expect(() => createKeyFileCipher(join(folder, 'broken'))).toThrow(/remove it to get a new one/);
  });
});

describe('Cloud KMS', () => {
  test.each([
    ['503', 'unavailable', 'http-503'],
    ['403', 'refused', 'permission'],
    ['404', 'refused', 'key'],
    ['disabled', 'refused', 'key'],
    ['damaged', 'unavailable', 'checksum'],
    ['unverified', 'unavailable', 'checksum'],
  ] as const)('%s is %s', async (fault, code, reason) => {
    server.faults.push(fault);
    await expect(kms().encrypt(SECRET, 'slack', soon())).rejects.toMatchObject({ code, reason });
  });

  test('a damaged answer is not taken for the secret', async () => {
    const encrypted = await kms().encrypt(SECRET, 'slack', soon());
    server.faults.push('damaged');
    await expect(kms().decrypt(encrypted, 'slack', soon())).rejects.toMatchObject({ reason: 'checksum' });
  });

  test('silence, and a token that has just ended, may pass', async () => {
    server.faults.push('silent');
    await expect(kms({ timeoutMs: 100 }).encrypt(SECRET, 'slack', soon())).rejects.toMatchObject({
      code: 'unavailable',
    });
    await expect(kms({ token: 'ya29.old' }).encrypt(SECRET, 'slack', soon())).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  test('what goes wrong never repeats the secret', async () => {
    server.faults.push('403');
    const error = await kms()
      .encrypt(SECRET, 'slack', soon())
      .catch((one: unknown) => one);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(SECRET);
    expect(String(error)).not.toContain(Buffer.from(SECRET).toString('base64'));
  });

  test('the checksum is the one of RFC 3720', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe306_9283);
    expect(crc32c(Buffer.alloc(32))).toBe(0x8a91_36aa);
  });
});
