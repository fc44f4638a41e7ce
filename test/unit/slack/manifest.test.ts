import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  adminScopes,
  type ConversationKind,
  manifest,
  methodScopes,
  type SlackMethod,
  scopesFor,
} from '../../../shared/slack/index.ts';

const ADAPTERS = 'shared/adapters/slack';
const EDGE = 'functions/ingress/edge-slack.ts';
/** Trading a code for a token is done without one. */
const WITHOUT_TOKEN = ['openid.connect.token', 'oauth.v2.access'];

/** Every Web API method that the text of our adapters calls, by client or by name. */
function methodsCalled(): string[] {
  const texts = [...readdirSync(ADAPTERS).map((file) => `${ADAPTERS}/${file}`), EDGE].map((file) =>
    readFileSync(file, 'utf8'),
  );
  const called = texts.flatMap((text) => [
    ...[...text.matchAll(/\b(?:client|web\([^)]*\))\.((?:\w+\.)+\w+)\(/g)].map(([, name = '']) => name),
    ...[...text.matchAll(/'((?:views|chat|conversations)\.\w+)'/g)].map(([, name = '']) => name),
  ]);
  return [...new Set(called)].filter((name) => !WITHOUT_TOKEN.includes(name)).sort();
}

const called = methodsCalled();
const { bot, user } = manifest('https://toban.example.com').oauth_config.scopes;
const KINDS: readonly ConversationKind[] = ['channel', 'group', 'im'];

test('the methods that are called are found at all', () => {
  expect(called).toEqual(
    expect.arrayContaining([
      'chat.postMessage',
      'users.list',
      'usergroups.users.update',
      'views.open',
      'auth.test',
    ]),
  );
});

describe.each(called)('%s', (name) => {
  test('has its scopes in the manifest, for every kind of conversation', () => {
    expect(Object.keys(methodScopes)).toContain(name);
    for (const kind of KINDS) {
      const needed = scopesFor(name as SlackMethod, 'bot', kind);
      expect(needed).not.toBeNull();
      if (needed && needed.length > 0) expect(needed.filter((scope) => bot.includes(scope))).not.toEqual([]);
    }
  });
});

test.each([
  'conversations.create',
  'conversations.invite',
  'usergroups.users.update',
  'usergroups.enable',
  'usergroups.disable',
  'users.info',
] as const)('an administrator’s token may %s', (name) => {
  for (const kind of ['channel', 'group'] as const) {
    const needed = scopesFor(name, 'user', kind) ?? [];
    expect(needed.filter((scope) => user.includes(scope))).not.toEqual([]);
  }
});

test('an administrator’s token can never speak', () => {
  expect([...adminScopes, ...user].filter((scope) => /^chat:|^im:|^files:/.test(scope))).toEqual([]);
});

test('no scope is asked for that nothing needs', () => {
  const needed = new Set(
    Object.keys(methodScopes).flatMap((name) =>
      KINDS.flatMap((kind) => scopesFor(name as SlackMethod, 'bot', kind) ?? []),
    ),
  );
  const events = ['app_mentions:read', 'commands'];
  expect(bot.filter((scope) => !needed.has(scope) && !events.includes(scope))).toEqual([]);
});

describe.each(['ja', 'en'] as const)('the manifest in %s', (locale) => {
  const { display_information: about, features } = manifest('https://toban.example.com/', { locale });

  test('keeps Slack’s limits', () => {
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description.length).toBeLessThanOrEqual(140);
    expect(about.long_description.length).toBeGreaterThanOrEqual(175);
    expect(about.long_description.length).toBeLessThanOrEqual(4_000);
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });

  test('sends everything to the edge, with ids and not names', () => {
    for (const { url, should_escape: escapes } of features.slash_commands) {
      expect(url).toBe('https://toban.example.com/slack/commands');
      expect(escapes).toBe(true);
    }
  });
});

test('people come back to the pages, wherever those are', () => {
  const { oauth_config: oauth, settings } = manifest('https://edge.example.com', {
    pagesUrl: 'https://web.example.com',
  });
  expect(oauth.redirect_urls).toEqual(['https://web.example.com']);
  expect(settings.event_subscriptions.request_url).toBe('https://edge.example.com/slack/events');
});
