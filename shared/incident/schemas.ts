import { z } from 'zod';
import { duration } from '../platform/duration.ts';
import { SEVERITIES } from '../severity/index.ts';

const id = (letters: string, what: string) =>
  z
    .string()
    .regex(
      new RegExp(`^[${letters}][A-Z0-9]{2,}$`),
      `must be the ID of ${what}, such as ${letters[0]}0123ABCD`,
    );
const slug = z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and dashes');
const words = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });

const Role = z.strictObject({
  id: slug,
  name: words,
  /** Asked for again and again while nobody has it; the others are asked for once. */
  needed: z.boolean().default(false),
});
export type Role = z.infer<typeof Role>;

const Audience = z.strictObject({
  id: slug,
  name: words,
  /** Channels or persons. */
  to: z.array(id('CGUW', 'a channel or a person')).min(1),
  severities: z.array(z.enum(SEVERITIES)).default([...SEVERITIES]),
  /** How often they are promised news while it lasts. */
  every: duration.nullable().default(null),
});
export type Audience = z.infer<typeof Audience>;

const Service = z.strictObject({
  id: slug,
  name: z.string().min(1),
  rota: z.string().nullable().default(null),
});

const roles: Role[] = [
  { id: 'commander', name: { ja: '指揮', en: 'Commander' }, needed: true },
  { id: 'communications', name: { ja: '広報・連絡', en: 'Communications' }, needed: false },
  { id: 'scribe', name: { ja: '記録', en: 'Scribe' }, needed: false },
  { id: 'cs-liaison', name: { ja: 'CS連携', en: 'CS liaison' }, needed: false },
];

/** `incident:` in toban.yaml. */
export const IncidentConfig = z.strictObject({
  /** Name of the room: `{number}`, `{title}`, `{date}` (yyyymmdd) and `{service}` are filled in. */
  room: z
    .string()
    .regex(/\{number\}/, 'must contain {number}, so that no two rooms want one name')
    .default('inc-{number}-{title}'),
  /** The channel in which every incident that is not private is announced; null announces nowhere. */
  announce: id('C', 'a channel').nullable().default(null),
  services: z.array(Service).default([]),
  roles: z.array(Role).min(1).default(roles),
  /** A role still free after this long is asked for in the room. */
  askForRolesAfter: duration.default(5 * 60_000),
  /** Invited to every room, besides those on duty and those who asked. */
  invite: z
    .strictObject({
      people: z.array(id('UW', 'a person')).default([]),
      groups: z.array(id('S', 'a user group')).default([]),
      rotas: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
  /** Links at the top of every room; `{number}` is filled in. */
  bookmarks: z
    .array(z.strictObject({ title: z.string().min(1).max(100), url: z.url() }))
    .max(10)
    .default([]),
  audiences: z.array(Audience).default([]),
  /** Who may change status, severity and roles: `responders` are those who hold a role, declared it or are on duty. */
  changes: z.enum(['anyone', 'responders']).default('anyone'),
});
export type IncidentConfig = z.infer<typeof IncidentConfig>;
