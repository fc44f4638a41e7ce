import { z } from 'zod';
import { duration } from '../platform/duration.ts';
import { defaultDuties, defaultRules } from './defaults.ts';
import { type Limit, SEVERITIES } from './model.ts';

const severity = z.enum(SEVERITIES);

/** `100` or `5%`. */
const limit = z
  .union([
    z.int().positive(),
    z.string().regex(/^\d{1,3}(\.\d+)?%$/, 'must be a number, or a share such as 5%'),
  ])
  .transform(
    (value): Limit =>
      typeof value === 'number' ? { count: value } : { share: Number(value.slice(0, -1)) / 100 },
  );

const rule = z
  .strictObject({
    severity,
    inquiries: z.int().positive().optional(),
    burnRate: z.number().positive().optional(),
    vehicles: limit.optional(),
    users: limit.optional(),
    duty: z.union([z.literal('any'), z.array(z.string().min(1)).min(1).readonly()]).optional(),
  })
  .refine((one) => Object.values(one).filter((value) => value !== undefined).length > 1, {
    message: 'must have a condition: inquiries, burnRate, vehicles, users or duty',
  });

const words = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });

/** A legal duty: ticked by a person, it says whom to tell and by when. */
const duty = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and dashes'),
  name: words,
  law: words,
  steps: z.array(z.strictObject({ tell: words, within: duration.nullable().default(null) })).min(1),
});
export type Duty = z.infer<typeof duty>;

const person = z.string().regex(/^[UW][A-Z0-9]{2,}$/, 'must be the ID of a person, such as U0123ABCD');

/** `severity:` in toban.yaml. The first rule that fits decides, so they stand from the gravest down. */
export const SeverityConfig = z
  .strictObject({
    /** How many there are in all: turns numbers into shares and back. */
    totals: z
      .strictObject({
        vehicles: z.int().positive().nullable().default(null),
        users: z.int().positive().nullable().default(null),
      })
      .prefault({}),
    rules: z.array(rule).default(defaultRules),
    otherwise: severity.default('SEV4'),
    duties: z.array(duty).default(defaultDuties),
    /** Whom to call in when an incident rises to a severity. */
    call: z.partialRecord(severity, z.array(person)).default({}),
  })
  .superRefine(({ rules, duties }, context) => {
    rules.forEach((one, i) => {
      const before = rules[i - 1];
      if (before && before.severity > one.severity)
        context.addIssue({
          code: 'custom',
          path: ['rules', i, 'severity'],
          message: 'must not be graver than the rule above it: the first that fits decides',
        });
      for (const id of Array.isArray(one.duty) ? one.duty : [])
        if (!duties.some((known) => known.id === id))
          context.addIssue({
            code: 'custom',
            path: ['rules', i, 'duty'],
            message: `there is no duty "${id}"`,
          });
    });
  });
export type SeverityConfig = z.infer<typeof SeverityConfig>;
