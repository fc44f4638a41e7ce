import { z } from 'zod';
import { duration } from '../platform/duration.ts';
import { derivedRouteId } from './route-id.ts';

const person = z.string().regex(/^[UW][A-Z0-9]{2,}$/);
const id = (letters: string, what: string) =>
  z
    .string()
    .regex(
      new RegExp(`^[${letters}][A-Z0-9]{2,}$`),
      `must be the ID of ${what}, such as ${letters[0]}0123ABCD`,
    );

/** Whom a step calls: a duty column of the sheet (`primary`, `secondary`, …), `fallback`, or a person's Slack ID. */
const LadderStep = z.strictObject({
  to: z.union([person, z.string().min(1)]),
  after: duration.default(0),
  /** Besides the mention and the direct message, another service is told to reach the person: a name of `webhooks:`. */
  via: z.string().min(1).optional(),
});
export type LadderStep = z.infer<typeof LadderStep>;

const Ladder = z
  .array(LadderStep)
  .min(1, 'must have at least one step')
  .refine((steps) => steps.every((step, i) => i === 0 || step.after > (steps[i - 1]?.after ?? 0)), {
    message: 'must have its steps in order: each `after` later than the one before',
  });

const Triggers = z.strictObject({
  mention: z.boolean().default(true),
  userGroups: z.array(id('S', 'a user group')).default([]),
  keywords: z.array(z.string().trim().min(1)).default([]),
  bots: z.array(id('BAU', 'a bot or an app')).default([]),
  /** A direct message to the app may call by this route. */
  direct: z.boolean().default(true),
});

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const dayName = z.enum(DAYS, { error: `must be one of ${DAYS.join(', ')}` });

/** `09:30` → minutes since midnight; 24:00 ends a day. */
const minutes = z
  .string()
  .regex(/^(([01]?\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time of day in quotes, such as "09:30"')
  .transform((text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));

/** A window of the week. `to` before `from` goes on into the next day. */
export const Hours = z.strictObject({
  days: z.array(dayName).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']),
  from: minutes,
  to: minutes,
  /** Japan's public holidays, and the dates of the sheet's 休日 tab. */
  holidays: z.enum(['closed', 'open']).default('closed'),
});
export type Hours = z.infer<typeof Hours>;

/** One entry of `routes:` in toban.yaml. */
export const RouteConfig = z
  .strictObject({
    /** Names the route in the records of its calls; what it listens to otherwise. */
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'must be a short name of small letters, digits and hyphens')
      .optional(),
    channel: id('CG', 'a channel'),
    rota: z.string().min(1),
    /** What people choose by where Toban has to ask which route is meant; the rota's name otherwise. */
    name: z.string().trim().min(1).max(60).optional(),
    triggers: Triggers.prefault({}),
    hours: z
      .union([Hours, z.array(Hours).min(1)])
      .transform((value) => (Array.isArray(value) ? value : [value]))
      .optional(),
    /** Outside `hours`: another rota is called by the same ladder, or the thread is told and nobody is called. */
    outside: z.string().min(1).default('tell'),
    ladder: Ladder.default([
      { to: 'primary', after: 0 },
      { to: 'fallback', after: 5 * 60_000 },
    ]),
    whenFree: z.enum(['fallback', 'tell']).default('fallback'),
    /** Whoever has acknowledged and shows no sign of life is asked how it goes; `never` to leave them alone. */
    checkAfter: z.union([z.literal('never').transform(() => null), duration]).default(30 * 60_000),
  })
  .refine((route) => route.hours !== undefined || route.outside === 'tell', {
    message: 'needs `hours` beside it: without them there is no outside',
    path: ['outside'],
  })
  .transform((route) => ({ ...route, id: route.id ?? derivedRouteId(route) }));
export type RouteConfig = z.infer<typeof RouteConfig>;

/** One entry of `webhooks:` in toban.yaml: a service that reaches people another way, such as by phone. */
export const WebhookConfig = z.strictObject({
  url: z.url({ protocol: /^https$/, error: 'must be an https:// address' }),
  /** The name of the environment variable that holds the signing secret; the secret itself never stands here. */
  secret: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{2,60}$/, 'must be the NAME of an environment variable, such as PHONE_SECRET'),
});
export type WebhookConfig = z.infer<typeof WebhookConfig>;
