import { dayStamp } from '../language/index.ts';
import type { SlackUser } from '../ports/slack.ts';
import type { TokenFacts } from '../ports/tokens.ts';
import { adminScopes, signInScopes } from '../slack/index.ts';
import type { AdminToken, Fault } from './model.ts';

export interface Verdict {
  readonly fault: Fault;
  readonly reason: string | null;
}

/** Whether a token may act for Toban: an owner's or administrator's of our own workspace, with every scope. Pure. */
export function judge(facts: TokenFacts, account: SlackUser | null, ownTeam: string): Verdict | null {
  if (facts.team !== ownTeam || account === null) return { fault: 'other-workspace', reason: null };
  if (account.deactivated) return { fault: 'deactivated', reason: null };
  if (account.bot) return { fault: 'not-a-person', reason: null };
  if (account.guest !== 'no') return { fault: 'guest', reason: null };
  if (!account.admin) return { fault: 'not-admin', reason: null };
  const missing = adminScopes.filter((scope) => !facts.scopes.includes(scope));
  return missing.length > 0 ? { fault: 'missing-scopes', reason: missing.join(' ') } : null;
}

/** Codes with which Slack says that a token itself is no good any more. */
export const TOKEN_OVER: ReadonlySet<string> = new Set([
  'token_revoked',
  'invalid_auth',
  'account_inactive',
  'not_authed',
  'token_expired',
]);

export type Warning = 'on-call' | 'writes' | 'more-scopes';

/** Days of seven on which somebody writes who works with the account rather than keeps it for Toban. */
const DAYS_AT_WORK = 3;

/** `YYYY-MM-DD` in the workspace's zone. */
export function dayOf(at: number, zone: string): string {
  const stamp = dayStamp(at, zone);
  return `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6)}`;
}

/** What speaks against the account, though it may be used. Pure. */
export function warningsOf(state: AdminToken, now: number, zone: string): readonly Warning[] {
  if (!state.holder) return [];
  const weekAgo = dayOf(now - 6 * 86_400_000, zone);
  const lately = state.spokeOn.filter((day) => day >= weekAgo);
  const known: readonly string[] = [...adminScopes, ...signInScopes, 'identify'];
  return [
    ...(state.onCall ? (['on-call'] as const) : []),
    ...(lately.length >= DAYS_AT_WORK ? (['writes'] as const) : []),
    ...(state.scopes.some((scope) => !known.includes(scope)) ? (['more-scopes'] as const) : []),
  ];
}
