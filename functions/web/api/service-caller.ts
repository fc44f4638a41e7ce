import { scopesOf } from '../../../shared/api-token/index.ts';
import type { Locale } from '../../../shared/language/index.ts';
import { isTobanError } from '../../../shared/platform/errors.ts';
import { recordId } from '../../../shared/platform/ids.ts';
import type { Tokens } from '../../../shared/ports/tokens.ts';
import type { WebParts } from '../parts.ts';
import type { Caller } from './operation.ts';

/** Three parts with dots between, as no token of ours is. */
export const isIdToken = (shown: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(shown);

/** The workspace never changes while we run: asked for once by each process. */
const teams = new WeakMap<Tokens, string>();

async function teamOf(tokens: Tokens, signal: AbortSignal): Promise<string> {
  const team = teams.get(tokens) ?? (await tokens.ownTeam(signal));
  teams.set(tokens, team);
  return team;
}

/**
 * A service of Google Cloud, by the ID token that Google made for it and for us; null where it is none of those in
 * toban.yaml. It is no person: it sees nothing that is private to people. Errors: `unavailable`.
 */
export async function serviceCaller(
  { config, accountOf, tokens }: Pick<WebParts, 'config' | 'accountOf' | 'tokens'>,
  shown: string,
  locale: Locale,
  signal: AbortSignal,
): Promise<Caller | null> {
  const { serviceAccounts } = config.api;
  if (serviceAccounts.length === 0) return null;
  const email = await proven(accountOf, shown);
  const known = serviceAccounts.find((one) => one.email === email);
  if (!known) return null;
  const { role, scopes, name = known.email.split('@', 1)[0] ?? known.email } = known;
  return {
    user: known.email,
    name,
    program: true,
    team: await teamOf(tokens, signal),
    role,
    token: { id: recordId('svc', known.email), name: known.email, scopes: scopesOf(scopes), expiresAt: null },
    locale,
  };
}

async function proven(accountOf: WebParts['accountOf'], shown: string): Promise<string | null> {
  try {
    return (await accountOf(shown)).toLowerCase();
  } catch (error) {
    if (isTobanError(error, 'unauthorized')) return null;
    throw error;
  }
}
