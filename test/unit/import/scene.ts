import { randomUUID } from 'node:crypto';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { EVENT_KINDS, listenersPath } from '../../../shared/delivery/index.ts';
import { createPeople, type Draft, type ImportContext } from '../../../shared/import/index.ts';
import { importBatch } from '../../../shared/import/run/batch.ts';
import {
  type Incident,
  type IncidentVerbs,
  incidentId,
  incidentPath,
} from '../../../shared/incident/index.ts';
import type { Store } from '../../../shared/store/port.ts';
import { dueTasks } from '../../../shared/store/shapes.ts';
import { settings } from '../incident/builders.ts';

export const NOW = Date.parse('2026-11-26T00:00:00Z');
export const BY = { user: 'U0LEAD', name: '森 由紀' };
const MORI = {
  id: 'U0LEAD',
  name: '森 由紀',
  realName: '森 由紀',
  handle: 'mori',
  email: 'mori@example.com',
  locale: null,
  deactivated: false,
  bot: false,
  admin: false,
  guest: 'no' as const,
};

export const at = (time: string) => Date.parse(`${time}:00+09:00`);
export const draft = (change: Partial<Draft> = {}): Draft => ({
  externalId: 'notion:a',
  title: '返却できない',
  description: '説明',
  times: {
    started: at('2024-03-05T14:03'),
    detected: at('2024-03-05T14:10'),
    resolved: at('2024-03-05T16:00'),
  },
  day: null,
  severity: 'SEV2',
  closed: true,
  service: 'rental',
  reporter: 'mori@example.com',
  lead: '退職した人',
  people: ['森 由紀', '退職した人'],
  inquiries: 3,
  vehicles: '120台',
  users: null,
  drill: false,
  link: 'https://notion.example/a',
  postmortem: [
    { title: '原因', text: '設定の誤り' },
    { title: '学び', text: '確かめる' },
  ],
  ...change,
});
/** A store in memory, and what stands in it. */
export function openScene() {
  const store = openSqliteStore({ file: ':memory:' });
  const ctx: ImportContext = {
    store,
    settings,
    people: createPeople([MORI]),
    team: 'T1',
    locale: 'ja',
    by: BY,
  };
  return {
    store,
    ctx,
    async run(drafts: readonly Draft[], dry = false, into: Store = store) {
      const items = drafts.map((one, i) => ({ at: { file: 'a.csv', line: i + 2 }, draft: one, remarks: [] }));
      const outcomes = await importBatch(
        { ...ctx, store: into },
        { items, now: NOW, dry, run: dry ? null : randomUUID() },
      );
      return outcomes.map(({ result }) => result);
    },
    incident: async (externalId = 'notion:a') =>
      (await store.get<Incident>(incidentPath(incidentId('T1', 'import', externalId))))?.data as Incident,
    /** Another system hears of everything that is news. */
    listen: () =>
      store.put(listenersPath('T1'), { listeners: [{ id: 'whk_1', kinds: EVENT_KINDS, private: true }] }),
    /** Everything that is to be done, now or ever. */
    async tasks() {
      const lanes = await Promise.all(
        ['calls', 'work'].map((lane) =>
          store.page({ shape: dueTasks, values: { lane, dueAt: Number.MAX_SAFE_INTEGER }, limit: 1_000 }),
        ),
      );
      return lanes.flatMap(({ docs }) => docs.map(({ path }) => path));
    },
    looking: { incidents: { calls: { store } } },
    verbs: {
      calls: { store, clock: { now: () => NOW + 1_000 }, people: { find: async () => null } },
      settings,
    } as unknown as IncidentVerbs,
  };
}

export type Scene = ReturnType<typeof openScene>;
