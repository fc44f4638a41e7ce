import type { WebClient } from '@slack/web-api';
import type { Posted } from '../../ports/slack.ts';

const PAGE = 100;
/** A search is for the last minutes of one thread or channel; beyond this it has gone astray. */
const MOST_PAGES = 20;

interface Found {
  readonly ts?: string;
  readonly metadata?: { readonly event_payload?: object };
}

/** The message whose metadata carries `key`, looked for from `since` on. */
export async function findByKey(
  client: WebClient,
  { channel, threadTs, key, since }: { channel: string; threadTs?: string; key: string; since: number },
): Promise<Posted | null> {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const common = {
      channel,
      include_all_metadata: true,
      limit: PAGE,
      oldest: (since / 1_000).toFixed(6),
      ...(cursor && { cursor }),
    };
    const answer = threadTs
      ? await client.conversations.replies({ ...common, ts: threadTs })
      : await client.conversations.history(common);
    const hit = ((answer.messages ?? []) as Found[]).find((message) => keyOf(message) === key);
    if (hit?.ts) return { channel, ts: hit.ts };
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (!cursor) return null;
  }
  return null;
}

function keyOf(message: Found): unknown {
  return (message.metadata?.event_payload as { key?: unknown } | undefined)?.key;
}
