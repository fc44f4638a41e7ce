import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { type SimUser, TEAM, TEAM_NAME } from './model.ts';

const KEY_ID = 'simulated-slack';
const LIFETIME_S = 300;

/** OpenID Connect as Slack does it: RS256, team and user in claims of its own. Times are real ones. */
export class SignIn {
  #keys: ReturnType<typeof generateKeyPair> | null = null;

  async jwks(): Promise<{ keys: JWK[] }> {
    const { publicKey } = await this.#pair();
    return { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' }] };
  }

  /** `issuer`: the simulator's address; `audience`: the app's client id. */
  async idToken(claims: {
    readonly user: SimUser;
    readonly scopes: readonly string[];
    readonly nonce: string | null;
    readonly issuer: string;
    readonly audience: string;
  }): Promise<string> {
    const { user, scopes, nonce, issuer, audience } = claims;
    const { privateKey } = await this.#pair();
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({
      ...this.claims(user, scopes),
      ...(nonce !== null && { nonce }),
      auth_time: now,
    })
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(user.id)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME_S)
      .sign(privateKey);
  }

  claims({ id, email, realName, locale }: SimUser, scopes: readonly string[]): object {
    return {
      sub: id,
      'https://slack.com/user_id': id,
      'https://slack.com/team_id': TEAM,
      ...(scopes.includes('email') && email && { email, email_verified: true }),
      ...(scopes.includes('profile') && {
        name: realName,
        locale,
        'https://slack.com/team_name': TEAM_NAME,
        'https://slack.com/team_domain': 'simulated',
      }),
    };
  }

  /** Made when first needed: most runs sign nobody in. */
  #pair(): ReturnType<typeof generateKeyPair> {
    this.#keys ??= generateKeyPair('RS256');
    return this.#keys;
  }
}

/** `/.well-known/openid-configuration`. */
export const discovery = (url: string): object => ({
  issuer: url,
  authorization_endpoint: `${url}/openid/connect/authorize`,
  token_endpoint: `${url}/api/openid.connect.token`,
  userinfo_endpoint: `${url}/api/openid.connect.userInfo`,
  jwks_uri: `${url}/openid/connect/keys`,
  scopes_supported: ['openid', 'profile', 'email'],
  response_types_supported: ['code'],
  response_modes_supported: ['form_post', 'query'],
  grant_types_supported: ['authorization_code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: ['sub', 'auth_time', 'iss'],
  token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
});
