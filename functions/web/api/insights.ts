import { z } from 'zod';
import {
  type CallFigures,
  type IncidentFigures,
  NUMBER_NAMES,
  type NumberName,
  readInsights,
  SPANS,
  type Span,
  type Spread as SpreadOf,
  weekOf,
  weekPeriod,
} from '../../../shared/insights/index.ts';
import { SEVERITIES } from '../../../shared/severity/index.ts';
import { iso, operation, time } from './operation.ts';
import { Problem } from './problem.ts';
import { apiText } from './text.ts';

const seconds = z.number().nullable();
const Spread = z
  .object({
    counted: z.int().describe('How many have this time.'),
    median: seconds.describe('Seconds; null where none has it.'),
    p90: seconds,
    pending: z.int(),
    invalid: z.int().describe('Times that contradict each other: in no figure.'),
  })
  .meta({ id: 'Spread' });

const times = z.object(
  Object.fromEntries(NUMBER_NAMES.map((name) => [name, Spread])) as Record<NumberName, typeof Spread>,
);
const severities = z.object(
  Object.fromEntries(SEVERITIES.map((name) => [name, z.int()])) as Record<
    (typeof SEVERITIES)[number],
    z.ZodInt
  >,
);
const Incidents = z.object({ count: z.int(), severities, times }).meta({ id: 'IncidentFigures' });
const Calls = z
  .object({
    count: z.int(),
    late: z.int().describe('Somebody did not answer in time.'),
    incidents: z.int(),
    acknowledged: Spread,
  })
  .meta({ id: 'CallFigures' });

const Insights = z
  .object({
    from: time,
    to: time.describe('Before this instant.'),
    behind: z.boolean().describe('A great many records have come in: some are not counted yet.'),
    incidents: Incidents,
    calls: Calls,
    steps: z
      .array(z.object({ name: z.string(), from: time, incidents: Incidents, calls: Calls }))
      .describe('Week by week, `2026-W47`; of three years month by month, `2026-11`.'),
    services: z.array(z.object({ service: z.string().nullable(), incidents: Incidents })),
    severities: z.array(z.object({ severity: z.enum(SEVERITIES), incidents: Incidents })),
    rotas: z.array(z.object({ rota: z.string(), calls: Calls })),
    funnel: z
      .object({
        calls: z.int(),
        callsToIncident: z.int(),
        incidents: z.int(),
        withPostmortem: z.int(),
        published: z.int(),
        settled: z.int().describe('Published, and every action item done or dropped.'),
      })
      .describe('How far what happened in the period has come.'),
  })
  .meta({ id: 'Insights' });

const spread = ({ n, median, p90, pending, invalid }: SpreadOf): z.output<typeof Spread> => ({
  counted: n,
  median: median === null ? null : median / 1_000,
  p90: p90 === null ? null : p90 / 1_000,
  pending,
  invalid,
});

const incidentsOut = ({ count, severities, times }: IncidentFigures): z.output<typeof Incidents> => ({
  count,
  severities: { ...severities },
  times: Object.fromEntries(NUMBER_NAMES.map((name) => [name, spread(times[name])])) as Record<
    NumberName,
    z.output<typeof Spread>
  >,
});

const callsOut = ({ acknowledged, ...rest }: CallFigures): z.output<typeof Calls> => ({
  ...rest,
  acknowledged: spread(acknowledged),
});

export const readFigures = [
  operation({
    id: 'getInsights',
    method: 'GET',
    path: '/insights',
    tag: 'insights',
    summary: { ja: '期間の集計', en: 'The figures of a period' },
    query: z.strictObject({
      span: z
        .enum(Object.keys(SPANS) as [Span, ...Span[]])
        .default('13w')
        .describe('How far back: weeks, or years.'),
      until: z
        .string()
        .max(20)
        .optional()
        .describe('The last week, `2026-W47`. This one, where it is left out.'),
      service: z.string().max(100).optional().describe('Incidents of one service.'),
      severity: z.enum(SEVERITIES).optional().describe('Incidents of one severity.'),
    }),
    item: Insights,
    list: false,
    run: async ({ parts, caller, query, zone, now }) => {
      const until = query.until ?? weekOf(now, zone);
      if (!weekPeriod(until, zone)) {
        const detail = apiText(caller.locale).notAWeek;
        throw new Problem('bad-request', detail, { errors: [{ pointer: 'until', detail }] });
      }
      const { span, service = null, severity = null } = query;
      const figures = await readInsights(parts.store, { span, until, service, severity }, zone, now);
      return {
        item: {
          from: iso(figures.period.from),
          to: iso(figures.period.to),
          behind: figures.behind,
          incidents: incidentsOut(figures.incidents),
          calls: callsOut(figures.calls),
          steps: figures.steps.map(({ name, period, incidents, calls }) => ({
            name,
            from: iso(period.from),
            incidents: incidentsOut(incidents),
            calls: callsOut(calls),
          })),
          services: figures.services.map(({ service, figures }) => ({
            service,
            incidents: incidentsOut(figures),
          })),
          severities: figures.severities.map(({ severity, figures }) => ({
            severity,
            incidents: incidentsOut(figures),
          })),
          rotas: figures.rotas.map(({ rota, figures }) => ({ rota, calls: callsOut(figures) })),
          funnel: { ...figures.funnel },
        },
      };
    },
  }),
];
