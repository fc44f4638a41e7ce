import type { Look } from '../../../shared/doctor/context.ts';
import type { Finding } from '../../../shared/doctor/finding.ts';
import { sheetNow } from '../../../shared/doctor/sheet-seen.ts';
import { doctorText } from '../../../shared/doctor/text.ts';
import type { SlackUser } from '../../../shared/ports/slack.ts';
import type { Current, RotaReader } from '../../../shared/rota/index.ts';
import { parseConfig } from '../../../shared/workspace/index.ts';

export const NOW = Date.parse('2026-11-24T12:00:00+09:00');

export const CONFIG = `rotas:
  - id: mobility
    spreadsheet: mobility
    sheet: 当番表
    fallback: [U0MORI]
routes:
  - channel: C0HELP
    rota: mobility
    triggers: { userGroups: [S0ONCALL] }
canary: { channel: C0CANARY, owners: C0OWNERS }
`;

export const person = (id: string, more: Partial<SlackUser> = {}): SlackUser => ({
  id,
  name: id.slice(2).toLowerCase(),
  realName: id,
  handle: id,
  email: null,
  locale: null,
  deactivated: false,
  bot: false,
  admin: false,
  guest: 'no',
  ...more,
});

const rota = {
  id: 'mobility',
  zone: 'Asia/Tokyo',
  spreadsheet: 'mobility',
  columns: {},
  people: { U0ARAI: '新井' },
  problems: [],
  holidays: [],
  understood: null,
};
export const CURRENT: Current = {
  rota,
  sheet: rota,
  covers: [],
  readAt: NOW,
  ageMs: 0,
  source: 'fresh',
  trouble: null,
  accountEmail: null,
  held: null,
};

const never = async () => {
  throw new Error('not asked');
};

/** A workspace in which all is well, to spoil one part of. */
export function lookAt(more: Partial<Look> = {}): Look {
  return {
    documents: null,
    writer: null,
    bus: null,
    botToken: 'xoxb-1',
    adminToken: null,
    config: parseConfig(CONFIG),
    text: doctorText('en'),
    locale: 'en',
    self: 'U0TOBAN',
    patienceMs: 1_000,
    clock: { now: () => NOW },
    realClock: { now: () => NOW },
    slack: { user: async (id) => person(id), userByEmail: never, users: never },
    tokens: { test: async () => ({ user: 'U0TOBAN', team: 'T1', scopes: [] }), clock: async () => NOW },
    rooms: { members: async () => ['U0TOBAN'] },
    userGroups: { list: async () => [group([])] },
    sheet: sheetOf(CURRENT),
    store: {
      get: async () => null,
      page: never,
      put: never,
      transaction: never,
      close: async () => undefined,
    },
    ...more,
  };
}

/** A sheet that reads as this. */
export const sheetOf =
  (current: Current): Look['sheet'] =>
  (rota, signal) => {
    const rotas: Pick<RotaReader, 'current'> = { current: async () => current };
    return sheetNow(rotas, rota, 'en', signal);
  };

export const group = (users: readonly string[], enabled = true) => ({
  id: 'S0ONCALL',
  handle: 'oncall',
  name: 'On call',
  enabled,
  users,
});

/** `error C0HELP: what it says → how to mend it` */
export const told = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ level, subject, message, mend }) => `${level} ${subject}: ${message}${mend ? ` → ${mend}` : ''}`,
  );
