import type { Role } from '../access/index.ts';

/**
 * What a token may do. Each may `read`; what else is chosen when it is made, and kept with it, so that none that
 * was made to read ever does more. Its owner's role still counts: a scope opens nothing that its owner may not do.
 */
export const SCOPES = [
  'read',
  'incidents:write',
  'actions:write',
  'postmortems:write',
  'runbooks:write',
  'export',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Those that are chosen. */
export const CHOSEN_SCOPES = SCOPES.filter((scope): scope is Exclude<Scope, 'read'> => scope !== 'read');

/** What was kept as scopes: in the order of the list, what is none left out, and reading always among them. */
export const scopesOf = (kept: readonly string[] | undefined): readonly Scope[] =>
  SCOPES.filter((scope) => scope === 'read' || kept?.includes(scope));

/** Days until a token ends; null: it never does. */
export const LIFETIMES = [30, 90, 365, null] as const;

export interface Person {
  readonly user: string;
  readonly name: string;
}

/** A key of a program to the API. It acts as the person who made it, and sees what that person sees. Times in epoch ms. */
export interface ApiToken {
  readonly id: string;
  readonly team: string;
  /** What people call it; user text. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly owner: Person;
  /** The owner's when it was made: counts only while Slack cannot say what it is now. */
  readonly role: Role;
  /** SHA-256 of the token, in hex. The token itself is kept nowhere. */
  readonly hash: string;
  /** Its last four characters, to tell it from others. */
  readonly hint: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  /** To within an hour. */
  readonly lastUsedAt: number | null;
  readonly revoked: (Person & { readonly at: number }) | null;
}

/** How a token stands at an instant. */
export type Standing = 'active' | 'expired' | 'revoked';

export function standingOf(
  { revoked, expiresAt }: Pick<ApiToken, 'revoked' | 'expiresAt'>,
  now: number,
): Standing {
  if (revoked) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active';
}
