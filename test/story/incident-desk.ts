import { type Browser, hiddenIn } from './browser.ts';
import type { Desk } from './desk.ts';

/** Declares by the command's form, as a person fills it in; fields by block id. */
export async function declareInSlack(
  desk: Desk,
  user: string,
  values: Record<string, unknown>,
): Promise<void> {
  await desk.slack.people.command(user, 'C0CSHELP', '/incident', '');
  await desk.system.settle();
  await sendForm(desk, user, values);
}

/** Sends the modal that a person has open. */
export async function sendForm(desk: Desk, user: string, values: Record<string, unknown>): Promise<void> {
  const view = desk.slack.workspace.state.views.filter((one) => one.user === user).at(-1);
  if (!view) throw new Error('no modal is open');
  const filled = Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { value }]));
  const outcome = await desk.slack.people.submit(user, view, filled as never);
  if (outcome.response_action !== 'close') throw new Error(JSON.stringify(outcome));
  await desk.system.settle();
  await desk.advance('PT10S');
}

/** Fills in a form of an incident's page and sends it, with the hidden fields that the page holds. */
export async function sendOnPage(
  desk: Desk,
  browser: Browser,
  path: string,
  verb: string,
  fields: Record<string, string>,
  page?: string,
): Promise<Response> {
  const shown = page ?? (await browser.page(path));
  const seen = hiddenIn(shown, 'seen');
  const csrf = hiddenIn(shown, 'csrf');
  const answer = await browser.post(path, { csrf, do: verb, seen, ...fields });
  await desk.system.settle();
  await desk.advance('PT10S');
  return answer;
}

/** The first war room. */
export const roomOf = (desk: Desk) =>
  desk.slack.workspace.state.channels.find(({ name }) => name.startsWith('inc-'));
export const saidIn = (desk: Desk, channel: string): string =>
  JSON.stringify(desk.slack.workspace.state.messages.filter((one) => one.channel === channel));

/** What a reader sees: the page without its tags. */
export const visible = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
export const mainOf = (html: string): string => visible(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '');
export const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<a class="row"[\s\S]*?<\/a>/g)].map(([row]) => visible(row));
