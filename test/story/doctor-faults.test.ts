import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pushShippedRunbooks } from '../../local/runbooks.ts';
import { CANARY } from '../../shared/canary/index.ts';
import { receiveLetter } from '../../shared/dead-letter/index.ts';
import { silentLog } from '../../shared/platform/log.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Look, openDoctorDesk, wrong } from './doctor-desk.ts';

const YAML = readFileSync('toban.yaml', 'utf8');
const HOUR = 3_600_000;
const CANARY_LINES = '\ncanary: { channel: C0CANARY, owners: C0OWNERS }\n';

let system: Awaited<ReturnType<typeof openDoctorDesk>>;
beforeAll(async () => {
  system = await openDoctorDesk(YAML);
});
afterAll(() => system.close());

const edited = (from: string, to: string): string => {
  if (!YAML.includes(from)) throw new Error(`toban.yaml has no ${from}`);
  return YAML.replace(from, to);
};
const workspace = () => system.desk.slack.workspace;
const token = () => {
  const kept = workspace().state.tokens.find(({ kind }) => kind === 'bot');
  if (!kept) throw new Error('no bot');
  return kept;
};
const group = () => {
  const kept = workspace().get('userGroups', 'S0ONCALL');
  if (!kept) throw new Error('no group');
  return kept;
};
/** Changes something that is there, and gives back how to undo it. */
function change<T extends object>(what: T | undefined | null, to: Partial<T>): () => void {
  if (!what) throw new Error('the scene has changed');
  const before = Object.fromEntries(Object.keys(to).map((key) => [key, what[key as keyof T]]));
  Object.assign(what, to);
  return () => void Object.assign(what, before);
}
const sheets = () => {
  const { sheets } = system.desk.system.world;
  if (!sheets) throw new Error('no spreadsheets');
  return sheets;
};

test('on a machine where all is well nothing is wrong; nothing is said in Slack, and no secret here', async () => {
  const said = workspace().state.messages.length;
  expect(wrong(await system.look())).toEqual([]);
  const { code, out } = await system.read();
  expect(out).toContain('問題はありません');
  expect(code).toBe(0);
  expect(out).not.toMatch(/xox[bp]-/);
  expect(workspace().state.messages).toHaveLength(said);
});

interface Fault {
  readonly look?: Look;
  /** Plants it, and gives back how to take it out, where that needs to be. */
  readonly plant?: () => unknown;
  /** Found, with its remedy. */
  readonly found: RegExp;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'no toban.yaml': {
    look: { yaml: null },
    found: /^error configuration .*none\.yaml: There is no .* → Say in TOBAN_CONFIG/,
  },
  'a setting that is misspelt': {
    look: { yaml: edited('    handover:', '    handovr:') },
    found:
      /^error configuration .*toban\.yaml:\d+:\d+ rotas\[0\]\.handovr: there is no such setting.* → Correct/,
  },
  'a service of a rota that is not there': {
    look: { yaml: edited('rota: mobility }]', 'rota: scooters }]') },
    found:
      /^error configuration .*incident\.services\[0\]\.rota: there is no rota "scooters"; the rotas are: mobility/,
  },
  'no bot token': {
    look: { env: { SLACK_BOT_TOKEN: '' } },
    found: /^error secrets SLACK_BOT_TOKEN: .* → Set the Bot User OAuth Token/,
  },
  "a runbook's secret that is not set": {
    look: { yaml: `${YAML}\nrunbooks: { secrets: [OPS_TOKEN] }\n` },
    found: /^warning secrets OPS_TOKEN: .*Runbooks' HTTP steps.* → .*Secret Manager/,
  },
  'Slack out of reach': {
    look: { env: { SLACK_API_URL: 'http://127.0.0.1:1/api/' } },
    found: /^error slack SLACK_BOT_TOKEN: Slack could not be reached.* → Check the network/,
  },
  'a bot token that was revoked': {
    plant: () => change(token(), { revoked: true }),
    found: /^error slack SLACK_BOT_TOKEN: .*token_revoked.* → Install the Slack app again/,
  },
  'a scope that was not granted': {
    plant: () => change(token(), { scopes: token().scopes.filter((one) => one !== 'im:write') }),
    found: /^error scopes SLACK_BOT_TOKEN: .*lacks scopes: im:write\..* → .*manifest/,
  },
  'a clock that is ahead of Slack': {
    look: { ahead: 10 * 60_000 },
    found: /^error clock: .*10 min ahead of Slack's\. .*refused\. → Switch on automatic time/,
  },
  'a clock that is a little behind': {
    look: { ahead: -90_000 },
    found: /^warning clock: .*behind Slack's.* → Switch on automatic time/,
  },
  "the bot not in a route's channel": {
    plant: () => {
      const channel = workspace().channel('C0CSHELP');
      return change(channel, { members: channel?.members.filter((one) => one !== 'U0TOBAN') ?? [] });
    },
    found:
      /^error channels C0CSHELP: .*\(routes, incident\.audiences\.cs\)\. Calls from there are not heard\. → Run \/invite/,
  },
  "an audience's channel that is not there": {
    look: { yaml: edited('to: [C0SERVICEOPS]', 'to: [C0NOWHERE]') },
    found:
      /^error channels C0NOWHERE: .*\(incident\.audiences\.service-ops, channel_not_found\).* → Check the ID/,
  },
  'the bot not in the channel of the weekly reminder': {
    look: { yaml: edited('"10:00", channel: C0INCIDENTS', '"10:00", channel: C0MOBILITY') },
    found: /^error channels C0MOBILITY: .*\(actions\.remind\).*does not arrive\. → Run \/invite/,
  },
  'a watched group that holds people': {
    plant: () => change(group(), { users: ['U0ADMIN', 'U0ONO'] }),
    found: /^warning user-groups S0ONCALL: .*whether or not they are on duty: 小野 健\. → Leave only/,
  },
  'a mirrored group that is disabled': {
    look: { yaml: edited('    handover:', '    userGroup: { id: S0ONCALL }\n    handover:') },
    plant: () => change(group(), { enabled: false }),
    found: /^error user-groups S0ONCALL: .*disabled.*does not follow who is on duty\. → Enable it/,
  },
  'a group to invite that is not there': {
    look: { yaml: edited('invite: { people:', 'invite: { groups: [S0NOBODY], people:') },
    found: /^error user-groups S0NOBODY: There is no user group.* → Correct the ID/,
  },
  'a sheet that is not shared': {
    plant: () => {
      sheets().faults.set({ kind: 'not-shared' });
      return () => sheets().faults.clear();
    },
    found: /^error sheets mobility: .*may not open.*Share/,
  },
  'a tab that was renamed': {
    plant: () => {
      sheets().renameTab('mobility', '当番表', '当番表2');
      return () => sheets().renameTab('mobility', '当番表2', '当番表');
    },
    found: /^error sheets mobility: .*「?当番表.*(Name the tab|Rename|toban\.yaml)/,
  },
  'a name in the sheet that nobody has': {
    plant: () => system.desk.typeToday('高橋'),
    found: /^warning sheets mobility: .*当番表!C\d+.*高橋/,
  },
  'a fallback whose account is deactivated': {
    plant: () => change(workspace().user('U0SRELEAD'), { deactivated: true }),
    found:
      /^error people U0SRELEAD: .*deactivated \(rotas\.mobility\.fallback, incident\.invite\).* → Name somebody/,
  },
  'somebody to invite who is not in Slack': {
    look: { yaml: edited('people: [U0SRELEAD]', 'people: [U0NOBODY]') },
    found: /^error people U0NOBODY: .*not in Slack \(incident\.invite\).* → Correct the member ID/,
  },
  'an app among those whom a severity calls': {
    look: { yaml: edited('SEV1: [U0CTO]', 'SEV1: [U0FORM]') },
    found: /^error people U0FORM: .*is an app \(severity\.call\.SEV1\).* → Name a person/,
  },
  'a template that is not there': {
    look: { yaml: `${YAML}\npostmortem: { rules: [{ template: sre-long }] }\n` },
    found: /^error templates sre-long: .*postmortem\.rules\[0\].* → Correct the template.*There are: .*sre/,
  },
  'a runbook that names a role of before': {
    look: {
      yaml: edited('  announce:', '  roles: [{ id: lead, name: { ja: 指揮, en: Lead } }]\n  announce:'),
    },
    plant: () => {
      const { store, clock } = system.desk.system;
      return pushShippedRunbooks(store, parseConfig(YAML), clock.now(), silentLog);
    },
    found: /^warning runbooks \S+: .*, line \d+: .*cs-liaison.* → Correct it on the page/,
  },
  'no tick for an hour': {
    look: { unticked: HOUR },
    found: /^error work tick: The tick .* not come for 1 h.* → Check that Cloud Scheduler's toban-tick-work/,
  },
  'work that is left lying': {
    look: { unticked: 24 * HOUR },
    found: /^error work work: .*due .* ago is still waiting\. → Check that Cloud Scheduler's toban-tick-work/,
  },
  'a side effect that was given up': {
    plant: async () => {
      system.desk.slack.faults.plan('reactions.add', 'too_many_reactions', 20);
      await system.desk.say('cs', '@Toban 返却できません');
      system.desk.slack.faults.clear();
    },
    found: /^warning undelivered tasks: Given up in the last day: \d+\. → See why on the page "Undelivered"/,
  },
  'a message that the bus gave up': {
    plant: () =>
      receiveLetter(
        system.desk.system.store,
        { topic: 'calls', messageId: '1', message: { kind: 'of another version' }, attempts: 5 },
        system.desk.system.clock.now(),
      ),
    found: /^error undelivered calls: Messages of Pub\/Sub's calls .*: 1\. → Mend the cause.*toban-calls/,
  },
  'a canary that does not come round': {
    look: { yaml: YAML + CANARY_LINES },
    plant: async () => {
      const since = system.desk.system.clock.now() - HOUR;
      const outage = { since, trouble: 'not-heard', reason: null };
      await system.desk.system.store.put(CANARY, { version: 1, run: null, outage });
    },
    found: /^error canary: It has failed for 1 h.* \(not-heard\).* → Find out where it stops/,
  },
  "an administrator's account that was revoked": {
    plant: async () => {
      const { slack } = system.desk;
      await fetch(`${slack.url}/control`, {
        method: 'POST',
        body: JSON.stringify({ do: 'revoke-token', user: 'U0ADMIN' }),
      });
      await system.desk.system.settle();
    },
    found:
      /^error admin-token U0ADMIN: .*cannot be used.*invited by hand\. → .*Connect it again.*page "Slack"/,
  },
  'a store that is not there': {
    look: { env: { TOBAN_DATA: '/nowhere' } },
    found: /^error store: No store is named.* → Set GOOGLE_CLOUD_PROJECT/,
  },
};

test('at least twenty are planted', () => expect(Object.keys(FAULTS).length).toBeGreaterThanOrEqual(20));

test.each(Object.entries(FAULTS))('%s is found, with what to do', async (_name, { look, plant, found }) => {
  const undo = await plant?.();
  const lines = wrong(await system.look(look));
  if (typeof undo === 'function') undo();
  expect(lines).toContainEqual(expect.stringMatching(found));
});
