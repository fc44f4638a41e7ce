import { describe, expect, test } from 'vitest';
import { findingLines } from '../../../cli/doctor/report.ts';
import { checkChannels } from '../../../shared/doctor/checks/channels.ts';
import { readConfiguration } from '../../../shared/doctor/checks/configuration.ts';
import { checkGroups } from '../../../shared/doctor/checks/groups.ts';
import { checkPeople } from '../../../shared/doctor/checks/people.ts';
import { checkSecrets } from '../../../shared/doctor/checks/secrets.ts';
import { checkSheets } from '../../../shared/doctor/checks/sheets.ts';
import { checkToken } from '../../../shared/doctor/checks/slack.ts';
import { checkStore } from '../../../shared/doctor/checks/store.ts';
import { readOnly } from '../../../shared/doctor/read-only.ts';
import { doctorText } from '../../../shared/doctor/text.ts';
import { readEnv } from '../../../shared/platform/config.ts';
import { TobanError } from '../../../shared/platform/errors.ts';
import { botScopes } from '../../../shared/slack/index.ts';
import { parseConfig } from '../../../shared/workspace/index.ts';
import { CONFIG, CURRENT, group, lookAt, NOW, person, sheetOf, told } from './look.ts';

const text = doctorText('en');
const refuse = (reason: string) => async () => {
  throw new TobanError('refused', 'no', { reason });
};
const signal = AbortSignal.timeout(60_000);

test('nothing to mend where all is well', async () => {
  const look = lookAt();
  const all = await Promise.all([
    checkChannels(look),
    checkGroups(look, []),
    checkPeople(look),
    checkSheets(look),
  ]);
  expect(all.flat().map(({ level }) => level)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
});

test('configuration: each mistake with line and column; a missing file says where it is looked for', () => {
  const broken = CONFIG.replace('rota: mobility', 'rota: mobilty').replace('U0MORI', 'S0MORI');
  const { config, findings } = readConfiguration(broken, 'toban.yaml', text);
  expect(config).toBeNull();
  expect(told(findings)[0]).toMatch(/error toban\.yaml: toban\.yaml:5:16 rotas\[0\]\.fallback.*→ Correct/);
  expect(told(readConfiguration(null, 'x.yaml', text).findings)).toEqual([
    'error x.yaml: There is no x.yaml, so the configuration cannot be checked. → Say in TOBAN_CONFIG where toban.yaml is.',
  ]);
});

test('secrets: names only, those of webhooks too; what doctor itself needs is an error', () => {
  const config = parseConfig(
    `${CONFIG}webhooks: { phone: { url: "https://phone.example.com", secret: PHONE_SECRET } }\n`,
  );
  const vars = { SLACK_SIGNING_SECRET: 'hush-hush', PHONE_SECRET: '' };
  const findings = checkSecrets(readEnv(vars), vars, config, text);
  expect(told(findings).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'error SLACK_BOT_TOKEN:',
    'ok SLACK_SIGNING_SECRET:',
    'warning SLACK_CLIENT_SECRET:',
    'warning TOBAN_SESSION_KEY:',
    'warning PHONE_SECRET:',
  ]);
  expect(JSON.stringify(findings)).not.toContain('hush-hush');
});

describe('the token', () => {
  const check = (test: () => Promise<{ user: string; team: string; scopes: readonly string[] }>) =>
    checkToken({ test }, 'SLACK_BOT_TOKEN', 'xoxb-hush', text, signal);

  test('lacks scopes: says which, and how to get them', async () => {
    const scopes = botScopes.filter((scope) => scope !== 'channels:join' && scope !== 'im:write');
    const { user, findings } = await check(async () => ({ user: 'U0TOBAN', team: 'T1', scopes }));
    expect(user).toBe('U0TOBAN');
    expect(told(findings)[1]).toMatch(/^error .* lacks scopes: channels:join, im:write\..*manifest/);
  });
  test('is refused, or Slack is away: two different things to do', async () => {
    expect(told((await check(refuse('token_revoked'))).findings)[0]).toMatch(
      /token_revoked.*Install the Slack app/,
    );
    const away = async () => {
      throw new TobanError('unavailable', 'down', { reason: 'ECONNREFUSED' });
    };
    expect(told((await check(away)).findings)[0]).toMatch(/could not be reached \(ECONNREFUSED\).*network/);
  });
  test('a bug of ours is no finding', async () => {
    await expect(
      check(async () => {
        throw new TypeError('ours');
      }),
    ).rejects.toThrow('ours');
  });
});

describe('channels', () => {
  test('without the bot: invite it', async () => {
    const members = async (channel: string) => (channel === 'C0HELP' ? ['U0CS'] : ['U0TOBAN']);
    const lines = told(await checkChannels(lookAt({ rooms: { members } })));
    expect(lines[0]).toBe(
      'error C0HELP: Toban is not in C0HELP (routes). Calls from there are not heard. → Run /invite @Toban in that channel.',
    );
    expect(lines.slice(1).every((line) => line.startsWith('ok'))).toBe(true);
  });
  test('that cannot be opened: the code and both causes', async () => {
    const look = lookAt({ rooms: { members: refuse('channel_not_found') } });
    expect(told(await checkChannels(look))[0]).toMatch(/channel_not_found.*Check the ID.*private/);
  });
});

describe('a watched user group', () => {
  const look = (users: readonly string[], enabled = true) =>
    lookAt({
      userGroups: { list: async () => [group(users, enabled)] },
      slack: {
        ...lookAt().slack,
        user: async (id) => person(id, { bot: id === 'U0FORM', deactivated: id === 'U0GONE' }),
      },
    });
  test('that holds people makes Slack ring them: a warning with their names', async () => {
    const [line] = told(await checkGroups(look(['U0ARAI', 'U0ADMIN', 'U0FORM', 'U0GONE']), ['U0ADMIN']));
    expect(line).toMatch(
      /^warning S0ONCALL: Mentioning @oncall makes Slack itself notify people.*: arai\. →/,
    );
  });
  test('that holds silent accounts alone is well', async () => {
    expect((await checkGroups(look(['U0ADMIN', 'U0FORM']), ['U0ADMIN']))[0]?.level).toBe('ok');
  });
  test('that is disabled, or not there, cannot call', async () => {
    expect(told(await checkGroups(look([], false), []))[0]).toMatch(/^warning .*disabled/);
    const none = lookAt({ userGroups: { list: async () => [] } });
    expect(told(await checkGroups(none, []))[0]).toMatch(/^error S0ONCALL: There is no user group/);
  });
  test('that Toban keeps to the duty may hold people', async () => {
    const config = parseConfig(
      CONFIG.replace('    fallback', '    userGroup: { id: S0ONCALL }\n    fallback'),
    );
    expect((await checkGroups({ ...look(['U0ARAI']), config }, []))[0]?.level).toBe('ok');
  });
});

test('sheets: not shared says with whom to share; mistakes are told, the rest counted', async () => {
  const trouble = { code: 'not-shared' as const, detail: { spreadsheet: 'mobility' } };
  const accountEmail = 'toban@p.iam.gserviceaccount.com';
  const closed = sheetOf({ ...CURRENT, rota: null, trouble, accountEmail });
  expect(told(await checkSheets(lookAt({ sheet: closed })))).toEqual([
    expect.stringMatching(/^error mobility: .*The fallback is called instead\. Share .* toban@p\.iam/),
  ]);
  const problem = { code: 'formula-error' as const, cell: '当番表!C9', detail: { error: '#REF!' } };
  const rota = CURRENT.rota && { ...CURRENT.rota, problems: Array(5).fill(problem) };
  const look = lookAt({ sheet: sheetOf({ ...CURRENT, rota }) });
  const lines = told(await checkSheets(look));
  expect(lines.filter((line) => line.includes('当番表!C9'))).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/2 more problems.*\/oncall check/);
});

test.each([
  ['nobody', null, /^error U0MORI: U0MORI is not in Slack \(rotas\.mobility\.fallback\)/],
  ['an app', person('U0MORI', { bot: true }), /^error .* is an app/],
  ['a deactivated account', person('U0MORI', { deactivated: true }), /^error .* is deactivated/],
])('a fallback that is %s is an error', async (_what, user, sentence) => {
  const look = lookAt({ slack: { ...lookAt().slack, user: async () => user } });
  expect(told(await checkPeople(look))[0]).toMatch(sentence);
});

describe('the store and the canary', () => {
  const keeping = (data: object | null) =>
    lookAt({
      store: {
        ...lookAt().store,
        get: async () => data && { path: '', id: '', version: '', data },
      } as never,
    });
  const run = { nonce: '', period: 0, startedAt: NOW, ts: null, heardAt: null };
  test.each([
    [
      'went round',
      { run: { ...run, answeredAt: NOW - 60_000 }, outage: null },
      /^ok : It went the whole way .*1 min ago/,
    ],
    ['never went round', null, /^warning : It has not gone the whole way/],
    [
      'fails',
      { run: null, outage: { since: NOW - 3_600_000, trouble: 'not-heard', reason: null } },
      /^error : It has failed for .*not-heard/,
    ],
  ])('a canary that %s', async (_what, data, sentence) => {
    expect(told(await checkStore(keeping(data)))[1]).toMatch(sentence);
  });
  test('no answer, or none named', async () => {
    const get = () => new Promise<never>(() => undefined);
    const slow = lookAt({ store: { ...lookAt().store, get } as never, patienceMs: 20 });
    expect(told(await checkStore(slow))[0]).toMatch(/^error : It does not answer \(unavailable\)/);
    expect(told(await checkStore(lookAt({ store: null })))[0]).toMatch(/No store is named/);
  });
});

test('nothing is written, whatever a noun would keep', async () => {
  const written: string[] = [];
  const note = async (path: string) => void written.push(path);
  const store = { ...lookAt().store, put: note, transaction: note } as never;
  const mine = readOnly(store);
  await mine.put('rotas/a', {});
  await mine.transaction(async (tx) => tx.put('rotas/b', {}));
  expect(written).toEqual([]);
});

test('no name takes over the terminal', () => {
  const findings = [
    { check: 'people', level: 'error', subject: '', message: '\u001b[2J\u202Eevil', mend: null },
  ] as const;
  expect(findingLines(findings, text).join()).not.toMatch(/[\p{Cc}\u202E]/u);
});
