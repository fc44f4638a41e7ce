import { unfinishedOf } from '../action-item/index.ts';
import { readAdminToken } from '../admin-token/index.ts';
import type { Upload } from '../import/index.ts';
import { type Incident, incidentAddress, labelOf } from '../incident/index.ts';
import { openPostmortemsOf, postmortemAddress } from '../postmortem/index.ts';
import { partiesOf, readKept, readOverrides } from '../rota/index.ts';
import { listRunbooks, runbookSource } from '../runbook/index.ts';
import { everyDocument } from '../store/collections.ts';
import { every } from '../store/every.ts';
import type { Store } from '../store/port.ts';
import { openIncidents } from '../store/shapes.ts';
import type { WorkspaceConfig } from '../workspace/index.ts';
import type { Subject } from './model.ts';
import { OBSTACLES, type ObstacleKind } from './obstacle-kinds.ts';

/** What stands against an erasure: the person would be missed there, or be back a minute later. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  /** What it is of: a cell, a place in toban.yaml, the title of a record; empty where it must not be said. User text. */
  readonly what: string;
  /** Its page; null where there is none, or it is private. */
  readonly href: string | null;
}

export interface Scene {
  readonly store: Store;
  readonly config: WorkspaceConfig;
  readonly team: string;
  readonly now: number;
  /** Whether the account is closed, as Slack says now; null where nobody could be asked. */
  readonly closed: boolean | null;
}

type Person = Pick<Subject, 'user' | 'said'>;
type Look = (scene: Scene, user: string) => Promise<readonly Obstacle[]>;

/** Everything that must be settled before; in the order in which one would go about it. Reads what is open alone. */
export async function obstaclesFor(scene: Scene, { user, said }: Person): Promise<readonly Obstacle[]> {
  const open = await items(scene, user, said);
  const found = user === null ? [] : await Promise.all(LOOKS.map((look) => look(scene, user)));
  const all = [...found.flat(), ...open, ...(await running(scene))];
  return all.sort((a, b) => OBSTACLES.indexOf(a.kind) - OBSTACLES.indexOf(b.kind));
}

const LOOKS: readonly Look[] = [
  account,
  configuration,
  rotas,
  covers,
  incidents,
  postmortems,
  runbooks,
  admin,
];

async function account({ closed }: Scene): Promise<readonly Obstacle[]> {
  if (closed === true) return [];
  return [{ kind: closed === null ? 'unasked' : 'account', what: '', href: null }];
}

async function configuration({ config }: Scene, user: string): Promise<readonly Obstacle[]> {
  return placesIn(config, user, '').map((what) => ({ kind: 'configuration', what, href: '/settings' }));
}

function placesIn(data: unknown, user: string, at: string): readonly string[] {
  if (data === user) return [at];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, one]) =>
    placesIn(one, user, Array.isArray(data) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`),
  );
}

/** Of a sheet Toban keeps five weeks back: while it is named there, it is back with the next reading. */
async function rotas({ store, config }: Scene, user: string): Promise<readonly Obstacle[]> {
  const found: Obstacle[] = [];
  for (const rota of config.rotas) {
    const kept = await readKept(store, rota, config.workspace.timezone);
    if (!kept) continue;
    const href = `/rotas/${rota.id}`;
    const spans = Object.values(kept.rota.columns).flat();
    const cells = new Set(spans.filter(({ people }) => people.includes(user)).map(({ cell }) => cell ?? ''));
    const name = rota.name ?? rota.id;
    if (cells.size > 0)
      found.push({ kind: 'rota', what: [name, ...[...cells].slice(0, SHOWN)].join(' · '), href });
    else if (kept.known.includes(user)) found.push({ kind: 'members', what: name, href });
  }
  return found;
}

const SHOWN = 5;

async function covers({ store, config, now }: Scene, user: string): Promise<readonly Obstacle[]> {
  const all = await Promise.all(config.rotas.map(({ id }) => readOverrides(store, id, now)));
  return all
    .flat()
    .filter(({ override: { status } }) => status === 'active' || status === 'proposed')
    .filter(({ override }) => partiesOf(override).some(({ id }) => id === user))
    .map(({ override: { rota } }) => ({ kind: 'cover', what: rota, href: `/rotas/${rota}` }));
}

async function incidents({ store, team }: Scene, user: string): Promise<readonly Obstacle[]> {
  const found: Obstacle[] = [];
  for await (const { data } of every<Incident>(store, { shape: openIncidents, values: { team, open: true } }))
    if (Object.values(data.roles).some((holder) => holder.user === user))
      found.push({
        kind: 'incident',
        what: data.private ? '' : `${labelOf(data.number)} ${data.title}`,
        href: data.private ? null : incidentAddress(data),
      });
  return found;
}

async function postmortems({ store, team }: Scene, user: string): Promise<readonly Obstacle[]> {
  return (await openPostmortemsOf(store, team, user)).map((one) => ({
    kind: 'postmortem',
    what: one.private ? '' : one.title,
    href: one.private ? null : postmortemAddress(one),
  }));
}

async function items({ store }: Scene, user: string | null, name: string): Promise<readonly Obstacle[]> {
  return (await unfinishedOf(store, { user, name })).map(({ id, title, private: secret }) => ({
    kind: 'action-item',
    what: secret ? '' : title,
    href: secret ? null : `/actions/${id}`,
  }));
}

async function runbooks({ store }: Scene, user: string): Promise<readonly Obstacle[]> {
  const found: Obstacle[] = [];
  for (const { id, version, title } of await listRunbooks(store)) {
    const source = (await runbookSource(store, id, version))?.source ?? '';
    if (new RegExp(`\\b${user}\\b`).test(source))
      found.push({ kind: 'runbook', what: title, href: `/runbooks/${id}` });
  }
  return found;
}

async function admin({ store }: Scene, user: string): Promise<readonly Obstacle[]> {
  const holder = (await readAdminToken(store))?.holder;
  return holder?.user === user ? [{ kind: 'admin', what: '', href: '/settings/slack' }] : [];
}

async function running({ store }: Scene): Promise<readonly Obstacle[]> {
  const found: Obstacle[] = [];
  for await (const { data } of every<Upload>(store, { shape: everyDocument('imports') }))
    if (data.phase === 'trying' || data.phase === 'running')
      found.push({ kind: 'import', what: data.name, href: `/settings/import/${data.id}` });
  return found;
}
