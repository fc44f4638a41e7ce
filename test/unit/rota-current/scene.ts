import { TobanError } from '../../../shared/platform/errors.ts';
import type { Cell, Sheets, Spreadsheet } from '../../../shared/ports/sheets.ts';
import type { SlackUser } from '../../../shared/ports/slack.ts';
import type { ReaderParts, RotaReader } from '../../../shared/rota/current/model.ts';
import type { Parser } from '../../../shared/rota/current/parser.ts';
import { createReader } from '../../../shared/rota/current/reader.ts';
import type { Override } from '../../../shared/rota/index.ts';
import { memberKeys } from '../../../shared/rota/members.ts';
import type { Span, SpanKind } from '../../../shared/rota/model.ts';
import { RotaConfig } from '../../../shared/rota/schemas.ts';
import type { Query, Store } from '../../../shared/store/port.ts';

export const T0 = Date.parse('2026-11-24T12:00:00+09:00');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const user = (id: string, name: string, more: Partial<SlackUser> = {}): SlackUser => ({
  id,
  name,
  realName: name,
  handle: name,
  email: null,
  locale: 'ja-JP',
  deactivated: false,
  bot: false,
  admin: false,
  guest: 'no',
  ...more,
});

const text = (value: string): Cell => (value === '' ? null : { kind: 'text', text: value });

/** 当番表: a row per shift with start and end as hours from T0, the name, and the duty column. */
export type Shift = readonly [from: number, to: number, name: string, column?: string];

export interface Scene {
  now: number;
  shifts: Shift[];
  members: (readonly string[])[];
  titles: string[];
  users: SlackUser[];
  readonly reads: { sheet: number; titles: number; user: number; users: number; writes: number };
  /** What the next calls do instead of answering; `hang` never answers. */
  sheetFails: TobanError | 'hang' | null;
  slackFails: TobanError | 'hang' | null;
  storeFails: boolean;
  overrides: Override[];
  readonly kept: Map<string, unknown>;
  readonly logged: string[];
  /** A new instance on the same store. */
  instance(...rotas: object[]): RotaReader;
}

const CONFIG = {
  id: 'mobility',
  spreadsheet: 'book',
  sheet: '当番表',
  members: 'メンバー',
  fallback: 'U0LEAD1',
};

export function createScene(): Scene {
  const scene: Scene = {
    now: T0,
    shifts: [[-1, 1, '新井']],
    members: [
      ['新井', 'U0ARAI'],
      ['小野', 'U0ONO'],
    ],
    titles: ['当番表', 'メンバー'],
    users: [user('U0ARAI', '新井 さくら', { guest: 'multi-channel' }), user('U0ONO', '小野 健')],
    reads: { sheet: 0, titles: 0, user: 0, users: 0, writes: 0 },
    sheetFails: null,
    slackFails: null,
    storeFails: false,
    overrides: [],
    kept: new Map(),
    logged: [],
    instance: (...rotas) => createReader(partsOf(scene, rotas), parser),
  };
  return scene;
}

function partsOf(scene: Scene, rotas: object[]): ReaderParts {
  const log = (event: string) => scene.logged.push(event);
  const answer = <T>(fails: TobanError | 'hang' | null, value: () => T): Promise<T> => {
    if (fails === 'hang') return new Promise(() => {});
    return fails ? Promise.reject(fails) : Promise.resolve().then(value);
  };
  return {
    sheets: fakeSheets(scene, answer),
    slack: {
      user: (id) => {
        scene.reads.user += 1;
        return answer(scene.slackFails, () => scene.users.find((found) => found.id === id) ?? null);
      },
      userByEmail: (email) => {
        scene.reads.user += 1;
        return answer(scene.slackFails, () => scene.users.find((found) => found.email === email) ?? null);
      },
      users: () => {
        scene.reads.users += 1;
        return answer(scene.slackFails, () => scene.users);
      },
    },
    store: fakeStore(scene),
    clock: { now: () => scene.now },
    log: { debug: log, info: log, warn: log, error: log },
    rotas: (rotas.length === 0 ? [{}] : rotas).map((rota) => RotaConfig.parse({ ...CONFIG, ...rota })),
    workspaceZone: 'Asia/Tokyo',
  };
}

type Answer = <T>(fails: TobanError | 'hang' | null, value: () => T) => Promise<T>;

function fakeSheets(scene: Scene, answer: Answer): Sheets {
  return {
    read(id, wanted) {
      scene.reads.sheet += 1;
      return answer(scene.sheetFails, () => spreadsheet(scene, id, wanted));
    },
    titles() {
      scene.reads.titles += 1;
      return answer(scene.sheetFails, () => scene.titles);
    },
    accountEmail: async () => 'toban@project.iam.gserviceaccount.com',
  };
}

function spreadsheet(scene: Scene, id: string, wanted: readonly string[]): Spreadsheet {
  const content: Record<string, Cell[][]> = {
    当番表: scene.shifts.map(([from, to, name, column = 'primary']) => [
      text(String(from)),
      text(String(to)),
      text(name),
      text(column),
    ]),
    メンバー: [['名前', 'Slack'], ...scene.members].map((row) => row.map(text)),
  };
  const tabs = scene.titles.filter((title) => wanted.includes(title));
  return {
    id,
    title: 'book',
    timeZone: 'Asia/Tokyo',
    tabTitles: scene.titles,
    tabs: tabs.map((title, i) => ({ title, id: i, rows: content[title] ?? [], merges: [] })),
  };
}

function fakeStore(scene: Scene): Store {
  const refuse = () => {
    if (scene.storeFails) throw new TobanError('unavailable', 'the store is down');
  };
  const unused = async (): Promise<never> => {
    throw new TobanError('bug', 'not used here');
  };
  return {
    async get<T>(path: string) {
      refuse();
      const data = scene.kept.get(path);
      return data === undefined ? null : { path, id: path, version: '1', data: structuredClone(data) as T };
    },
    async put(path, data) {
      refuse();
      scene.reads.writes += 1;
      scene.kept.set(path, JSON.parse(JSON.stringify(data)));
    },
    async page<T>({ values }: Query) {
      refuse();
      const docs = scene.overrides
        .filter(({ rota, stands, until }) => rota === values.rota && stands && until > Number(values.until))
        .map((data, i) => ({ path: `overrides/${i}`, id: String(i), version: '1', data: data as T }));
      return { docs, cursor: null };
    },
    transaction: unused,
    close: async () => {},
  };
}

/** Reads the sheet of this file; the real parser has tests of its own. */
const parser: Parser = {
  memberKeys,
  neededTabs: (config) => (config.members ? [config.sheet, config.members] : [config.sheet]),
  parseRota({ config, zone, spreadsheet: sheet, directory }) {
    const rows = sheet.tabs.find((tab) => tab.title === config.sheet)?.rows ?? [];
    const members = new Map(
      (sheet.tabs.find((tab) => tab.title === config.members)?.rows ?? []).map((row) => [
        shown(row[0]),
        shown(row[1]),
      ]),
    );
    const find = (name: string) => {
      const key = members.get(name) ?? name;
      return directory.users.find((found) => [found.id, found.email, found.name].includes(key));
    };
    const columns: Record<string, Span[]> = {};
    const people: Record<string, string> = {};
    rows.forEach((row, i) => {
      const name = shown(row[2]);
      const person = find(name);
      if (person) people[person.id] = person.name;
      const column = shown(row[3]);
      columns[column] ??= [];
      columns[column].push({
        start: T0 + Number(shown(row[0])) * HOUR,
        end: T0 + Number(shown(row[1])) * HOUR,
        kind: kindOf(name, Boolean(person)),
        people: person ? [person.id] : [],
        text: name,
        cell: `当番表!C${i + 1}`,
        tab: 0,
        insteadOf: null,
      });
    });
    const understood =
      rows.length === 0
        ? null
        : { layout: 'shifts' as const, tabs: ['当番表'], columns: {}, rows: rows.length };
    return {
      id: config.id,
      zone,
      spreadsheet: sheet.id,
      columns,
      people,
      holidays: [],
      problems: [],
      understood,
    };
  },
};

const shown = (cell: Cell | undefined): string => (cell && 'text' in cell ? cell.text : '');

function kindOf(name: string, known: boolean): SpanKind {
  if (known) return 'people';
  if (name === '' || name === '-') return name === '' ? 'gap' : 'free';
  return name.startsWith('#') ? 'error' : 'unknown';
}
