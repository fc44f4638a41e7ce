import type { Handlers } from '../slack/index.ts';
import { type AdminTokenContext, apply, readAdminToken } from './context.ts';
import { dayOf } from './judge.ts';
import { ADMIN_TOKEN } from './model.ts';

/** How long a worker may not know who has connected an account: enough to see on which days somebody writes. */
const KEEP_MS = 10 * 60_000;

/**
 * What Slack says of tokens and accounts is a bell: the truth is asked of Slack, so that late and doubled events do no
 * harm. That the account writes messages is noted once a day.
 */
export function adminTokenHandlers(ctx: AdminTokenContext): Handlers {
  let known: { readonly user: string | null; readonly until: number } = { user: null, until: 0 };

  async function holder(): Promise<string | null> {
    if (ctx.clock.now() >= known.until) {
      const user = (await readAdminToken(ctx.store))?.holder?.user ?? null;
      known = { user, until: ctx.clock.now() + KEEP_MS };
    }
    return known.user;
  }

  return {
    async accounts({ users }) {
      const user = (await readAdminToken(ctx.store))?.holder?.user;
      if (!user || (users !== null && !users.includes(user))) return null;
      await apply(ctx, { type: 'look' });
      return ADMIN_TOKEN;
    },
    async messages({ user, editedFrom, receivedAt }) {
      if (user === null || editedFrom !== null || user !== (await holder())) return null;
      await apply(ctx, { type: 'hear', user, day: dayOf(receivedAt, ctx.zone) });
      return null;
    },
  };
}
