import { Browser } from './browser.ts';
import type { Desk } from './desk.ts';

export async function visitor(desk: Desk, user: string): Promise<Browser> {
  const browser = new Browser(desk.system.url);
  await browser.signIn(user);
  return browser;
}

/** Where Slack sends the browser back to after somebody agreed (or did not). */
export async function agree(browser: Browser, as: string | null): Promise<string> {
  const asked = await browser.get('/slack/install');
  const consent = new URL(asked.headers.get('location') ?? '');
  const choice: [string, string] = as === null ? ['deny', '1'] : ['as', as];
  const body = new URLSearchParams([...consent.searchParams, choice]);
  const agreed = await fetch(`${consent.origin}${consent.pathname}`, {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  return agreed.headers.get('location') ?? '';
}

export async function connect(desk: Desk, browser: Browser, as: string | null): Promise<Response> {
  const response = await browser.get(await agree(browser, as));
  await desk.system.settle();
  return response;
}

/** The guest on duty is wanted in the room; the room's members. */
export async function declare(desk: Desk): Promise<readonly string[]> {
  await desk.say('cs', '@Toban 返却できないお客様が何人もいます');
  await desk.press('arai', desk.dms('arai').at(-1), 'インシデントにする');
  const view = desk.slack.workspace.state.views.findLast((one) => one.user === 'U0ARAI');
  if (!view) throw new Error('no modal is open');
  await desk.slack.people.submit('U0ARAI', view, {} as never);
  await desk.system.settle();
  await desk.advance('PT30S');
  return desk.slack.workspace.state.channels.find(({ name }) => name.startsWith('inc-'))?.members ?? [];
}
