import { openSqliteStore } from '../../shared/adapters/sqlite/index.ts';
import { type DutyContext, type DutyWatch, watchRotas } from '../../shared/duty/index.ts';
import { TobanError } from '../../shared/platform/errors.ts';
import { silentLog } from '../../shared/platform/log.ts';
import type { Slack, SlackUser } from '../../shared/ports/slack.ts';
import { createRotaReader, RotaConfig } from '../../shared/rota/index.ts';
import type { Store } from '../../shared/store/port.ts';
import { type Asked, googleSheets } from './google-quota.ts';

const MINUTE_MS = 60_000;
const START = Date.parse('2026-11-24T12:00:00+09:00');

/** Many rotas in as many spreadsheets behind Google's quota, polled by the real watch and reader, by a moved clock. */
export interface PollWorld {
  /** What Google and the store were asked for since the last `reset`. `writes`: documents written. */
  readonly seen: Asked & { writes: number };
  /** One tick of the work lane, then a minute passes. */
  minute(): Promise<void>;
  /** Another name in the cell of today. */
  edit(rota: number, name: string): void;
  /** Age of the oldest reading when the last tick was done, in ms. */
  oldest(): number;
  /** Whom people have been told to be on duty now. */
  onDuty(rota: number): Promise<string | undefined>;
  /** Rotas whose owners would hear that the sheet cannot be read. */
  troubled(): Promise<number>;
  /** A new instance, which knows only what the store holds. */
  restart(): void;
  reset(): void;
  close(): Promise<void>;
}

/** `days`: how many a sheet has, a third of them gone by; few are read faster. */
export function pollWorld(rotas: number, days = 60): PollWorld {
  let now = START;
  const clock = { now: () => now };
  const ids = Array.from({ length: rotas }, (_none, i) => `r${i}`);
  const configs = ids.map((id) =>
    RotaConfig.parse({
      id,
      spreadsheet: `s-${id}`,
      sheet: '当番表',
      members: 'メンバー',
      fallback: 'U0LEAD',
    }),
  );
  const today = new Map<string, string>();
  const seen = { reads: 0, refused: 0, busiest: 0, writes: 0 };
  const store = counting(openSqliteStore({ file: ':memory:' }), seen);
  const sheets = googleSheets(seen, clock, (id) => today.get(id) ?? '小野', days);
  const log = silentLog;
  const open = (): DutyContext => ({
    store,
    slack: staff,
    userGroups: [],
    memberships: async () => ({ known: [], whole: true }),
    clock,
    log,
    locale: 'ja',
    zone: 'Asia/Tokyo',
    rotaConfigs: configs,
    rotas: createRotaReader({
      sheets,
      slack: staff,
      store,
      clock,
      log,
      rotas: configs,
      workspaceZone: 'Asia/Tokyo',
      readsPerMinute: 57,
    }),
    localeOf: async () => 'ja',
    openWork: async () => [],
  });
  let context = open();
  const watchOf = async (id: string) => (await store.get<DutyWatch>(`duties/${id}`))?.data;
  return {
    seen,
    async minute() {
      await watchRotas(context, AbortSignal.timeout(30_000));
      await context.rotas.settled();
      now += MINUTE_MS;
    },
    edit: (rota, name) => today.set(`s-r${rota}`, name),
    oldest: () => Math.max(...ids.map((id) => now - MINUTE_MS - (sheets.lastRead.get(`s-${id}`) ?? 0))),
    async onDuty(rota) {
      const shifts = (await watchOf(`r${rota}`))?.plan.primary ?? [];
      return shifts.find(({ start, end }) => start <= now && now < end)?.names[0];
    },
    async troubled() {
      const all = await Promise.all(ids.map(watchOf));
      return all.filter((watch) => watch?.trouble != null).length;
    },
    restart() {
      context = open();
    },
    reset: () => Object.assign(seen, { reads: 0, refused: 0, busiest: 0, writes: 0 }),
    close: () => store.close(),
  };
}

/** The store, with every document counted that is written. */
function counting(store: Store, seen: { writes: number }): Store {
  return {
    ...store,
    async put(path, data, expect) {
      seen.writes += 1;
      await store.put(path, data, expect);
    },
    async transaction(body) {
      let writes = 0;
      const result = await store.transaction((tx) => {
        writes = 0;
        const counted =
          <A extends unknown[]>(write: (...args: A) => void) =>
          (...args: A) => {
            writes += 1;
            write(...args);
          };
        return body({
          get: (path) => tx.get(path),
          create: counted((path, data) => tx.create(path, data)),
          put: counted((path, data) => tx.put(path, data)),
          delete: counted((path) => tx.delete(path)),
        });
      });
      seen.writes += writes;
      return result;
    },
  };
}

const people = ['小野', '新井', '加藤'].map(
  (name, i): SlackUser => ({
    id: `U${i}STAFF`,
    name,
    realName: name,
    handle: '',
    email: null,
    locale: null,
    deactivated: false,
    bot: false,
    guest: 'no',
    admin: false,
  }),
);

/** Knows the staff; a poll sends nothing. */
const staff: Slack = new Proxy({} as Slack, {
  get(_none, method) {
    if (method === 'user') return async (id: string) => people.find((one) => one.id === id) ?? null;
    if (method === 'users') return async () => people;
    return async () => {
      throw new TobanError('bug', `a poll does not ask Slack for ${String(method)}`);
    };
  },
});
