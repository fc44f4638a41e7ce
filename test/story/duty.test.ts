import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sign } from '../../shared/slack/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';

/** The scene, with a lead who looks after the sheet and a channel in which handovers are noted. */
function sceneWithOwner() {
  const config = parseConfig(readFileSync('toban.yaml', 'utf8'));
  const rotas = config.rotas.map((rota) => ({ ...rota, owners: ['U0SRELEAD'], channel: 'C0CSHELP' }));
  return { ...config, rotas };
}

let desk: Desk;
/** At the first look the owner hears who is not in the help channel; what counts is what comes after. */
let known = 0;
const woken = () => desk.slack.workspace.state.notifications.length;
beforeEach(async () => {
  desk = await openDesk({ config: sceneWithOwner() });
  await desk.system.minute();
  await desk.system.settle();
  known = woken();
});
afterEach(() => desk.close());

const said = (who: string) => desk.dms(who).map(({ text }) => text);
const minute = async () => {
  await desk.advance('PT1M');
  await desk.system.minute();
  await desk.system.settle();
};

describe('the rota is watched', () => {
  test('nothing is said while all is well', async () => {
    await minute();
    await minute();
    expect(woken()).toBe(known);
  });

  test("tonight's duty is edited: both people and the owner hear of it within a minute or two", async () => {
    desk.typeToday('加藤');
    await minute();
    await minute();
    const change = /今の当番（.*まで）が .*新井.* から \*.*加藤.*\* に変わりました.*当番表!C\d+/s;
    expect(said('arai').join('\n')).toMatch(change);
    expect(said('kato').join('\n')).toMatch(change);
    expect(said('mori').join('\n')).toMatch(change);
    await minute();
    expect(said('kato')).toHaveLength(1);
  });

  test('a name that nobody has is told to the owner with the cell and what to do, once', async () => {
    desk.typeToday('高橋');
    await minute();
    await minute();
    await minute();
    const [problem, ...more] = said('mori').filter((text) => text.includes('高橋'));
    expect(problem).toMatch(/当番表!C\d+ の「高橋」さんが見つかりません/);
    expect(more).toEqual([]);
  });

  test('tomorrow is left empty: the owner hears in the morning before, and nobody in the night', async () => {
    const row = Number(/\d+$/.exec(desk.todaysCell())?.[0]);
    desk.system.world.sheets?.typeCell('mobility', `当番表!C${row + 1}`, '');
    desk.system.world.sheets?.typeCell('mobility', `当番表!D${row + 1}`, '');
    await minute();
    await minute();
    const morning = () => said('mori').filter((text) => text.includes('まだ決まっていません'));
    await desk.advance('PT20H55M');
    expect(morning()).toEqual([]);
    await desk.advance('PT10M');
    expect(morning()).toHaveLength(1);
    expect(morning()[0]).toMatch(/10:00–11\/26\(木\) 10:00.*代わりの連絡先に届きます.*当番表!C\d+/s);
    await desk.advance('PT30M');
    expect(morning()).toHaveLength(1);
  });

  test('the day before, the next person is reminded in the evening, and at the turn all hear who has it now', async () => {
    await desk.advance('PT6H30M');
    expect(said('kato').join()).toMatch(/一次当番が近づいています。11\/25\(水\) 10:00/);
    await desk.advance('PT16H');
    expect(said('arai').filter((text) => text.includes('終わりました。ここからは加藤'))).toHaveLength(1);
    expect(said('kato').filter((text) => text.includes('始まりました'))).toHaveLength(1);
    expect(desk.channelTexts().filter((text) => text.includes('一次当番: 新井'))).toHaveLength(1);
    expect(desk.notified()).not.toContain('cs');
  });
});

describe('the spreadsheet says itself that it was edited', () => {
  const tell = (body: string, secret = 'simulated-sheet-secret', age = 0) => {
    const timestamp = String(Math.floor(Date.now() / 1_000) - age);
    const headers = {
      'x-toban-request-timestamp': timestamp,
      'x-toban-signature': sign(body, timestamp, secret),
    };
    return fetch(`${desk.system.url}/sheets/changed`, { method: 'POST', body, headers });
  };

  test('the news is told within seconds, without a tick', async () => {
    desk.typeToday('加藤');
    const before = desk.system.clock.now();
    expect((await tell('{"spreadsheet":"mobility"}')).status).toBe(200);
    await desk.system.settle();
    expect(said('kato').join()).toContain('に変わりました');
    expect(desk.system.clock.now() - before).toBeLessThan(5_000);
  });

  test.each([
    ['a wrong secret', '{"spreadsheet":"mobility"}', 'wrong', 0, 401],
    ['an old signature', '{"spreadsheet":"mobility"}', 'simulated-sheet-secret', 600, 401],
    ['no spreadsheet', '{}', 'simulated-sheet-secret', 0, 400],
    ['a spreadsheet of no rota', '{"spreadsheet":"other"}', 'simulated-sheet-secret', 0, 200],
  ])('%s is answered plainly and changes nothing', async (_what, body, secret, age, status) => {
    expect((await tell(body, secret, age)).status).toBe(status);
    await desk.system.settle();
    expect(woken()).toBe(known);
  });
});
