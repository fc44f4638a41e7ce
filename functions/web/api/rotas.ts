import { z } from 'zod';
import { readCheck, readingAsOf } from '../../../shared/duty/index.ts';
import {
  cellUrl,
  type Duty,
  describeProblem,
  onDutyAt,
  previewRota,
  type Rota,
  type RotaConfig,
  readCovers,
  readEffectiveRota,
  sheetUrl,
  withCovers,
} from '../../../shared/rota/index.ts';
import {
  type Call,
  instant,
  iso,
  isoOrNull,
  NO_QUERY,
  operation,
  Person,
  personOut,
  time,
} from './operation.ts';
import { Problem } from './problem.ts';

const KINDS = ['people', 'free', 'gap', 'ambiguous', 'unknown', 'error', 'deactivated'] as const;
const ID = { rota: 'The id of a rota in toban.yaml.' };

const RotaItem = z
  .object({
    id: z.string(),
    name: z.string(),
    timezone: z.string(),
    spreadsheet: z.url(),
    columns: z.array(z.string()).describe('The duties it has; empty while it has not been read.'),
    readAt: time.nullable().describe('When the sheet was read last.'),
  })
  .meta({ id: 'Rota' });

const Shift = z
  .object({
    column: z.string().describe('The duty: primary, secondary or one of your own.'),
    kind: z.enum(KINDS).describe('Only `people` has somebody on duty; each other says why there is nobody.'),
    people: z.array(Person).describe('The first is called first.'),
    from: time.nullable(),
    to: time.nullable(),
    text: z.string().describe('What the cell says.'),
    cell: z.string().nullable(),
    cellUrl: z.url().nullable(),
    insteadOf: z.string().nullable().describe('For whom somebody stands in.'),
    coverAskedBy: z.string().nullable().describe('Where a cover stands: who asked for it.'),
  })
  .meta({ id: 'Shift' });

const RotaProblem = z
  .object({
    severity: z.enum(['problem', 'notice']),
    code: z.string(),
    text: z.string().describe('What is wrong, as a sentence.'),
    cell: z.string().nullable(),
    cellUrl: z.url().nullable(),
    from: time.nullable(),
    to: time.nullable(),
  })
  .meta({ id: 'RotaProblem' });

type AnyCall = Pick<Call<unknown>, 'parts' | 'path' | 'now' | 'zone'>;

function configOf({ parts, path }: AnyCall): RotaConfig {
  const config = parts.config.rotas.find(({ id }) => id === path('rota'));
  if (!config) throw new Problem('not-found');
  return config;
}

const shiftOut = (rota: Rota, column: string, duty: Duty): z.output<typeof Shift> => ({
  column,
  kind: duty.kind,
  people: duty.people.map((user) => personOut({ user, name: rota.people[user] ?? user })),
  from: isoOrNull(duty.shift?.start),
  to: isoOrNull(duty.shift?.end),
  text: duty.text,
  cell: duty.cell,
  cellUrl: cellUrl(rota.spreadsheet, duty),
  insteadOf: duty.insteadOf,
  coverAskedBy: duty.askedBy ?? null,
});

/** By the sheet as it was read for what is past, as it is for what comes; null where nothing is known of that time. */
async function rotaAt({ parts, now, zone }: AnyCall, config: RotaConfig, at: number): Promise<Rota | null> {
  const { store } = parts;
  if (at < now) {
    const [reading, covers] = await Promise.all([
      readingAsOf(store, config.id, at),
      readCovers(store, config.id, at),
    ]);
    return reading && withCovers(reading.rota, covers);
  }
  const kept = await readEffectiveRota(store, config, zone, now);
  return kept && kept.reach.from <= at && at < kept.reach.to ? kept.rota : null;
}

export const readRotas = [
  operation({
    id: 'listRotas',
    method: 'GET',
    path: '/rotas',
    tag: 'rotas',
    summary: { ja: '当番表の一覧', en: 'All rotas' },
    query: NO_QUERY,
    item: RotaItem,
    list: true,
    run: async ({ parts, now, zone }) => {
      const { rotas } = parts.config;
      const kept = await Promise.all(
        rotas.map((config) => readEffectiveRota(parts.store, config, zone, now)),
      );
      const items = rotas.map(({ id, name = id, timezone = zone, spreadsheet }, i) => ({
        id,
        name,
        timezone,
        spreadsheet: sheetUrl(spreadsheet),
        columns: Object.keys(kept[i]?.rota.columns ?? {}),
        readAt: isoOrNull(kept[i]?.readAt),
      }));
      return { items, cursor: null };
    },
  }),
  operation({
    id: 'listDuty',
    method: 'GET',
    path: '/rotas/{rota}/duty',
    tag: 'rotas',
    summary: { ja: 'ある時刻の当番', en: 'Who is on duty at an instant, past or future' },
    params: ID,
    query: z.strictObject({ at: instant.optional() }),
    item: Shift,
    list: true,
    run: async (call) => {
      const { query, now } = call;
      const at = query.at ?? now;
      const rota = await rotaAt(call, configOf(call), at);
      if (!rota) return { items: [], cursor: null };
      const items = Object.keys(rota.columns).map((column) =>
        shiftOut(rota, column, onDutyAt(rota, at, column)),
      );
      return { items, cursor: null };
    },
  }),
  operation({
    id: 'previewRota',
    method: 'GET',
    path: '/rotas/{rota}/preview',
    tag: 'rotas',
    summary: { ja: 'これからのシフト', en: 'The shifts to come, as Toban understood the sheet' },
    params: ID,
    query: z.strictObject({
      days: z.coerce.number().int().min(1).max(62).default(14).describe('How many days from now, 1 to 62.'),
    }),
    item: Shift,
    list: true,
    run: async (call) => {
      const { parts, now, zone, query } = call;
      const kept = await readEffectiveRota(parts.store, configOf(call), zone, now);
      if (!kept) return { items: [], cursor: null };
      const { columns } = previewRota(kept.rota, now, query.days);
      const items = Object.entries(columns).flatMap(([column, spans]) =>
        spans
          .filter(({ start }) => start < kept.reach.to)
          .map(({ start, end, ...span }) =>
            shiftOut(kept.rota, column, { ...span, shift: { start, end: Math.min(end, kept.reach.to) } }),
          ),
      );
      return { items, cursor: null };
    },
  }),
  operation({
    id: 'listRotaProblems',
    method: 'GET',
    path: '/rotas/{rota}/problems',
    tag: 'rotas',
    summary: { ja: '当番表で直すところ', en: 'What should be looked at in the sheet, at most 100' },
    params: ID,
    query: NO_QUERY,
    item: RotaProblem,
    list: true,
    run: async (call) => {
      const config = configOf(call);
      const check = await readCheck(call.parts.store, config.id);
      const zone = config.timezone ?? call.zone;
      const items = (check?.problems ?? []).map((problem) => ({
        severity: problem.severity,
        code: problem.code,
        text: describeProblem(problem, call.caller.locale, zone),
        cell: problem.cell,
        cellUrl: cellUrl(config.spreadsheet, problem),
        from: problem.from === undefined ? null : iso(problem.from),
        to: problem.to === undefined ? null : iso(problem.to),
      }));
      return { items, cursor: null };
    },
  }),
];
