import { Temporal } from 'temporal-polyfill';
import type { ActionItem } from '../action-item/index.ts';
import { type CountedIncident, type Incident, mayTell } from '../incident/index.ts';
import {
  type CallFigures,
  daysFrom,
  figuresOf,
  type IncidentFigures,
  type Insights,
  readInsights,
  type Step,
  weekOf,
  weekPeriod,
} from '../insights/index.ts';
import { type Period, type PersonLoad, readLoad } from '../load/index.ts';
import type { Postmortem } from '../postmortem/index.ts';
import { previewRota, type RotaConfig, readEffectiveRota, type Span } from '../rota/index.ts';
import { SEVERITIES } from '../severity/index.ts';
import type { DigestReads } from './context.ts';
import type { Report } from './model.ts';

/** What is told of one thing of each kind at most; how many more there are is said. */
const MOST = 10;
const TREND = 13;
const AHEAD_DAYS = 7;

/** The first few, and how many there are in all. */
export interface Some<T> {
  readonly all: number;
  readonly first: readonly T[];
}

export interface RotaPart<T> {
  readonly rota: string;
  readonly name: string;
  readonly parts: readonly T[];
}

export interface Digest {
  readonly kind: Report['kind'];
  readonly name: string;
  readonly period: Period;
  readonly incidents: IncidentFigures;
  readonly calls: CallFigures;
  /** The week before; null for a day. */
  readonly before: { readonly incidents: number; readonly calls: number } | null;
  /** Thirteen weeks up to this one. */
  readonly trend: readonly Step[];
  /** Declared in the period, the gravest first. */
  readonly happened: Some<Incident>;
  /** Neither resolved nor closed now, whenever declared in the last year. */
  readonly open: Some<Incident>;
  readonly postmortems: Some<Postmortem>;
  readonly actionItems: Some<ActionItem>;
  /** Who carried most, three of each rota. */
  readonly load: readonly RotaPart<PersonLoad>[];
  /** Times of the next seven days in which nobody can be called by the sheet. */
  readonly ahead: readonly RotaPart<Span>[];
}

/** Nothing happened, nothing is open or overdue, and nobody is missing. */
export const isQuiet = ({ incidents, open, postmortems, actionItems, ahead }: Digest): boolean =>
  incidents.count + open.all + postmortems.all + actionItems.all + ahead.length === 0;

/** Null for what is neither a week nor a day. */
export function periodOf({ kind, name }: Pick<Report, 'kind' | 'name'>, zone: string): Period | null {
  if (kind === 'weekly') return weekPeriod(name, zone);
  const day = Temporal.PlainDate.from(name);
  return daysFrom(day, day.add({ days: 1 }), zone);
}

/**
 * All that a digest tells, as it is now: a year of months, at most 40 documents by id, and each rota's kept copy,
 * reading and calls of the period. `name` must be one of its kind.
 */
export async function readDigest(
  ctx: DigestReads,
  kind: Report['kind'],
  name: string,
  now: number,
): Promise<Digest> {
  const { store, zone, rotaConfigs } = ctx;
  const period = periodOf({ kind, name }, zone);
  if (!period) throw new RangeError(`${name} is no week`);
  const until = kind === 'weekly' ? name : weekOf(period.from, zone);
  const year = await readInsights(store, { span: '52w', until, service: null, severity: null }, zone, now);
  const counted = within(year, period);
  const figures = figuresOf(counted, [{ name, period }], zone, now);
  const before = year.steps.at(-2);
  const still = year.counted.incidents.filter(({ status }) => status !== 'resolved' && status !== 'closed');
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();
  const late = year.counted.postmortems.filter(
    ({ state, dueAt }) => dueAt !== null && dueAt < now && (state === 'draft' || state === 'ready'),
  );
  const overdue = year.counted.actionItems.filter(
    ({ state, due }) => due !== null && due < today && (state === 'open' || state === 'in-progress'),
  );
  const [happened, open, postmortems, actionItems, load, ahead] = await Promise.all([
    some<Incident>(ctx, 'incidents', counted.incidents.toSorted(gravestFirst)),
    some<Incident>(ctx, 'incidents', still.toSorted(gravestFirst)),
    some<Postmortem>(ctx, 'postmortems', late),
    some<ActionItem>(ctx, 'action-items', overdue),
    Promise.all(rotaConfigs.map((rota) => loadOf(ctx, rota, period))),
    Promise.all(rotaConfigs.map((rota) => aheadOf(ctx, rota, now))),
  ]);
  return {
    kind,
    name,
    period,
    incidents: figures.incidents,
    calls: figures.calls,
    before:
      kind === 'weekly' && before ? { incidents: before.incidents.count, calls: before.calls.count } : null,
    trend: year.steps.slice(-TREND),
    happened: told(happened),
    open: told(open),
    postmortems,
    actionItems,
    load: load.filter(({ parts }) => parts.length > 0),
    ahead: ahead.filter(({ parts }) => parts.length > 0),
  };
}

const gravestFirst = (a: CountedIncident, b: CountedIncident): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.declaredAt - b.declaredAt;

function within({ counted }: Insights, { from, to }: Period) {
  return {
    incidents: counted.incidents.filter(({ declaredAt }) => declaredAt >= from && declaredAt < to),
    calls: counted.calls.filter(({ receivedAt }) => receivedAt >= from && receivedAt < to),
  };
}

async function some<T>(
  { store }: DigestReads,
  collection: string,
  found: readonly { readonly id: string }[],
): Promise<Some<T>> {
  const docs = await Promise.all(found.slice(0, MOST).map(({ id }) => store.get<T>(`${collection}/${id}`)));
  return { all: found.length, first: docs.flatMap((doc) => (doc ? [doc.data] : [])) };
}

/** Every way out of an incident asks, this one too. */
const told = ({ all, first }: Some<Incident>): Some<Incident> => ({
  all,
  first: first.filter((one) => mayTell(one, 'numbers') === 'all'),
});

const nameOf = ({ id, name }: RotaConfig): string => name ?? id;

async function loadOf(
  { store, zone }: DigestReads,
  rota: RotaConfig,
  period: Period,
): Promise<RotaPart<PersonLoad>> {
  const { people } = await readLoad(store, rota, rota.timezone ?? zone, period, 'primary');
  return { rota: rota.id, name: nameOf(rota), parts: people.slice(0, 3) };
}

/** Who is called by the sheet is known for these; for all others somebody would have to be found. */
const COVERED: ReadonlySet<Span['kind']> = new Set(['people', 'free']);

async function aheadOf(
  { store, zone }: DigestReads,
  config: RotaConfig,
  now: number,
): Promise<RotaPart<Span>> {
  const rota = await readEffectiveRota(store, config, zone, now);
  const spans = rota ? (previewRota(rota.rota, now, AHEAD_DAYS, ['primary']).columns.primary ?? []) : [];
  return { rota: config.id, name: nameOf(config), parts: spans.filter(({ kind }) => !COVERED.has(kind)) };
}
