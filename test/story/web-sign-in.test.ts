import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let browser: Browser;
beforeEach(async () => {
  desk = await openDesk();
  browser = new Browser(desk.system.url);
});
afterEach(() => desk.close());

const title = async (response: Response) => /<h1[^>]*>([^<]*)/.exec(await response.text())?.[1];

test('who opens a page signs in with Slack and comes back to that page', async () => {
  const refused = await browser.get('/?a=1');
  expect(refused.status).toBe(303);
  expect(refused.headers.get('location')).toBe('/sign-in?to=%2F%3Fa%3D1');
  const back = await browser.signIn('U0CS', '/?a=1');
  expect(back.status).toBe(303);
  expect(back.headers.get('location')).toBe('/?a=1');
  const home = await browser.page('/');
  expect(home).toContain('中村 美咲');
  expect(home).toContain('サインアウト');
});

test('a guest can sign in; a deactivated person cannot, nor stay', async () => {
  expect((await browser.signIn('U0ARAI')).status).toBe(303);
  expect(await browser.page('/')).toContain('新井 さくら');
  const gone = new Browser(desk.system.url);
  const answer = await gone.signIn('U0GONE');
  expect(answer.status).toBe(403);
  expect(await title(answer)).toBe('このアカウントでは入れません');
  expect((await gone.get('/')).status).toBe(303);

  const arai = desk.slack.workspace.user('U0ARAI');
  if (!arai) throw new Error('no such person');
  arai.deactivated = true;
  await desk.advance('PT11M');
  expect((await browser.get('/')).headers.get('location')).toMatch(/^\/sign-in/);
  expect(browser.cookie('toban-session')).toBeUndefined();
});

test('Slack’s admins are admins, toban.yaml has the first word', async () => {
  await browser.signIn('U0SRELEAD');
  expect(await browser.page('/')).toContain('<small>管理</small>');
  const source = readFileSync('toban.yaml', 'utf8');
  const config = parseConfig(`${source}\nweb: { admins: [U0CS], viewers: [U0SRELEAD] }\n`);
  const strict = await openDesk({ config });
  const [lead, support] = [new Browser(strict.system.url), new Browser(strict.system.url)];
  await lead.signIn('U0SRELEAD');
  await support.signIn('U0CS');
  expect(await lead.page('/')).toContain('<small>閲覧</small>');
  expect(await support.page('/')).toContain('<small>管理</small>');
  await strict.close();
});

test('a way back that this browser has not begun, or a code used twice, signs nobody in', async () => {
  const other = new Browser(desk.system.url);
  const asked = await other.get('/sign-in/slack');
  const consent = new URL(asked.headers.get('location') ?? '');
  const body = new URLSearchParams([...consent.searchParams, ['as', 'U0CS']]);
  const authorize = `${consent.origin}${consent.pathname}`;
  const allowed = await fetch(authorize, { method: 'POST', body, redirect: 'manual' });
  const back = allowed.headers.get('location') ?? '';
  expect((await browser.get(back)).status).toBe(401);
  expect(browser.cookie('toban-session')).toBeUndefined();

  const kept = other.cookie('toban-sign-in') ?? '';
  expect((await other.get(back)).status).toBe(303);
  other.setCookie('toban-sign-in', kept);
  const again = await other.get(back);
  expect(again.status).toBe(401);
  expect(await title(again)).toBe('サインインできませんでした');
});

test('saying no in Slack is said back, and no address but our own is returned to', async () => {
  const asked = await browser.get('/sign-in/slack?to=https://evil.example/');
  const state = new URL(asked.headers.get('location') ?? '').searchParams.get('state');
  const no = await browser.get(`/sign-in/callback?error=access_denied&state=${state}`);
  expect(await title(no)).toBe('サインインを中止しました');
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', '/sign-out'])
    expect((await browser.signIn('U0CS', to)).headers.get('location')).toBe('/');
});

test('a form needs our origin and this session’s token; what was typed comes back', async () => {
  await browser.signIn('U0CS');
  const csrf = await browser.csrf();
  const foreign = await browser.post('/sign-out', { csrf }, { origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  expect((await browser.post('/sign-out', { csrf }, {})).status).toBe(403);
  const stale = await browser.post('/sign-out', { csrf: 'x', note: '<b>経緯</b>' });
  expect(stale.status).toBe(403);
  expect(await stale.text()).toContain('&lt;b&gt;経緯&lt;/b&gt;</textarea>');
  expect((await browser.get('/')).status).toBe(200);

  expect((await browser.post('/sign-out', { csrf })).headers.get('location')).toBe('/sign-in');
  expect((await browser.get('/')).status).toBe(303);
  const late = await browser.post('/sign-out', { csrf, note: '経緯' });
  expect(late.status).toBe(401);
  expect(await late.text()).toContain('経緯</textarea>');
});

test('a cookie that is forged, or meant for something else, is nothing', async () => {
  await browser.signIn('U0CS');
  const good = browser.cookie('toban-session') ?? '';
  browser.setCookie('toban-session', `${good.slice(0, -2)}AA`);
  expect((await browser.get('/')).status).toBe(303);
  await browser.get('/sign-in/slack');
  browser.setCookie('toban-session', browser.cookie('toban-sign-in') ?? '');
  expect((await browser.get('/')).status).toBe(303);
});

test('every answer is guarded, an unchanged page is not sent again, and files are kept for ever', async () => {
  await browser.signIn('U0CS');
  const home = await browser.get('/');
  const policy = home.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(home.headers.get('x-content-type-options')).toBe('nosniff');
  expect(home.headers.get('referrer-policy')).toBe('same-origin');
  const body = await home.text();
  expect(body).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/);
  const again = await browser.get('/', { 'if-none-match': home.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  const style = /href="(\/assets\/[^"]+style\.css)"/.exec(body)?.[1] ?? '';
  const file = await browser.get(style);
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect((await browser.get(style.replace(/assets\/\w+/, 'assets/old'))).headers.get('cache-control')).toBe(
    'no-cache',
  );
  expect((await browser.get('/assets/x/..%2Fapp.ts')).status).toBe(404);
});

test('the language is the browser’s until somebody chooses', async () => {
  const english = new Browser(desk.system.url, { 'accept-language': 'en-GB,en;q=0.9' });
  expect(await english.page('/sign-in')).toContain('Sign in with Slack');
  const chosen = await english.get('/sign-in?lang=ja&to=%2F');
  expect(chosen.headers.get('location')).toBe('/sign-in?to=%2F');
  expect(await english.page('/sign-in')).toContain('Slack でサインイン');
});

test('an address that is not there says so', async () => {
  const answer = await browser.get('/nowhere');
  expect(answer.status).toBe(404);
  expect(await title(answer)).toBe('ページが見つかりません');
});
