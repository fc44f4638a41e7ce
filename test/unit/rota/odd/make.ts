import { members, people, type Sample, type SampleCell } from '../sample.ts';

/** A sheet in shorthand, with what it must be read as, worked out by hand. */
export interface Odd {
  readonly about: string;
  readonly rows: readonly (readonly SampleCell[])[];
  /** Minute (`11-22 12:00`; another year is written out) → `U01YAMADA C2`, `free C3`, `gap`; `| …` is the secondary. */
  readonly on: Readonly<Record<string, string>>;
  /** `C6 gap`, `- zone-mismatch`; without a tab it is the rota's. */
  readonly problems?: readonly string[];
  readonly layout?: string;
  readonly rota?: Readonly<Record<string, unknown>>;
  readonly asOf?: string;
  readonly tab?: string;
  readonly tabs?: Sample['tabs'];
  readonly merges?: readonly string[];
  readonly hidden?: readonly number[];
  /** `none`: the Slack directory answers. */
  readonly members?: Sample['tabs'][string] | 'none';
  readonly users?: Sample['slackUsers'];
  readonly zone?: string;
  readonly sheetZone?: string;
}

export function sampleOf(odd: Odd): Sample {
  const tab = odd.tab ?? '表';
  const book = odd.members === 'none' ? undefined : (odd.members ?? members);
  return {
    about: odd.about,
    timeZone: odd.sheetZone ?? odd.zone ?? 'Asia/Tokyo',
    tabs: { [tab]: odd.rows, ...(book && { メンバー: book }), ...odd.tabs },
    merges: (odd.merges ?? []).map((range) => {
      const [from = '', to = ''] = range.split(':');
      return { tab, from, to };
    }),
    hidden: (odd.hidden ?? []).map((row) => ({ tab, row })),
    slackUsers: odd.users ?? people,
    rota: {
      id: 'r',
      sheet: tab,
      timezone: odd.zone ?? 'Asia/Tokyo',
      ...(book && { members: 'メンバー' }),
      ...odd.rota,
    },
    asOf: odd.asOf ?? '2026-11-22T12:00:00+09:00',
    duty: [],
    problems: [],
  };
}

/** The usual people by one letter: Yamada, Sato, suZuki, Tanaka, Alice, Bob, Carol. */
export const ids: Readonly<Record<string, string>> = {
  Y: 'U01YAMADA',
  S: 'U02SATO',
  Z: 'U03SUZUKI',
  T: 'U04TANAKA',
  A: 'U05ALICE',
  B: 'U06BOB',
  C: 'U07CAROL',
};

export const d = (date: string) => ({ d: date.length === 5 ? `2026-${date}` : date });
export const dt = (local: string) => ({ dt: /^\d{4}/.test(local) ? local : `2026-${local}` });
export const t = (time: string) => ({ t: time });
export const err = { err: '#REF!' };
/** Rows of consecutive days from a day of November 2026, one value each. */
export const days = (from: number, ...values: SampleCell[]): SampleCell[][] =>
  values.map((value, index) => [d(`11-${String(from + index).padStart(2, '0')}`), value]);
