import { z } from 'zod';
import {
  type Correctable,
  incidentText,
  MILESTONES,
  type Milestone,
} from '../../../shared/incident/index.ts';
import { type Amount, parseAmount, SEVERITIES } from '../../../shared/severity/index.ts';
import { incidentPageText } from '../pages/incidents/text.ts';
import { type Call, instant } from './operation.ts';
import { type Fault, Problem } from './problem.ts';
import { apiText } from './text.ts';

export const amount = z
  .union([z.int().min(0), z.string().max(40)])
  .nullable()
  .describe('A number, a share or both: 120, "5%", "120 (5%)". Null: not known.');

export const reason = z.string().max(1_000);

const each = <S extends z.ZodType>(schema: S) =>
  z.strictObject(
    Object.fromEntries(MILESTONES.map((name) => [name, schema])) as unknown as Record<Milestone, S>,
  );

const impact = {
  vehicles: amount.optional(),
  users: amount.optional(),
  duties: z.array(z.string().max(100)).max(50).optional().describe('Ids of legal duties in toban.yaml.'),
};

export const Impact = z.strictObject(impact);

export const Declaration = z.strictObject({
  title: z.string().trim().min(1).max(150),
  description: z.string().max(3_000).default(''),
  service: z.string().max(100).nullable().default(null).describe('The id of a service in toban.yaml.'),
  private: z.boolean().default(false).describe('Only those who are in it may know of it.'),
  drill: z.boolean().default(false).describe('Kept out of the numbers.'),
  startedAt: instant.nullable().default(null).describe('When it began, as far as is known.'),
  impact: Impact.default({}),
  over: each(instant.optional())
    .nullable()
    .default(null)
    .describe(
      'Of one that is over already: its times, `resolved` among them. No room is opened and nobody is told.',
    ),
});

export const Correction = z.strictObject({
  reason: reason.describe('Why; it stands in the history.'),
  title: z.string().max(150).optional(),
  description: z.string().max(3_000).optional(),
  service: z.string().max(100).nullable().optional(),
  milestones: each(
    z
      .union([instant, z.literal('not-applicable')])
      .nullable()
      .optional(),
  )
    .default({} as never)
    .describe('Null: not known.'),
  impact: z.strictObject({ ...impact, inquiries: z.int().min(0).max(1_000_000).optional() }).default({}),
  severities: z
    .array(z.strictObject({ at: instant, severity: z.enum(SEVERITIES) }))
    .min(1)
    .max(100)
    .optional()
    .describe('How it rose and fell, oldest first; the last is the one that counts.'),
});

export interface SaidImpact {
  readonly vehicles?: Amount | null;
  readonly users?: Amount | null;
  readonly duties?: readonly string[];
}

/** What a body says of the impact, read as on the pages; what cannot be understood is refused with its place. */
export function readImpact(
  said: z.output<typeof Impact>,
  { parts, caller }: Pick<Call, 'parts' | 'caller'>,
  root = '/impact',
): SaidImpact {
  const words = incidentText(caller.locale).errors;
  const known = parts.config.severity.duties.map(({ id }) => id);
  const faults: Fault[] = [];
  const read = (name: 'vehicles' | 'users'): Amount | null | undefined => {
    const value = said[name];
    if (value === undefined || value === null) return value;
    const amount = parseAmount(String(value));
    if (amount === undefined) faults.push({ pointer: `${root}/${name}`, detail: words.amount });
    return amount;
  };
  const [vehicles, users] = [read('vehicles'), read('users')];
  const unknown = said.duties?.filter((id) => !known.includes(id)) ?? [];
  if (unknown.length > 0)
    faults.push({ pointer: `${root}/duties`, detail: apiText(caller.locale).unknown(unknown, known) });
  refuseIfAny(faults, caller);
  return {
    ...(vehicles !== undefined && { vehicles }),
    ...(users !== undefined && { users }),
    ...(said.duties && { duties: [...new Set(said.duties)] }),
  };
}

export function refuseIfAny(faults: readonly Fault[], { locale }: Pick<Call['caller'], 'locale'>): void {
  if (faults.length > 0) throw new Problem('invalid', apiText(locale).bodyWrong, { errors: faults });
}

/** Of a declare: a service that there is, and times of one that is over in which it does end. */
export function checkDeclaration(
  { service, over }: z.output<typeof Declaration>,
  { parts, caller }: Pick<Call, 'parts' | 'caller'>,
): void {
  const text = incidentPageText(caller.locale);
  const faults: Fault[] = [];
  if (service !== null && !parts.config.incident.services.some(({ id }) => id === service))
    faults.push({ pointer: '/service', detail: text.errors.service });
  if (over && over.resolved === undefined) faults.push({ pointer: '/over/resolved', detail: text.overNeeds });
  if (over?.resolved !== undefined && over.resolved < (over.started ?? 0))
    faults.push({ pointer: '/over/resolved', detail: text.overOrder });
  refuseIfAny(faults, caller);
}

/** What is to be put right, field by field as the record has them. */
export function correctionOf(
  { milestones, impact, severities, title, description, service }: z.output<typeof Correction>,
  call: Pick<Call, 'parts' | 'caller'>,
): Partial<Correctable> {
  const { inquiries, ...amounts } = impact;
  const said = { title, description, service, severities, ...milestones, inquiries };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...readImpact(amounts, call) };
}
