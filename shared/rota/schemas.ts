import { z } from 'zod';

const slackUser = z
  .string()
  .regex(
    /^[UW][A-Z0-9]{2,}$/,
    'must be a Slack member ID such as U0123ABCD (a person, never a group or a channel)',
  );

/** `U1` or `[U1, U2]`: persons in order, never a group, never empty. */
export const Fallback = z
  .union([slackUser, z.array(slackUser)], { error: 'must be a Slack member ID, or a list of them in order' })
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .refine(
    (people) => people.length > 0,
    'must name at least one person: somebody has to be called when the sheet cannot say who',
  )
  .refine((people) => new Set(people).size === people.length, 'names a person twice');

const clockTime = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'must be a time of day in quotes, such as "10:00"');

const place = z
  .string()
  .regex(/^[UWCG][A-Z0-9]{2,}$/, 'must be the ID of a person or a channel, such as U0123ABCD or C0123ABCD');

/** A Slack user group that shows who is on duty. Guests cannot be in one: `whenNobody` says what happens then. */
const UserGroup = z.strictObject({
  id: z.string().regex(/^S[A-Z0-9]{2,}$/, 'must be the ID of a user group, such as S0123ABCD'),
  columns: z.array(z.string().min(1)).min(1).default(['primary']),
  whenNobody: z.enum(['disable', 'fallback']).default('disable'),
});

const ianaZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'must be an IANA time zone such as Asia/Tokyo');

/** The bare id, or the address people copy from the browser. */
const spreadsheetId = z
  .string()
  .min(1)
  .transform((value) => /\/spreadsheets\/d\/([\w-]+)/.exec(value)?.[1] ?? value)
  .refine(
    (id) => /^[\w-]+$/.test(id),
    'must be a spreadsheet ID or its https://docs.google.com/spreadsheets/d/… address',
  );

export const layouts = ['auto', 'dates', 'shifts', 'weeks', 'weekdays', 'grid', 'months'] as const;
export type Layout = (typeof layouts)[number];

/** One entry of `rotas:` in toban.yaml. */
export const RotaConfig = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, 'must be lower-case letters, digits, - and _'),
  name: z.string().min(1).optional(),
  spreadsheet: spreadsheetId,
  /** A tab's title, or a pattern for monthly tabs: `{yyyy}年{m}月` ({yyyy} {yy} {mm} {m} {mmm} {mmmm}). */
  sheet: z.string().min(1),
  members: z.string().min(1).optional(),
  layout: z.enum(layouts).default('auto'),
  /** Duty column (`primary`, `secondary`, or any name a ladder uses) → header in the sheet. */
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).optional(),
  /** Header → value: only such rows are read. */
  where: z.record(z.string(), z.string()).optional(),
  /** Mark → what it means in a grid; wins over a legend and the usual marks. */
  marks: z.record(z.string(), z.enum(['primary', 'secondary', 'both', 'off'])).optional(),
  handover: clockTime.default('00:00'),
  timezone: ianaZone.optional(),
  fallback: Fallback,
  /** Who hears of mistakes in the sheet and of edits that touch the duty: people and channels. */
  owners: z.array(place).max(20).default([]),
  /** Where the turn of a shift is noted. */
  channel: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/, 'must be the ID of a channel, such as C0123ABCD')
    .optional(),
  /** When the people of tomorrow's shift are reminded; `false` for never. */
  reminder: z.union([clockTime, z.literal(false)]).default('18:00'),
  userGroup: UserGroup.optional(),
  /** Whose word a cover needs beside the one who asks for it. */
  covers: z
    .strictObject({
      accept: z.enum(['none', 'taker', 'giver', 'both'], {
        error: 'must be none, taker, giver or both: whose word a cover needs',
      }),
    })
    .default({ accept: 'taker' }),
  /** Oldest copy of the sheet that still decides who is called, in hours. */
  maxAgeHours: z
    .number()
    .positive()
    .max(24 * 14)
    .default(24),
});
export type RotaConfig = z.infer<typeof RotaConfig>;
