import { auditDocument } from '../audit/index.ts';
import type { Page, Store } from '../store/port.ts';
import { apiTokensOfTeam } from '../store/program-shapes.ts';
import { type ApiToken, type Person, type Standing, scopesOf, standingOf } from './model.ts';
import { hashOf, idOf, newToken } from './secret.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const PAGE = 50;
export const LONGEST_NAME = 80;
const pathOf = (id: string): string => `api-tokens/${id}`;

/** As it is kept: one made before there was more than reading has no list, and so may read. */
type Kept = Omit<ApiToken, 'scopes'> & { readonly scopes?: readonly string[] };
const readKept = (kept: Kept): ApiToken => ({ ...kept, scopes: scopesOf(kept.scopes) });

/** Makes a token. It is told this one time only. `days`: until it ends; null: never. */
export async function makeToken(
  store: Store,
  said: Pick<ApiToken, 'team' | 'name' | 'scopes' | 'owner' | 'role'> & { readonly days: number | null },
  now: number,
): Promise<string> {
  const { days, ...rest } = said;
  const token = newToken();
  const hash = hashOf(token) ?? '';
  const id = idOf(hash);
  const kept: ApiToken = {
    ...rest,
    scopes: scopesOf(rest.scopes),
    id,
    hash,
    hint: token.slice(-4),
    createdAt: now,
    expiresAt: days === null ? null : now + days * DAY_MS,
    lastUsedAt: null,
    revoked: null,
  };
  await store.transaction(async (tx) => {
    tx.create(pathOf(id), kept);
    const entry = auditOf(kept, 'api-token.made', said.owner, now);
    tx.put(entry.path, entry.data);
  });
  return token;
}

/** It opens nothing from now on. Safe to repeat; false where there is no such token. */
export function revokeToken(
  store: Store,
  team: string,
  id: string,
  by: Person,
  now: number,
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const token = (await tx.get<Kept>(pathOf(id)))?.data;
    if (token?.team !== team) return false;
    if (token.revoked) return true;
    tx.put(pathOf(id), { ...token, revoked: { ...by, at: now } });
    const entry = auditOf(token, 'api-token.revoked', by, now);
    tx.put(entry.path, entry.data);
    return true;
  });
}

const auditOf = ({ id }: Pick<ApiToken, 'id'>, action: string, { user, name }: Person, at: number) =>
  auditDocument({ at, by: user, name, action, record: pathOf(id), target: id });

/** The tokens of a workspace, latest first; 50 on a page. Errors: `bad-input` for a cursor of another list. */
export async function listTokens(
  store: Store,
  team: string,
  cursor: string | null,
): Promise<{ readonly tokens: readonly ApiToken[]; readonly cursor: string | null }> {
  const page: Page<Kept> = await store.page({
    shape: apiTokensOfTeam,
    values: { team },
    limit: PAGE,
    cursor,
  });
  return { tokens: page.docs.map(({ data }) => readKept(data)), cursor: page.cursor };
}

export type Opened =
  | { readonly standing: 'active'; readonly token: ApiToken }
  | { readonly standing: Exclude<Standing, 'active'> | 'unknown'; readonly token: null };

/** What somebody shows as a token, by one document. */
export async function openToken(store: Store, shown: string, now: number): Promise<Opened> {
  const hash = hashOf(shown);
  const kept = hash && (await store.get<Kept>(pathOf(idOf(hash))))?.data;
  if (!kept || kept.hash !== hash) return { standing: 'unknown', token: null };
  const token = readKept(kept);
  const standing = standingOf(token, now);
  return standing === 'active' ? { standing, token } : { standing, token: null };
}

/** Notes that it was used, at most once an hour: a thousand requests are one write. */
export async function noteUse(
  store: Store,
  { id, lastUsedAt }: Pick<ApiToken, 'id' | 'lastUsedAt'>,
  now: number,
): Promise<void> {
  if (lastUsedAt !== null && now - lastUsedAt < HOUR_MS) return;
  await store.transaction(async (tx) => {
    // Read again: a revocation of this very moment must not be written over.
    const token = (await tx.get<Kept>(pathOf(id)))?.data;
    if (token) tx.put(pathOf(id), { ...token, lastUsedAt: Math.max(now, token.lastUsedAt ?? 0) });
  });
}
