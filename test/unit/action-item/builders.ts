import type { ActionItemVerbs, Say } from '../../../shared/action-item/index.ts';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import type { Incident } from '../../../shared/incident/index.ts';
import type { SlackUser } from '../../../shared/ports/slack.ts';
import { declared, opened, settings } from '../incident/builders.ts';

/** Tuesday noon in Tokyo. */
export const NOON = Date.parse('2026-11-24T12:00:00+09:00');
export const TODAY = '2026-11-24';
export const SIGNAL = new AbortController().signal;
export const BY = { user: 'UONO', name: 'ONO' };

const account = (id: string, more: Partial<SlackUser> = {}): SlackUser => ({
  id,
  name: id.slice(1),
  realName: id,
  handle: id.toLowerCase(),
  email: null,
  locale: 'ja-JP',
  deactivated: false,
  bot: false,
  admin: false,
  guest: 'no',
  ...more,
});

/** Everybody is known; ULEFT has left, UBOT is an app, UGHOST is nobody. */
const people = {
  find: async (id: string) =>
    id === 'UGHOST' ? null : account(id, { deactivated: id === 'ULEFT', bot: id === 'UBOT' }),
};

export interface Verbs extends ActionItemVerbs {
  /** Puts an incident into the store. */
  incident(more: Partial<Incident>): Promise<void>;
  at(now: number): void;
}

export function openVerbs(): Verbs {
  const store = openSqliteStore({ file: ':memory:' });
  let now = NOON;
  return {
    zone: 'Asia/Tokyo',
    incidents: { calls: { store, people, clock: { now: () => now } }, settings },
    async incident(more) {
      const state = { ...(opened().state as Incident), ...more };
      await store.put(`incidents/${state.id}`, state);
    },
    at: (time) => {
      now = time;
    },
  };
}

export const id = (n: number): string => `inc_${String(n).padStart(32, '0')}`;
export { declared };

let causes = 0;
export const say = (more: Partial<Say> = {}): Say => ({
  team: 'T1',
  cause: ['test', String(++causes)],
  title: '証明書の更新を自動にする',
  note: '',
  owner: { user: 'UKATO' },
  due: '2026-11-30',
  priority: 'medium',
  kind: 'prevent',
  link: null,
  incidents: [],
  postmortem: null,
  message: null,
  source: 'web',
  by: BY,
  ...more,
});
