import { Temporal } from 'temporal-polyfill';
import type { CountedCall } from '../escalation/index.ts';
import { type CountedIncident, NUMBERS, type Numbers, numbersOf } from '../incident/index.ts';
import type { Period } from '../load/index.ts';
import { SEVERITIES, type Severity } from '../severity/index.ts';
import { type Sample, type Spread, spreadOf } from './spread.ts';

export type NumberName = keyof Numbers;
export const NUMBER_NAMES = Object.keys(NUMBERS) as NumberName[];

/** Some incidents, counted and measured. */
export interface IncidentFigures {
  readonly count: number;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly times: Readonly<Record<NumberName, Spread>>;
}

/** Some calls for help. */
export interface CallFigures {
  readonly count: number;
  /** Somebody did not answer in time. */
  readonly late: number;
  readonly incidents: number;
  /** From the call until somebody had it in hand. */
  readonly acknowledged: Spread;
}

export interface Step {
  /** `2026-W47`, or `2026-11`. */
  readonly name: string;
  readonly period: Period;
  readonly incidents: IncidentFigures;
  readonly calls: CallFigures;
}

export interface Figures {
  readonly incidents: IncidentFigures;
  readonly calls: CallFigures;
  readonly steps: readonly Step[];
  /** By id of a service, null for none; the most first. */
  readonly services: readonly { readonly service: string | null; readonly figures: IncidentFigures }[];
  readonly severities: readonly { readonly severity: Severity; readonly figures: IncidentFigures }[];
  readonly rotas: readonly { readonly rota: string; readonly figures: CallFigures }[];
  /** By hour of the day, 24 each. An incident counts in the hour in which somebody noticed. */
  readonly hours: { readonly incidents: readonly number[]; readonly calls: readonly number[] };
}

export interface Counted {
  readonly incidents: readonly CountedIncident[];
  readonly calls: readonly CountedCall[];
}

/** Everything a page of figures shows, from summaries of its period. Pure. */
export function figuresOf(
  counted: Counted,
  steps: readonly { readonly name: string; readonly period: Period }[],
  zone: string,
  now: number,
): Figures {
  const { calls } = counted;
  // Measured once, though it is counted in several groups.
  const incidents = counted.incidents.map((one): Measured => ({ ...one, numbers: numbersOf(one, now) }));
  const [byStep, callsByStep] = [
    inSteps(incidents, ({ declaredAt }) => declaredAt, steps),
    inSteps(calls, ({ receivedAt }) => receivedAt, steps),
  ];
  const services = Map.groupBy(incidents, ({ service }) => service);
  const rotas = Map.groupBy(calls, ({ rota }) => rota);
  return {
    incidents: incidentFigures(incidents),
    calls: callFigures(calls),
    steps: steps.map((step, i) => ({
      ...step,
      incidents: incidentFigures(byStep[i] ?? []),
      calls: callFigures(callsByStep[i] ?? []),
    })),
    services: [...services]
      .map(([service, all]) => ({ service, figures: incidentFigures(all) }))
      .sort((a, b) => b.figures.count - a.figures.count || (String(a.service) < String(b.service) ? -1 : 1)),
    severities: SEVERITIES.map((severity) => ({
      severity,
      figures: incidentFigures(incidents.filter((one) => one.severity === severity)),
    })),
    rotas: [...rotas]
      .map(([rota, all]) => ({ rota, figures: callFigures(all) }))
      .sort((a, b) => b.figures.count - a.figures.count || (a.rota < b.rota ? -1 : 1)),
    hours: {
      incidents: hoursOf(
        incidents.map((one) => one.milestones.detected?.at ?? one.declaredAt),
        zone,
      ),
      calls: hoursOf(
        calls.map(({ receivedAt }) => receivedAt),
        zone,
      ),
    },
  };
}

/** Steps lie end to end and in order. */
function inSteps<T>(all: readonly T[], at: (one: T) => number, steps: readonly { period: Period }[]): T[][] {
  const groups: T[][] = steps.map(() => []);
  for (const one of all) {
    const when = at(one);
    let [low, high] = [0, steps.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (when < (steps[middle]?.period.to ?? 0)) high = middle;
      else low = middle + 1;
    }
    groups[low]?.push(one);
  }
  return groups;
}

type Measured = CountedIncident & { readonly numbers: Numbers };

function incidentFigures(all: readonly Measured[]): IncidentFigures {
  const of = <V>(keys: readonly string[], value: (key: string) => V) =>
    Object.fromEntries(keys.map((key) => [key, value(key)]));
  return {
    count: all.length,
    severities: of(SEVERITIES, (severity) => all.filter((one) => one.severity === severity).length) as Record<
      Severity,
      number
    >,
    times: of(NUMBER_NAMES, (name) =>
      spreadOf(all.map(({ numbers }) => numbers[name as NumberName])),
    ) as Record<NumberName, Spread>,
  };
}

const callFigures = (all: readonly CountedCall[]): CallFigures => ({
  count: all.length,
  late: all.filter(({ late }) => late).length,
  incidents: all.filter(({ status }) => status === 'incident').length,
  acknowledged: spreadOf(all.map(acknowledgement)),
});

function acknowledgement({ receivedAt, acknowledgedAt, status, rang }: CountedCall): Sample {
  if (acknowledgedAt !== null)
    return acknowledgedAt < receivedAt
      ? { kind: 'invalid' }
      : { kind: 'recorded', ms: acknowledgedAt - receivedAt };
  return { kind: rang && status === 'open' ? 'pending' : 'not-applicable' };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function hoursOf(instants: readonly number[], zone: string): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  const offsetAt = offsetsOf(zone);
  for (const at of instants) {
    const hour = Math.floor((at + offsetAt(at)) / HOUR_MS) % 24;
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return hours;
}

/** How far a zone is ahead of UTC, ms. A zone is slow to ask: once for each day, but for those on which its clocks change. */
function offsetsOf(zone: string): (at: number) => number {
  const ask = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  const known = new Map<number, number | null>();
  return (at) => {
    const day = Math.floor(at / DAY_MS);
    let offset = known.get(day);
    if (offset === undefined) {
      const begins = ask(day * DAY_MS);
      offset = begins === ask((day + 1) * DAY_MS) ? begins : null;
      known.set(day, offset);
    }
    return offset ?? ask(at);
  };
}
