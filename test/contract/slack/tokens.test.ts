import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SIMULATED_APP } from '../../../local/slack/index.ts';
import { type Bench, eventsOf, startBench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

describe('tokens', () => {
  test('without a scope a call is refused and says what is needed', async () => {
    await bench.close();
    bench = await startBench({
      manifest: (own) => {
        const bot = own.oauth_config.scopes.bot.filter((scope) => scope !== 'reactions:write');
        return { ...own, oauth_config: { ...own.oauth_config, scopes: { ...own.oauth_config.scopes, bot } } };
      },
    });
    const { ts } = bench.simulator.people.say('U0CS', 'C0CSHELP', 'a');
    expect(
      await bench.api('reactions.add', { channel: 'C0CSHELP', timestamp: ts, name: 'eyes' }),
    ).toMatchObject({
      error: 'missing_scope',
      needed: 'reactions:write',
      provided: expect.stringContaining('chat:write'),
    });
  });

  test('the administrator’s token never speaks, opens no modal, and ends with its owner’s account', async () => {
    const { adminToken } = SIMULATED_APP;
    const post = () => bench.api('chat.postMessage', { channel: 'C0CSHELP', text: 'a' }, adminToken);
    expect(await post()).toMatchObject({ error: 'missing_scope' });
    expect(await bench.api('views.publish', {}, adminToken)).toMatchObject({
      error: 'not_allowed_token_type',
    });
    await bench.control({ do: 'set-user', user: 'U0ADMIN', deactivated: true });
    expect(await post()).toMatchObject({ error: 'account_inactive' });
    expect(await bench.api('auth.test', {}, 'xoxb-wrong')).toMatchObject({ error: 'invalid_auth' });
    expect(await bench.api('auth.test', {}, '')).toMatchObject({ error: 'not_authed' });
  });

  test('installing gives a bot’s and a person’s token for a code, once; revoking tells whose it was', async () => {
    const { clientId: client_id, clientSecret: client_secret } = SIMULATED_APP;
    const redirect_uri = `${bench.app.url}/slack/install/callback`;
    const query = {
      client_id,
      redirect_uri,
      scope: 'chat:write',
      user_scope: 'users:read',
      state: 's1',
      user: 'U0OWNER',
    };
    const agreed = await fetch(`${bench.simulator.url}/oauth/v2/authorize?${new URLSearchParams(query)}`, {
      redirect: 'manual',
    });
    const back = new URL(agreed.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('s1');
    const exchange = { client_id, client_secret, code: back.searchParams.get('code'), redirect_uri };
    const answer = await bench.api('oauth.v2.access', exchange, '');
    expect(answer).toMatchObject({ ok: true, scope: 'chat:write', authed_user: { id: 'U0OWNER' } });
    expect(await bench.api('oauth.v2.access', exchange, '')).toMatchObject({ error: 'invalid_code' });
    const { access_token: token } = answer.authed_user as { access_token: string };
    expect(await bench.api('auth.test', {}, token)).toMatchObject({ user_id: 'U0OWNER' });
    await bench.api('auth.revoke', {}, token);
    expect(await bench.api('auth.test', {}, token)).toMatchObject({ error: 'token_revoked' });
    expect(await eventsOf(bench)).toMatchObject([
      { type: 'tokens_revoked', tokens: { oauth: ['U0OWNER'], bot: [] } },
    ]);
  });

  describe('OAuth by the book', () => {
    const { clientId: client_id, clientSecret: client_secret } = SIMULATED_APP;
    const ask = async (more: Record<string, string> = {}) => {
      const redirect_uri = `${bench.app.url}/slack/oauth`;
      const query = {
        client_id,
        redirect_uri,
        user_scope: 'users:read',
        state: 's1',
        as: 'U0OWNER',
        ...more,
      };
      const url = `${bench.simulator.url}/oauth/v2/authorize?${new URLSearchParams(query)}`;
      const answer = await fetch(url, { redirect: 'manual' });
      const back = answer.headers.get('location');
      return { status: answer.status, back: back === null ? null : new URL(back).searchParams };
    };
    const access = (code: string, more: Record<string, string> = {}) => {
      const redirect_uri = `${bench.app.url}/slack/oauth`;
      return bench.api('oauth.v2.access', { client_id, client_secret, code, redirect_uri, ...more }, '');
    };
    const codeOf = async (more?: Record<string, string>) => (await ask(more)).back?.get('code') ?? '';

    test('without a state, with a foreign client or for nobody, nobody is sent back', async () => {
      expect(await ask({ state: '' })).toMatchObject({ status: 400, back: null });
      expect(await ask({ client_id: '1.2' })).toMatchObject({ status: 400, back: null });
      expect(await ask({ as: 'U0TOBAN' })).toMatchObject({ status: 400, back: null });
    });

    test('a scope that the app did not declare, and a no, come back as errors with the state', async () => {
      const scope = (await ask({ user_scope: 'chat:write' })).back;
      expect([scope?.get('error'), scope?.get('state')]).toEqual(['invalid_scope', 's1']);
      expect((await ask({ deny: '1' })).back?.get('error')).toBe('access_denied');
    });

    test('the exchange names the same address, the client and its secret', async () => {
      expect(await access(await codeOf(), { redirect_uri: `${bench.app.url}/other` })).toMatchObject({
        error: 'bad_redirect_uri',
      });
      const code = await codeOf();
      expect(await bench.api('oauth.v2.access', { client_id, client_secret, code }, '')).toMatchObject({
        error: 'bad_redirect_uri',
      });
      expect(await access(await codeOf(), { client_secret: 'wrong' })).toMatchObject({
        error: 'bad_client_secret',
      });
    });

    test('a code lives ten minutes', async () => {
      const code = await codeOf();
      bench.advance(10 * 60_000 + 1);
      expect(await access(code)).toMatchObject({ error: 'invalid_code' });
    });

    test('who agrees again keeps the token, with the scopes of both times', async () => {
      const tokenOf = async (scope: string) =>
        (await access(await codeOf({ user_scope: scope }))).authed_user as {
          access_token: string;
          scope: string;
        };
      const first = await tokenOf('users:read');
      const second = await tokenOf('channels:write');
      expect(second).toMatchObject({ access_token: first.access_token, scope: 'users:read,channels:write' });
    });

    test('a token of another workspace says so, and does nothing here', async () => {
      const answer = await access(await codeOf({ as: 'U0ELSEWHERE' }));
      expect(answer).toMatchObject({ team: { id: 'T0ELSEWHERE' } });
      const { access_token: token } = answer.authed_user as { access_token: string };
      expect(await bench.api('auth.test', {}, token)).toMatchObject({
        team_id: 'T0ELSEWHERE',
        user_id: 'U0ELSEWHERE',
      });
      expect(await bench.api('users.info', { user: 'U0CS' }, token)).toMatchObject({
        error: 'team_access_not_granted',
      });
      expect(await bench.api('auth.revoke', {}, token)).toMatchObject({ revoked: true });
    });
  });

  test('an address that is not the app’s own is never returned to', async () => {
    const query = {
      client_id: SIMULATED_APP.clientId,
      redirect_uri: 'https://evil.example.com/',
      user: 'U0CS',
    };
    const answer = await fetch(`${bench.simulator.url}/oauth/v2/authorize?${new URLSearchParams(query)}`, {
      redirect: 'manual',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  test('Sign in with Slack proves who it is by a signed token with the nonce', async () => {
    const { clientId: client_id, clientSecret: client_secret } = SIMULATED_APP;
    const redirect_uri = `${bench.app.url}/sign-in/callback`;
    const query = {
      client_id,
      redirect_uri,
      response_type: 'code',
      scope: 'openid profile',
      nonce: 'n1',
      user: 'U0ARAI',
    };
    const agreed = await fetch(
      `${bench.simulator.url}/openid/connect/authorize?${new URLSearchParams(query)}`,
      {
        redirect: 'manual',
      },
    );
    const code = new URL(agreed.headers.get('location') ?? '').searchParams.get('code');
    const tokens = await bench.api(
      'openid.connect.token',
      { client_id, client_secret, code, redirect_uri },
      '',
    );
    const keys = (await (await fetch(`${bench.simulator.url}/openid/connect/keys`)).json()) as JSONWebKeySet;
    const { payload } = await jwtVerify(String(tokens.id_token), createLocalJWKSet(keys), {
      issuer: bench.simulator.url,
      audience: client_id,
    });
    expect(payload).toMatchObject({
      nonce: 'n1',
      'https://slack.com/user_id': 'U0ARAI',
      name: '新井 さくら',
    });
    expect(await bench.api('openid.connect.userInfo', {}, String(tokens.access_token))).toMatchObject({
      sub: 'U0ARAI',
    });
  });
});

describe('what it remembers', () => {
  test('survives a kill, and a line cut short harms nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'toban-slack-'));
    const dataFile = join(folder, 'slack.jsonl');
    const first = await startBench({ dataFile });
    const { people, workspace } = first.simulator;
    const said = people.say('U0CS', 'C0CSHELP', '返却できない');
    people.react('U0ONO', said, 'eyes');
    people.delete(people.say('U0CS', 'C0CSHELP', '間違い'));
    await first.control({ do: 'set-user', user: 'U0CTO', dnd: true });
    await first.control({ do: 'setting', name: 'userGroups', value: 'admins' });
    const before = structuredClone(workspace.state);
    // Nothing is closed in order: the file is read as a kill leaves it.
    appendFileSync(dataFile, '{"in":"messages","key":"C0CSHELP:9');
    const second = await startBench({ dataFile });
    expect(second.simulator.workspace.state).toEqual({
      ...before,
      // An installation is renewed at each start.
      tokens: second.simulator.workspace.state.tokens,
    });
    const next = second.simulator.people.say('U0CS', 'C0CSHELP', '次');
    expect(Number(next.ts.split('.')[1])).toBeGreaterThan(Number(said.ts.split('.')[1]));
    await first.close();
    await second.close();
    rmSync(folder, { recursive: true });
  });
});
