import { type Browser, hiddenIn } from './browser.ts';
import type { Desk } from './desk.ts';

/** The form of corrections as a page holds it, sent with some of its fields changed. */
export async function sendCorrection(
  desk: Desk,
  browser: Browser,
  path: string,
  fields: Record<string, string>,
  from?: string,
): Promise<Response> {
  const page = from ?? (await browser.page(`${path}/correct`));
  const shown = hiddenIn(page, 'shown');
  const sent = {
    ...(JSON.parse(shown) as Record<string, string>),
    csrf: hiddenIn(page, 'csrf'),
    seen: hiddenIn(page, 'seen'),
    shown,
    reason: '監視の記録から',
    ...fields,
  };
  const answer = await browser.post(`${path}/correct`, sent);
  await desk.system.settle();
  return answer;
}

/** Everything that a correction must leave as it is: who is where, and what has been said to whom. */
export const worldOf = (desk: Desk) => ({
  messages: desk.slack.workspace.state.messages.map(
    ({ channel, ts, onlyFor }) => `${channel} ${ts} ${onlyFor ?? ''}`,
  ),
  channels: desk.slack.workspace.state.channels.map(({ id, name, members, bookmarks }) => ({
    id,
    name,
    members,
    bookmarks,
  })),
});
