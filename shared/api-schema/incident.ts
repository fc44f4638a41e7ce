import { z } from 'zod';
import {
  type Incident as IncidentState,
  incidentAddress,
  labelOf,
  type Measured,
  MILESTONES,
  NUMBERS,
  numbersOf,
  STATUSES,
} from '../incident/index.ts';
import { amountText, SEVERITIES } from '../severity/index.ts';
import { iso, isoOrNull, Person, type Place, personOut, time } from './common.ts';

const Milestone = z.object({
  at: time.nullable().describe('Null: it does not apply.'),
  how: z.enum(['recorded', 'implied', 'corrected']),
});
const Measure = z.object({
  kind: z.enum(['recorded', 'pending', 'not-applicable', 'invalid']),
  seconds: z.number().nullable().describe('Null unless it is recorded.'),
});

/** `{ name: schema }` for each name. */
const each = <N extends string, S extends z.ZodType>(names: readonly N[], schema: S) =>
  z.object(Object.fromEntries(names.map((name) => [name, schema])) as Record<N, S>);

const NUMBER_NAMES = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[];

/** An incident as the API tells it. */
export const Incident = z
  .object({
    id: z.string(),
    label: z.string().nullable().describe('INC-7; null for the second that it has no number yet.'),
    url: z.url(),
    title: z.string(),
    description: z.string(),
    service: z.string().nullable(),
    status: z.enum(STATUSES),
    severity: z.enum(SEVERITIES),
    severityBy: z.enum(['rules', 'person']),
    open: z.boolean().describe('Neither resolved nor closed.'),
    private: z.boolean(),
    drill: z.boolean(),
    source: z.enum(['command', 'shortcut', 'call', 'web', 'api', 'alert', 'import']),
    externalId: z
      .string()
      .nullable()
      .describe('What the system calls it that it was imported from: `notion:0a1b…`.'),
    declaredBy: Person.nullable(),
    declaredAt: time,
    roles: z.record(z.string(), Person),
    impact: z.object({
      inquiries: z.int(),
      vehicles: z.string().nullable().describe('A number, a share or both: 120 (5%).'),
      users: z.string().nullable(),
      duties: z.array(z.string()).describe('Ids of legal duties.'),
    }),
    tickets: z.array(z.string()),
    milestones: each(MILESTONES, Milestone.nullable()),
    numbers: each(NUMBER_NAMES, Measure),
    room: z.object({ channel: z.string(), name: z.string() }).nullable().describe('The channel in Slack.'),
    nextUpdateAt: time.nullable(),
  })
  .meta({ id: 'Incident' });

const measured = (one: Measured): z.output<typeof Measure> => ({
  kind: one.kind,
  seconds: one.kind === 'recorded' ? one.ms / 1_000 : null,
});

export function incidentOut(
  { baseUrl }: Pick<Place, 'baseUrl'>,
  state: IncidentState,
  now: number,
): z.output<typeof Incident> {
  const { facts, room, milestones } = state;
  const numbers = numbersOf(state, now);
  const stamp = (name: (typeof MILESTONES)[number]) => {
    const known = milestones[name];
    return known ? { at: isoOrNull(known.at), how: known.how } : null;
  };
  return {
    id: state.id,
    label: state.number === null ? null : labelOf(state.number),
    url: `${baseUrl}${incidentAddress(state)}`,
    title: state.title,
    description: state.description,
    service: state.service,
    status: state.status,
    severity: state.severity,
    severityBy: state.override ? 'person' : 'rules',
    open: state.open,
    private: state.private,
    drill: state.drill,
    source: state.source,
    externalId: state.past?.externalId ?? null,
    declaredBy: state.declaredBy && personOut(state.declaredBy),
    declaredAt: iso(state.declaredAt),
    roles: Object.fromEntries(Object.entries(state.roles).map(([id, who]) => [id, personOut(who)])),
    impact: {
      inquiries: facts.inquiries,
      vehicles: facts.vehicles && amountText(facts.vehicles),
      users: facts.users && amountText(facts.users),
      duties: [...facts.duties],
    },
    tickets: [...state.tickets],
    milestones: Object.fromEntries(MILESTONES.map((name) => [name, stamp(name)])) as z.output<
      typeof Incident
    >['milestones'],
    numbers: Object.fromEntries(NUMBER_NAMES.map((name) => [name, measured(numbers[name])])) as z.output<
      typeof Incident
    >['numbers'],
    room: room && { channel: room.channel, name: room.name },
    nextUpdateAt: isoOrNull(state.nextUpdateAt),
  };
}
