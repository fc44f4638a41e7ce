import { localeOf } from '../language/index.ts';
import { isTobanError } from '../platform/errors.ts';
import { section } from '../slack/index.ts';
import { type Noun, postOnce, type TaskKind } from '../tasks/index.ts';
import { check } from './check.ts';
import type { AdminTokenContext } from './context.ts';
import { evolve } from './evolve.ts';
import {
  type AdminToken,
  type AdminTokenEvent,
  type EncryptedToken,
  type Notice,
  secretContext,
  secretPath,
} from './model.ts';
import { adminTokenText } from './text.ts';

type Kind<Step> = TaskKind<AdminToken, AdminTokenEvent, Step>;

/** Everything that guarding the token may have to do, by the name its tasks carry. */
export function adminTokenNoun(ctx: AdminTokenContext): Noun<AdminToken, AdminTokenEvent> {
  return {
    name: 'admin-token',
    evolve,
    kinds: { check: checkKind(ctx), say: sayKind(ctx), revoke: revokeKind(ctx) },
  };
}

const checkKind = (ctx: AdminTokenContext): Kind<unknown> => ({
  persistent: false,
  guard: () => true,
  perform: (_state, _task, { signal }) => check(ctx, signal),
});

function sayKind(ctx: AdminTokenContext): Kind<{ readonly to: string; readonly notice: Notice }> {
  return {
    // An alarm that Slack refuses now (the app was removed) is tried until the day is over.
    persistent: true,
    guard: ({ trouble }, { step: { notice } }) =>
      notice.kind !== 'failed' || trouble?.since === notice.trouble.since,
    async perform(_state, { id, step: { to, notice } }, attempt) {
      const { signal, now } = attempt;
      const person = /^[UW]/.test(to);
      const locale = person ? localeOf((await ctx.slack.user(to, signal))?.locale, ctx.locale) : ctx.locale;
      const text = adminTokenText(locale).notice(notice, { zone: ctx.zone, now, baseUrl: ctx.baseUrl });
      const channel = person ? await ctx.slack.openDm(to, signal) : to;
      return postOnce(
        ctx.slack,
        { channel, text, blocks: [section(text)], key: `admin-token/${id}` },
        attempt,
      );
    },
  };
}

/** Ends in Slack a token that was taken back or replaced, then forgets it. */
function revokeKind(ctx: AdminTokenContext): Kind<{ readonly user: string; readonly team: string }> {
  return {
    persistent: false,
    // Slack may give an account that comes back the very token it had.
    guard: ({ holder }, { step }) => holder?.user !== step.user,
    async perform(_state, { step }, { signal }) {
      const path = secretPath(step);
      const kept = (await ctx.store.get<EncryptedToken>(path))?.data;
      if (!kept) return;
      try {
        await ctx.tokens.revoke(
          await ctx.cipher.decrypt(kept.ciphertext, secretContext(step), signal),
          signal,
        );
      } catch (error) {
        if (isTobanError(error, 'refused'))
          ctx.log.error('admin-token-not-revoked', { user: step.user, reason: error.reason });
        throw error;
      }
      await ctx.store.transaction(async (tx) => tx.delete(path));
    },
  };
}
