import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retention } from '../../cli/retention/command.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf } from './incident-desk.ts';

let desk: Desk;
let admin: Browser;
let cs: Browser;
let csrf: string;
beforeAll(async () => {
  desk = await openDesk();
  [admin, cs] = [new Browser(desk.system.url), new Browser(desk.system.url)];
  await Promise.all([admin.signIn('U0SRELEAD'), cs.signIn('U0CS')]);
  csrf = await admin.csrf('/');
});
afterAll(() => desk.close());

const PAGE = '/settings/retention';
const seen = async (path: string, who = admin) => mainOf(await (await who.get(path)).text());
const source = async (path: string, who = admin) => (await who.get(path)).text();
const aCall = async () => /\/calls\/(esc_[0-9a-f]{32})/.exec(await source('/calls'))?.[1] ?? '';
const holds = (fields: Record<string, string>) =>
  admin.post(`${PAGE}/holds`, { csrf, reason: '', ...fields });
/** The command as somebody types it beside the store. */
async function typed(...args: string[]) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const env = { TOBAN_DATA: desk.storeFile.replace(/\/[^/]+$/, ''), USER: 'legal' };
  const code = await retention.run(args, { out: say, err: say, env });
  return { code, said: said.join('\n') };
}

describe('a legal hold', () => {
  test('on a call and on an incident: set and lifted by admins, seen by whoever sees them, audited', async () => {
    await desk.say('cs', '@Toban 返却できません');
    const call = await aCall();
    expect(await seen(`/calls/${call}`)).toContain('保全する');
    expect(await seen(`/calls/${call}`, cs)).not.toContain('保全');
    const answer = await holds({ do: 'set', record: call, reason: '訴訟 <12>', back: `/calls/${call}` });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/calls/${call}#legal-hold`]);
    for (const who of [admin, cs]) {
      const page = await source(`/calls/${call}`, who);
      expect(page).toContain('訴訟 &lt;12&gt;');
      expect(page.includes('保全を解除する')).toBe(who === admin);
    }
    expect(await source(PAGE)).toContain('訴訟 &lt;12&gt;');
    expect(await seen('/settings/audit?what=legal-hold')).toContain('法的保全にした');
    const lifted = await holds({ do: 'lift', record: `${desk.system.url}/calls/${call}` });
    expect(lifted.headers.get('location')).toBe(`${PAGE}?done=lifted#holds`);
    expect(await seen(PAGE)).toContain('保全中のものはありません');
    expect(await seen('/settings/audit?what=legal-hold')).toContain('法的保全を解除した');
  });

  test('is refused with a sentence, and what was typed is kept', async () => {
    const nothing = await holds({ do: 'set', record: 'INC-99', reason: '調査' });
    const page = await nothing.text();
    expect(nothing.status).toBe(422);
    expect(page).toContain('対象が見つかりません');
    expect(page).toContain('value="INC-99"');
    expect(page).toContain('調査</textarea>');
    expect((await cs.get(PAGE)).status).toBe(403);
    const theirs = await cs.post(`${PAGE}/holds`, {
      csrf: await cs.csrf('/'),
      do: 'set',
      record: 'INC-1',
      reason: 'x',
    });
    expect(theirs.status).toBe(403);
  });

  test('by the command', async () => {
    const id = await aCall();
    expect(await typed('hold', id)).toEqual({ code: 1, said: expect.stringContaining('Give a reason') });
    expect(await typed('hold', id, '--reason', 'inquiry')).toMatchObject({ code: 0 });
    expect((await typed('holds')).said).toContain('legal: inquiry');
    expect(JSON.parse((await typed('holds', '--json')).said)).toMatchObject([
      { reason: 'inquiry', by: 'legal' },
    ]);
    expect(await typed('release', id)).toMatchObject({ code: 0 });
    expect(await typed('release', id)).toMatchObject({ code: 1 });
    expect((await typed('hold', 'INC-9', '--reason', 'x')).said).toContain('nothing of that name');
  });
});
