import type { DatabaseSync } from 'node:sqlite';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
  SignJWT,
} from 'jose';
import type { Clock } from '../../shared/platform/clock.ts';

const LIFETIME_S = 3600;
/** A token is used again for half its life; signing each push anew would only cost time. */
const REUSE_MS = 1_800_000;

export interface Signer {
  /** What proves a request to come from this signer: the counterpart of Google's public keys. */
  readonly keys: JWTVerifyGetKey;
  /** A token with the claims that Pub/Sub sends, RS256. */
  token(): Promise<string>;
}

/** The laptop's stand-in for Google's signature. The key is made once and kept in the file. `clock`: the real one. */
export async function openSigner(
  db: DatabaseSync,
  audience: string,
  email: string,
  clock: Clock,
): Promise<Signer> {
  const jwk = await ownKey(db);
  const key = await importJWK(jwk, 'RS256');
  const { kty, n, e, kid } = jwk;
  const keys = createLocalJWKSet({ keys: [{ kty, n, e, kid, alg: 'RS256', use: 'sig' } as JWK] });
  let kept: { token: string; until: number } | null = null;

  async function token(): Promise<string> {
    const now = clock.now();
    if (kept && now < kept.until) return kept.token;
    const issuedAt = Math.floor(now / 1000);
    const signed = await new SignJWT({ email, email_verified: true, azp: email })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(kid && { kid }) })
      .setIssuer('https://accounts.google.com')
      .setAudience(audience)
      .setSubject(email)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFETIME_S)
      .sign(key);
    kept = { token: signed, until: now + REUSE_MS };
    return signed;
  }
  return { keys, token };
}

async function ownKey(db: DatabaseSync): Promise<JWK> {
  db.exec('CREATE TABLE IF NOT EXISTS bus_key (id INTEGER PRIMARY KEY CHECK (id = 1), jwk TEXT NOT NULL)');
  const read = () => db.prepare('SELECT jwk FROM bus_key').get()?.jwk;
  if (read() === undefined) {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID() };
    // Another process may have been first; its key counts.
    db.prepare('INSERT OR IGNORE INTO bus_key (id, jwk) VALUES (1, ?)').run(JSON.stringify(jwk));
  }
  return JSON.parse(String(read()));
}
