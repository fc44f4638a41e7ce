import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createPushVerifier } from '../../../../shared/adapters/pubsub/push-token.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
const SECONDS = NOW / 1000;
const audience = 'https://worker.example/push';
const email = 'pusher@demo.example';
const own = await generateKeyPair('RS256', { extractable: true });
const strange = await generateKeyPair('RS256');
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256' }] });
const verify = createPushVerifier({ audience, email, keys, clock: { now: () => NOW } });

const good: JWTPayload = {
  iss: 'https://accounts.google.com',
  aud: audience,
  email,
  email_verified: true,
  iat: SECONDS - 10,
  exp: SECONDS + 3590,
};
const sign = (claims: JWTPayload, key = own.privateKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key);
const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(good).filter(([name]) => name !== claim));

describe('the token of a push', () => {
  it('is accepted when Google signed it for this service and the pushing account', async () => {
    await expect(verify(`Bearer ${await sign(good)}`)).resolves.toBeUndefined();
  });

  it.each<[string, JWTPayload]>([
    ['another audience', { ...good, aud: 'https://elsewhere.example' }],
    ['another account', { ...good, email: 'stranger@demo.example' }],
    ['an account whose e-mail is not verified', { ...good, email_verified: false }],
    ['an account verified only in words', { ...good, email_verified: 'true' }],
    ['another issuer', { ...good, iss: 'https://accounts.example' }],
    ['a time that is over', { ...good, exp: SECONDS - 31 }],
    ['no end', without('exp')],
    ['no account', without('email')],
    ['no audience', without('aud')],
    ['no issuer', without('iss')],
  ])('is refused for %s', async (_name, claims) => {
    await expect(verify(`Bearer ${await sign(claims)}`)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('is refused when somebody else signed it', async () => {
    const token = await sign(good, strange.privateKey);
    await expect(verify(`Bearer ${token}`)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('is refused without a signature, whatever the header says', async () => {
    const unsecured = new UnsecuredJWT(good).encode();
    const [, payload] = unsecured.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'own' })).toString('base64url');
    for (const token of [unsecured, `${none}.${payload}.`, `${none}.${payload}.AAAA`]) {
      await expect(verify(`Bearer ${token}`)).rejects.toMatchObject({ code: 'unauthorized' });
    }
  });

  it('is refused when signed with the public key as a secret', async () => {
    const secret = Buffer.from(JSON.stringify(await exportJWK(own.publicKey)));
    const token = await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'own' }).sign(secret);
    await expect(verify(`Bearer ${token}`)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('is refused when signed by another algorithm, even with a key that is trusted', async () => {
    const curve = await generateKeyPair('ES256', { extractable: true });
    const trusted = createLocalJWKSet({ keys: [{ ...(await exportJWK(curve.publicKey)), kid: 'curve' }] });
    const token = await new SignJWT(good)
      .setProtectedHeader({ alg: 'ES256', kid: 'curve' })
      .sign(curve.privateKey);
    const strict = createPushVerifier({ audience, email, keys: trusted, clock: { now: () => NOW } });
    await expect(strict(`Bearer ${token}`)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic abc', 'Bearer a.b', 'Bearer a.b.c.d', 'Bearer a.b.c'])(
    'is refused when it is "%s"',
    async (header) => {
      await expect(verify(header)).rejects.toMatchObject({ code: 'unauthorized' });
    },
  );

  it('when the keys cannot be had, that is said, and nobody is accused', async () => {
    const down = createPushVerifier({
      audience,
      email,
      keys: () => Promise.reject(new TypeError('fetch failed')),
    });
    await expect(down(`Bearer ${await sign(good)}`)).rejects.toMatchObject({
      code: 'unavailable',
      reason: 'keys',
    });
  });
});
