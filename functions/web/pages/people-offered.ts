import { html } from 'hono/html';
import { readKept } from '../../../shared/rota/index.ts';
import type { Html } from '../html.ts';
import type { WebParts } from '../parts.ts';
import { namesOf } from './names.ts';
import { peopleIn } from './settings/configuration.ts';

/** A page does not wait longer for names while Slack is slow or down: it offers those it has. */
const PATIENCE_MS = 1_500;

/** Somebody whom a form offers by name. */
export interface Offered {
  readonly user: string;
  readonly name: string;
}

/**
 * Whom a form offers by name: those of its own record first (`own`), then whoever stands in a rota or in toban.yaml. Reads
 * a document for each rota; Slack is asked only for names that are not known yet.
 */
export async function offeredPeople(
  { store, config, people }: Pick<WebParts, 'store' | 'config' | 'people'>,
  own: readonly Offered[],
  signal: AbortSignal,
): Promise<readonly Offered[]> {
  const { rotas, workspace } = config;
  const kept = await Promise.all(rotas.map((rota) => readKept(store, rota, workspace.timezone)));
  const onDuty = kept.flatMap((one) => Object.entries(one?.rota.people ?? {}));
  const known = new Map([...onDuty, ...own.map(({ user, name }) => [user, name] as const)]);
  const unnamed = [...peopleIn(config), ...known.keys()].filter((user) => (known.get(user) ?? user) === user);
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const names = await namesOf(people, [...new Set(unnamed)], patience);
  const first = new Set(own.map(({ user }) => user));
  return [...new Set([...first, ...known.keys(), ...names.keys()])].flatMap((user) => {
    const name = names.get(user) ?? known.get(user);
    return name === undefined || name === user ? [] : [{ user, name }];
  });
}

/** Id of the list that text fields offer names from. */
export const PEOPLE = 'people-offered';

/** The names themselves; once on a page. */
export const peopleList = (offered: readonly Offered[]): Html =>
  html`<datalist id="${PEOPLE}">${[...new Set(offered.map(({ name }) => name))].map((name) => html`<option value="${name}"></option>`)}</datalist>`;

/** A name as people type it: without blanks, the sign before it and the courtesy behind it. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^@/, '')
    .replace(/(?:さん|様)$/, '');

/** Who is meant by a Slack id (`U0123ABCD`, `<@U0123ABCD>`) or by a name of those offered: nobody, one, or several. */
export function whoIsNamed(typed: string, offered: readonly Offered[]): readonly string[] {
  const wanted = foldName(typed);
  const named = offered.filter(({ name }) => wanted !== '' && foldName(name) === wanted);
  // Names first: 渡辺 may write WATANABE, which looks like an id.
  if (named.length > 0) return named.map(({ user }) => user);
  const id = /^<?@?([UW][A-Z0-9]{4,})(?:\|[^>]*)?>?$/.exec(typed.trim())?.[1];
  return id ? [id] : [];
}
