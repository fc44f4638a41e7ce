import { readdirSync, readFileSync } from 'node:fs';
import type { Cell, Merge, Spreadsheet } from '../../../shared/ports/sheets.ts';
import type { SlackUser } from '../../../shared/ports/slack.ts';
import { type Directory, onDutyAt, parseRota, type Rota, RotaConfig } from '../../../shared/rota/index.ts';

/** A cell of the samples' format. */
export type SampleCell =
  | string
  | number
  | boolean
  | null
  | { d: string }
  | { dt: string }
  | { t: string }
  | { err: string };

interface SampleUser {
  readonly real_name?: string;
  readonly name?: string;
  readonly display_name?: string;
  readonly email?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
}

export interface Sample {
  readonly about: string;
  readonly timeZone: string;
  readonly tabs: Readonly<Record<string, readonly (readonly SampleCell[])[]>>;
  readonly merges?: readonly { readonly tab: string; readonly from: string; readonly to: string }[];
  /** Rows hidden by hand, as people count them. */
  readonly hidden?: readonly { readonly tab: string; readonly row: number }[];
  readonly rota: Readonly<Record<string, unknown>>;
  readonly slackUsers: Readonly<Record<string, SampleUser>>;
  readonly asOf: string;
  readonly duty: readonly {
    readonly at: string;
    readonly primary: readonly string[] | null;
    readonly secondary?: readonly string[] | null;
    readonly why?: string;
    readonly cell?: string;
    readonly insteadOf?: string;
    readonly [further: string]: unknown;
  }[];
  /** `code` stands in our own sheets; the given samples say it in words. */
  readonly problems: readonly { readonly cell: string | null; readonly is: string; readonly code?: string }[];
  readonly understood?: string;
}

/** The people that our own sheets share with the given samples. */
export const people: Sample['slackUsers'] = {
  U01YAMADA: { real_name: '山田 太郎', email: 'yamada@example.com' },
  U02SATO: { real_name: '佐藤 花子', email: 'sato@example.com' },
  U03SUZUKI: { real_name: '鈴木 一郎', email: 'suzuki@example.com', is_restricted: true },
  U04TANAKA: { real_name: '田中 実', email: 'tanaka@example.com' },
  U05ALICE: { real_name: 'Alice Moore', email: 'alice@example.com', name: 'alice' },
  U06BOB: { real_name: 'Bob Reyes', email: 'bob@example.com', name: 'bob' },
  U07CAROL: { real_name: 'Carol Ito', email: 'carol@example.com' },
  U08GONE: { real_name: 'Gina Gone', email: 'gina@example.com', deleted: true },
  U09SINGLE: { real_name: 'Sven Single', email: 'sven@example.com', is_ultra_restricted: true },
  U10BOT: { real_name: 'Deploy Bot', is_bot: true },
};

/** The members tab of most of our own sheets. */
export const members: readonly (readonly SampleCell[])[] = [
  ['名前', 'Slack', 'メール', '別名'],
  ['山田', 'U01YAMADA', null, 'やまだ'],
  ['佐藤', 'U02SATO', 'sato@example.com', null],
  ['鈴木', null, 'suzuki@example.com', 'スズキ'],
  ['田中', 'U04TANAKA', null, null],
];

const folder = new URL('./samples/', import.meta.url);

export function loadSamples(): [string, Sample][] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]);
}

export function cellOf(value: SampleCell): Cell {
  if (value === null) return null;
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', value, text: String(value) };
  if (typeof value === 'boolean') return { kind: 'bool', value, text: String(value).toUpperCase() };
  if ('d' in value) return { kind: 'date', date: value.d, text: value.d };
  if ('dt' in value) return { kind: 'datetime', local: value.dt, text: value.dt.replace('T', ' ') };
  if ('err' in value) return { kind: 'error', code: value.err };
  const [hours = 0, minutes = 0] = value.t.split(':').map(Number);
  return { kind: 'time', minutes: hours * 60 + minutes, text: value.t };
}

const placeOf = (address: string): [row: number, column: number] => {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return [
    Number(digits) - 1,
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  ];
};

function mergeOf({ from, to }: { from: string; to: string }): Merge {
  const [[startRow, startColumn], [endRow, endColumn]] = [placeOf(from), placeOf(to)];
  return { startRow, startColumn, endRow: endRow + 1, endColumn: endColumn + 1 };
}

export function spreadsheetOf(sample: Pick<Sample, 'timeZone' | 'tabs' | 'merges' | 'hidden'>): Spreadsheet {
  const titles = Object.keys(sample.tabs);
  return {
    id: 'sheet',
    title: 'sample',
    timeZone: sample.timeZone,
    tabTitles: titles,
    tabs: titles.map((title, id) => ({
      title,
      id,
      rows: (sample.tabs[title] ?? []).map((row) => row.map(cellOf)),
      merges: (sample.merges ?? []).filter(({ tab }) => tab === title).map(mergeOf),
      hiddenRows: (sample.hidden ?? []).filter(({ tab }) => tab === title).map(({ row }) => row - 1),
    })),
  };
}

export function directoryOf(users: Sample['slackUsers'], complete = true): Directory {
  return {
    complete,
    users: Object.entries(users).map(
      ([id, user]): SlackUser => ({
        id,
        name: user.display_name ?? user.real_name ?? '',
        realName: user.real_name ?? '',
        handle: user.name ?? '',
        email: user.email ?? null,
        locale: null,
        deactivated: user.deleted ?? false,
        bot: user.is_bot ?? false,
        admin: false,
        guest: user.is_ultra_restricted ? 'single-channel' : user.is_restricted ? 'multi-channel' : 'no',
      }),
    ),
  };
}

export const configOf = (rota: Sample['rota']): RotaConfig =>
  RotaConfig.parse({ spreadsheet: 'sheet', fallback: 'U0FALLBACK', ...rota });

export function parseSample(sample: Sample, usedColumns?: readonly string[]): Rota {
  return parseRota({
    config: configOf(sample.rota),
    zone: sample.timeZone,
    spreadsheet: spreadsheetOf(sample),
    directory: directoryOf(sample.slackUsers),
    now: Date.parse(sample.asOf),
    ...(usedColumns && { usedColumns }),
  });
}

/** What a sheet's `duty` row expects, from a rota: the same shape, to be compared whole. */
export function answer(rota: Rota, expected: Sample['duty'][number]): Record<string, unknown> {
  const at = Date.parse(expected.at);
  const primary = onDutyAt(rota, at);
  const columns = Object.keys(expected).filter((key) => key in rota.columns || key === 'secondary');
  const who = Object.fromEntries(columns.map((column) => [column, onDutyAt(rota, at, column)]));
  return {
    ...Object.fromEntries(
      Object.entries(who).map(([column, duty]) => [column, duty.kind === 'people' ? duty.people : null]),
    ),
    ...('why' in expected && { why: primary.kind }),
    ...('cell' in expected && { cell: primary.cell }),
    ...('insteadOf' in expected && { insteadOf: primary.insteadOf }),
  };
}
