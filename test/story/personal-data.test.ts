import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pushShippedRunbooks } from '../../local/runbooks.ts';
import type { Incident } from '../../shared/incident/model.ts';
import { silentLog } from '../../shared/platform/log.ts';
import { type Run, runbookAt, sectionAnswers } from '../../shared/runbook/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser } from './browser.ts';
import { type Desk, NOON, openDesk, type Seen } from './desk.ts';
import { mainOf, roomOf } from './incident-desk.ts';
import { Mortal } from './mortal.ts';

const TOKEN = 'alerts-on-this-laptop';
const HOUR = 3_600_000;
let desk: Desk;
let mortal: Mortal;
beforeEach(async () => {
  mortal = new Mortal();
  desk = await openDesk({ wrap: mortal.wrap });
  const { store, clock } = desk.system;
  const config = parseConfig(readFileSync('toban.yaml', 'utf8'));
  await pushShippedRunbooks(store, config, clock.now(), silentLog);
});
afterEach(() => desk.close());

const messages = () => desk.slack.workspace.state.messages;
const room = () => roomOf(desk)?.id ?? '';
const shown = (part: string, channel = room()): Seen => {
  const message = messages().find(
    (one) => one.channel === channel && JSON.stringify(one.metadata ?? '').includes(part),
  );
  if (!message) throw new Error(`nothing shows ${part}`);
  return {
    user: 'toban',
    text: JSON.stringify(message.blocks),
    buttons: [],
    message: structuredClone(message),
  };
};
const card = () => shown('"run_');
const id = (pattern: RegExp, text: string): string => pattern.exec(text)?.[0] ?? '';
const run = async (): Promise<Run> => {
  const found = await desk.system.store.get<Run>(`runs/${id(/run_[0-9a-f]{32}/, card().text)}`);
  if (!found) throw new Error('no run');
  return found.data;
};
const incident = async (): Promise<Incident> => {
  const found = await desk.system.store.get<Incident>((await run()).incident);
  if (!found) throw new Error('no incident');
  return found.data;
};

async function press(who: string, label: string): Promise<void> {
  await desk.press(who, card(), label);
  await desk.advance('PT2S');
}
async function form(who: string, user: string, value: unknown): Promise<void> {
  await press(who, '答える');
  const view = desk.slack.workspace.state.views.filter((one) => one.user === user).at(-1);
  if (!view) throw new Error('no modal');
  const outcome = await desk.slack.people.submit(user, view, { value: { value } });
  expect(outcome.response_action).toBe('close');
  await desk.system.settle();
  await desk.advance('PT2S');
}
async function reply(who: string, text: string): Promise<void> {
  await desk.reply(who, card().message, text);
  await desk.advance('PT2S');
}

test('a personal-data incident, from the alert to "authority informed": two answer at once, the process dies twice, and the legal clock reminds in time', async () => {
  // An alert becomes an incident, and its words suggest the runbook.
  const alert = { key: 'waf', title: '会員情報への不正アクセスの疑い' };
  await fetch(`${desk.system.url}/alerts/waf`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify(alert),
  });
  await desk.system.settle();
  await desk.press('mori', shown('alt_', 'C0INCIDENTS'), 'インシデントにする');
  await desk.advance('PT1M');
  expect(shown('/suggest').text).toContain('個人情報インシデント*（「不正アクセス」とあるため）');
  await desk.press('mori', shown('/suggest'), '始める');
  await desk.advance('PT5S');

  // Facts, by form and by a reply; then two people answer the same question at the same moment, and the process dies.
  await form('mori', 'U0SRELEAD', '会員一覧が外から読めた');
  await form('arai', 'U0ARAI', (NOON - HOUR) / 1_000);
  await reply('cs', '約１，２００人');
  await form('mori', 'U0SRELEAD', ['0', '1']);
  const seen = card();
  const option = (label: string) =>
    new RegExp(`"text":"${label}[^}]*}[^}]*"value":"([^"]+)"`).exec(seen.text)?.[1];
  const answers = [
    { user: 'U0ARAI', action: 'runbook_pick_0', value: option('続いている、または分からない') ?? '' },
    { user: 'U0CS', action: 'runbook_pick_1', value: option('止まっている') ?? '' },
  ];
  await Promise.all(
    answers.map(({ user, action, value }) => desk.slack.people.press(user, seen.message, action, value)),
  );
  // The first answer is written down, and nobody has learned of it.
  mortal.dieAfter((port, method) => port === 'store' && method === 'transaction');
  await desk.advance('PT2M');
  expect(mortal.deaths).toBe(1);
  const ongoing = (await run()).log.filter(({ step }) => step === 'ongoing');
  expect(ongoing).toHaveLength(1);
  const [winner, loser] = ongoing[0]?.by?.user === 'U0ARAI' ? ['新井', 'cs'] : ['中村', 'arai'];
  expect(desk.whispers(loser ?? '').join()).toMatch(new RegExp(`${winner}.*さんが .* に先に済ませました`));

  // Stopped or not, what was answered decides the way. Each takes a part.
  if (ongoing[0]?.value !== '止まっている') {
    expect((await run()).open).toHaveLength(3);
    for (const who of ['arai', 'mori', 'cs']) await press(who, '済み');
  }

  // Legal is called, once, though the process dies while it calls.
  await press('mori', '答える');
  const view = desk.slack.workspace.state.views.filter((one) => one.user === 'U0SRELEAD').at(-1);
  if (!view) throw new Error('no modal');
  await desk.slack.people.submit('U0SRELEAD', view, { value: { value: 'U0OWNER' } });
  // Her direct message is out, and that is not noted yet.
  mortal.dieAfter(
    (_port, method, [message]) => method === 'post' && JSON.stringify(message).includes('/U0OWNER'),
  );
  await desk.advance('PT2M');
  expect(mortal.deaths).toBe(2);
  const calls = desk.dms('U0OWNER').filter(({ text }) => text.includes('報告の要否を判断してください'));
  expect(calls).toHaveLength(1);
  expect(calls[0]?.text).toContain('約1,200人分、氏名や連絡先、カード番号や口座');
  expect(roomOf(desk)?.members).toContain('U0OWNER');
  expect((await incident()).status).toBe('investigating');

  // In doubt the clock runs: the duty is ticked, the severity follows.
  await press('mori', '必要、またはまだ分からない');
  expect(await incident()).toMatchObject({ severity: 'SEV1', facts: { duties: ['personal-data'] } });
  await press('mori', 'ない');

  // Nobody has reported: two hours before the third day is over whoever leads is reminded. Not before.
  const since = (await incident()).dutySince['personal-data'] ?? 0;
  const reminders = () => messages().filter((one) => JSON.stringify(one.metadata ?? '').includes('duty-due'));
  desk.system.clock.moveTo(since + 70 * HOUR - 5 * 60_000);
  await desk.advance('PT4M');
  expect(reminders()).toEqual([]);
  await desk.advance('PT2M');
  expect(reminders().map(({ text }) => text)).toEqual([expect.stringContaining('<@U0SRELEAD>')]);

  // The authority is informed: the answer ticks the duty and stands in the timeline.
  await press('arai', '済み');
  await form('mori', 'U0SRELEAD', Math.floor(desk.system.clock.now() / 1_000));
  expect((await incident()).dutyDone['personal-data:1']?.by).toMatchObject({ user: 'U0SRELEAD' });
  await desk.advance('PT1M');
  const reader = new Browser(desk.system.url);
  await reader.signIn('U0OWNER');
  const page = mainOf(await reader.page('/incidents/INC-1'));
  expect(page).toContain('森 由紀さん: 何が起きましたか: 会員一覧が外から読めた');
  expect(page).toContain('森 由紀さん: 速報を提出した時刻はいつですか: 10:06');
  expect(page).toContain('法令上の対応の済みを記録 個人情報保護委員会へ速報');

  // Each answer stands where its question says, and the postmortem finds its own.
  const state = await incident();
  expect(state.facts.users?.count).toBe(1_200);
  expect(state.milestones.detected).toEqual({ at: NOON - HOUR, how: 'corrected' });
  const played = await run();
  const runbook = await runbookAt(desk.system.store, played.runbook.id, played.runbook.version);
  expect(sectionAnswers([{ run: played, runbook }])).toMatchObject([
    { section: 'personal-data', value: ['氏名や連絡先', 'カード番号や口座'], by: { user: 'U0SRELEAD' } },
  ]);
  const cards = messages().filter(({ metadata }) =>
    JSON.stringify(metadata ?? '').includes(`"${played.id}"`),
  );
  expect(cards).toHaveLength(1);
});
