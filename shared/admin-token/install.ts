import { auditDocument } from '../audit/index.ts';
import { isTobanError } from '../platform/errors.ts';
import { recordId } from '../platform/ids.ts';
import type { SlackUser } from '../ports/slack.ts';
import type { Install } from '../ports/tokens.ts';
import { apply, type Common, isOnCall, readAdminToken } from './context.ts';
import { judge, type Verdict } from './judge.ts';
import { ADMIN_TOKEN, type Named, secretContext, secretPath } from './model.ts';

export interface InstallContext extends Common {
  readonly install: Install;
  /** As Slack says it now, not as it was ten minutes ago. */
  readonly account: (user: string, signal: AbortSignal) => Promise<SlackUser | null>;
}

export interface Answer {
  readonly state: string;
  readonly code: string;
  readonly redirectUri: string;
  /** Who pressed the button; not always the account that agreed. */
  readonly by: Named;
}

/** `used`: this way back was gone before. `code`: Slack does not know the code. */
export type Installed =
  | { readonly kind: 'connected' }
  | { readonly kind: 'used' | 'code' }
  | { readonly kind: 'refused'; readonly verdict: Verdict; readonly name: string };

/** A person came back from Slack: their token is taken only where it may act for Toban; otherwise nothing changes. */
export async function install(ctx: InstallContext, answer: Answer, signal: AbortSignal): Promise<Installed> {
  const { store, tokens, cipher, clock, log } = ctx;
  const { state, code, redirectUri, by } = answer;
  try {
    await store.put(`install-states/${recordId('ins', state)}`, { by: by.user, at: clock.now() }, 'absent');
  } catch (error) {
    if (isTobanError(error, 'exists')) return { kind: 'used' };
    throw error;
  }
  let granted: Awaited<ReturnType<Install['exchange']>>;
  try {
    granted = await ctx.install.exchange({ code, redirectUri }, signal);
  } catch (error) {
    if (!isTobanError(error, 'refused')) throw error;
    log.warn('install-refused', { reason: error.reason });
    return { kind: 'code' };
  }
  const { token } = granted;
  const [facts, ownTeam] = await Promise.all([tokens.test(token, signal), tokens.ownTeam(signal)]);
  const { user, team, scopes } = facts;
  const account = team === ownTeam ? await ctx.account(user, signal) : null;
  const name = account?.name ?? user;
  // The code's answer and the token itself must speak of the same account.
  const same = user === granted.user && team === granted.team;
  const verdict = same
    ? judge(facts, account, ownTeam)
    : ({ fault: 'other-workspace', reason: null } as const);
  if (verdict) {
    log.warn('install-refused', { user, reason: verdict.fault, by: by.user });
    await giveBack(ctx, user, token, signal);
    return { kind: 'refused', verdict, name };
  }
  const holder = { user, name, team, via: 'install' as const, by };
  let ciphertext: string;
  try {
    ciphertext = await cipher.encrypt(token, secretContext(holder), signal);
  } catch (error) {
    await giveBack(ctx, user, token, signal);
    if (!isTobanError(error, 'refused')) throw error;
    log.error('admin-token-not-kept', { reason: error.reason });
    return { kind: 'refused', verdict: { fault: 'unreadable', reason: error.reason ?? null }, name };
  }
  const deed = { at: clock.now(), by: by.user, name: by.name, record: ADMIN_TOKEN, target: user };
  await apply(ctx, { type: 'connect', holder, scopes, onCall: await isOnCall(ctx, user) }, [
    { path: secretPath(holder), data: { ciphertext } },
    auditDocument({ ...deed, action: 'admin-token.connect' }),
  ]);
  log.info('admin-token-connected', { user, by: by.user });
  return { kind: 'connected' };
}

/** A token that is not taken must not lie about in Slack; but one in use, of the same account, is left alone. */
async function giveBack(
  ctx: InstallContext,
  user: string,
  token: string,
  signal: AbortSignal,
): Promise<void> {
  if ((await readAdminToken(ctx.store))?.holder?.user === user) return;
  try {
    await ctx.tokens.revoke(token, signal);
  } catch (error) {
    ctx.log.warn('install-not-given-back', { user, reason: isTobanError(error) ? error.code : 'bug' });
  }
}

/** Takes the token back: it is no longer used, and ended in Slack by the worker. False where there was none. */
export async function disconnect(
  ctx: Pick<Common, 'store' | 'clock' | 'owners'>,
  by: Named,
): Promise<boolean> {
  const held = (await readAdminToken(ctx.store))?.holder;
  if (held?.via !== 'install') return false;
  const deed = { at: ctx.clock.now(), by: by.user, name: by.name, record: ADMIN_TOKEN, target: held.user };
  const audit = auditDocument({ ...deed, action: 'admin-token.disconnect' });
  return (await apply(ctx, { type: 'remove', by }, [audit])).changed;
}

/** Has the token looked at now. False where there is none. */
export const lookNow = async (ctx: Pick<Common, 'store' | 'clock' | 'owners'>): Promise<boolean> =>
  (await apply(ctx, { type: 'look' })).changed;
