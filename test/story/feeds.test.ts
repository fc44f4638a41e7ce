import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAudit } from '../../shared/audit/index.ts';
import { silentLog } from '../../shared/platform/log.ts';
import type { Store } from '../../shared/store/port.ts';
import { Browser } from './browser.ts';
import { cover } from './cover.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
/** Every path that the store is asked for, and every line of the log. */
let reads: string[];
let logged: string[];
let broken: boolean;
beforeEach(async () => {
  [reads, logged, broken] = [[], [], false];
  const note = (event: string, fields?: object) => logged.push(JSON.stringify([event, fields]));
  desk = await openDesk({
    log: { ...silentLog, debug: note, info: note, warn: note, error: note },
    wrap: (port, part) => (port === 'store' ? watched(part as never) : part) as typeof part,
  });
  await desk.system.minute();
  await desk.system.settle();
});
afterEach(() => desk.close());

function watched(store: Store): Store {
  return new Proxy(store, {
    get(target, name: keyof Store) {
      const own = (target[name] as (...args: unknown[]) => unknown).bind(target);
      if (name !== 'get' && name !== 'page') return own;
      return (...args: unknown[]) => {
        if (broken && String(args[0]).startsWith('feed')) throw new Error('the disk is gone');
        reads.push(name === 'get' ? String(args[0]) : 'query');
        return own(...args);
      };
    },
  });
}

const ical = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${desk.system.url}${path}`, { headers, redirect: 'manual' });

function shifts(text: string) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return events.map((one) => {
    const event = new ICAL.Event(one);
    const start = event.startDate.toJSDate().toISOString();
    return { uid: event.uid, title: event.summary, start, sequence: event.sequence };
  });
}

async function signedIn(user: string): Promise<Browser> {
  const browser = new Browser(desk.system.url);
  await browser.signIn(user);
  return browser;
}

/** Presses the button and takes the address off the page. */
async function make(browser: Browser, rota = ''): Promise<string> {
  const answer = await browser.post('/feeds/make', { rota, csrf: await browser.csrf('/feeds') });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const address = /<textarea[^>]*>([^<]+)<\/textarea>/.exec(await answer.text())?.[1] ?? '';
  expect(address.startsWith(`${desk.system.url}/feeds/`)).toBe(true);
  return new URL(address).pathname;
}

test('somebody makes the address of their own shifts and a calendar reads them, without signing in', async () => {
  const ono = await signedIn('U0ONO');
  const path = await make(ono);
  const answer = await ical(path);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('set-cookie')).toBe(null);
  const own = shifts(await answer.text());
  expect(new Set(own.map(({ title }) => title))).toEqual(new Set(['当番 · 車両オンコール']));
  // 11/25 is 小野's in the sheet, but 加藤 stands in.
  expect(own.map(({ start }) => start)).not.toContain('2026-11-25T01:00:00.000Z');
  expect(own.map(({ start }) => start)).toContain('2026-11-29T01:00:00.000Z');
});

test('an edit of the sheet changes the entry in the calendar in place', async () => {
  const path = await make(await signedIn('U0SRELEAD'), 'mobility');
  const before = shifts(await (await ical(path)).text());
  desk.typeToday('加藤');
  await desk.advance('PT6M');
  await desk.system.minute();
  await desk.system.settle();
  const after = shifts(await (await ical(path)).text());
  const today = (list: typeof before) => list.find(({ start }) => start === '2026-11-24T01:00:00.000Z');
  expect(today(before)?.title).toBe('当番: 新井 さくらさん');
  expect(today(after)).toMatchObject({ uid: today(before)?.uid, title: '当番: 加藤 誠さん' });
});

test('a cover stands in the calendar from its yes to its end, and is gone when it is revoked, each time as news', async () => {
  const path = await make(await signedIn('U0SRELEAD'), 'mobility');
  const look = async () => {
    await desk.advance('PT2M');
    return shifts(await (await ical(path)).text());
  };
  const plain = await look();
  // 新井's own day, 18:00 to 22:00.
  const [start, end] = ['2026-11-24T18:00:00+09:00', '2026-11-24T22:00:00+09:00'].map(Date.parse);
  const ask = await cover(desk, start ?? 0, end ?? 0);
  const covered = await look();
  const evening = covered.find(({ start: at }) => at === '2026-11-24T09:00:00.000Z');
  expect(evening?.title).toBe('当番: 加藤 誠さん');
  expect(covered).toHaveLength(plain.length + 2);
  await ask.revoke();
  const back = await look();
  expect(back.map(({ uid, title }) => [uid, title])).toEqual(plain.map(({ uid, title }) => [uid, title]));
  expect(covered[0]?.sequence).toBeGreaterThan(plain[0]?.sequence ?? 0);
  expect(back[0]?.sequence).toBeGreaterThan(covered[0]?.sequence ?? 0);
});

test('one press gives a new address and the old one is dead at once, and one more stops it', async () => {
  const ono = await signedIn('U0ONO');
  const old = await make(ono);
  expect((await ical(old)).status).toBe(200);
  const fresh = await make(ono);
  expect((await ical(old)).status).toBe(404);
  expect((await ical(fresh)).status).toBe(200);
  const stopped = await ono.post('/feeds/stop', { rota: '', csrf: await ono.csrf('/feeds') });
  expect(stopped.headers.get('location')).toBe('/feeds?stopped=1');
  expect((await ical(fresh)).status).toBe(404);
  const audit = await readAudit(desk.system.store, 'feeds/person-U0ONO');
  expect(audit.map(({ action, by }) => `${by} ${action}`).sort()).toEqual([
    'U0ONO feed.made',
    'U0ONO feed.rotated',
    'U0ONO feed.stopped',
  ]);
});

test('an unknown secret, an old one, one of the other kind and nonsense are told apart by nobody', async () => {
  const ono = await signedIn('U0ONO');
  const old = await make(ono);
  const fresh = await make(ono);
  const wrong = [
    old,
    fresh.replace('/me/', '/rota/'),
    `/feeds/me/${'A'.repeat(43)}.ics`,
    '/feeds/me/x.ics',
    '/feeds/rota/mobility.ics',
  ];
  const answers = await Promise.all(
    wrong.map(async (path) => {
      const answer = await ical(path);
      return [answer.status, await answer.text(), answer.headers.get('cache-control')];
    }),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify([404, 'not-found', 'no-store'])]),
  );
});

test('only who may edit makes the address of a rota; nobody makes that of somebody else', async () => {
  const ono = await signedIn('U0ONO');
  const csrf = await ono.csrf('/feeds');
  expect((await ono.post('/feeds/make', { rota: 'mobility', csrf })).status).toBe(403);
  expect((await ono.post('/feeds/stop', { rota: 'mobility', csrf })).status).toBe(403);
  expect((await ono.post('/feeds/make', { rota: 'nowhere', csrf })).status).toBe(400);
  expect((await ono.post('/feeds/make', { rota: '', csrf: 'x' })).status).toBe(403);
  expect(await ono.page('/feeds')).not.toContain('value="mobility"');
});

test('the secret stands in no log and not in the store, also when the store fails', async () => {
  const path = await make(await signedIn('U0ONO'));
  const secret = /\/me\/(.+)\.ics/.exec(path)?.[1] ?? 'missing';
  expect(secret).toHaveLength(43);
  await ical(path);
  broken = true;
  expect((await ical(path)).status).toBe(503);
  expect((await ical('/feeds/me/'.concat('%E0%A4%A', secret))).status).toBeGreaterThanOrEqual(400);
  broken = false;
  expect(logged.join('\n')).toContain('feed-failed');
  expect(logged.join('\n')).not.toContain(secret);
  expect(reads.join('\n')).not.toContain(secret);
  const kept = await desk.system.store.get('feeds/person-U0ONO');
  expect(JSON.stringify(kept)).toMatch(/"hash":"[0-9a-f]{64}"/);
  expect(JSON.stringify(kept)).not.toContain(secret);
});

test('whoever left the workspace sees nothing any more', async () => {
  const path = await make(await signedIn('U0ONO'));
  expect((await ical(path)).status).toBe(200);
  const ono = desk.slack.workspace.state.users.find(({ id }) => id === 'U0ONO');
  if (ono) ono.deactivated = true;
  await desk.advance('PT11M');
  expect((await ical(path)).status).toBe(404);
});

test('a calendar that asks every second costs two small reads each time, and the rota is read once a minute', async () => {
  const path = await make(await signedIn('U0ONO'));
  reads = [];
  const first = await ical(path);
  const tag = first.headers.get('etag') ?? '';
  expect(reads.filter((read) => !read.startsWith('feed'))).toEqual(['rotas/mobility', 'query', 'query']);
  reads = [];
  for (let i = 0; i < 10; i += 1) expect((await ical(path, { 'if-none-match': tag })).status).toBe(304);
  expect(reads).toHaveLength(20);
  expect(reads.every((read) => read.startsWith('feed'))).toBe(true);
  await desk.advance('PT2M');
  expect((await ical(path, { 'if-none-match': tag })).status).toBe(304);
});
