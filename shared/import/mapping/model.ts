import { z } from 'zod';
import { SEVERITIES } from '../../severity/index.ts';

/**
 * What of an incident a column can say. In the order in which they are shown. The last three hold several things each:
 * what happened when and who said so, what is to be done, and when the state changed.
 */
const FIELDS = [
  'id',
  'title',
  'description',
  'started',
  'detected',
  'acknowledged',
  'identified',
  'mitigated',
  'resolved',
  'duration',
  'severity',
  'status',
  'service',
  'reporter',
  'lead',
  'people',
  'inquiries',
  'vehicles',
  'users',
  'drill',
  'private',
  'link',
  'timeline',
  'actions',
  'history',
] as const;
export type Field = (typeof FIELDS)[number];

/** `section`: a section of the postmortem, under the column's name. `note`: a line of the description. `ignore`: left out. */
export const TARGETS = [...FIELDS, 'section', 'note', 'ignore'] as const;
export type Target = (typeof TARGETS)[number];
export const isTarget = (text: string): text is Target => (TARGETS as readonly string[]).includes(text);

/** Of these, several columns make one text or one list; of the others the first that is not blank counts. */
export const JOINED: ReadonlySet<Target> = new Set([
  'description',
  'people',
  'timeline',
  'actions',
  'section',
  'note',
  'ignore',
]);

/** Of these two columns make one time: a day, and the hour on it. */
export const TIMED: ReadonlySet<Target> = new Set([
  'started',
  'detected',
  'acknowledged',
  'identified',
  'mitigated',
  'resolved',
]);

/** `over`: it is resolved. */
export const STATES = ['open', 'over', 'closed'] as const;
export type State = (typeof STATES)[number];

const zone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}, 'must be a time zone such as Asia/Tokyo');
const words = <V extends z.ZodType>(value: V) =>
  z.record(z.string().max(200), value).refine((all) => Object.keys(all).length <= 200, 'has too many values');

/** How the columns and values of a source are to be understood. Saved by name, for the next time. */
export const Mapping = z.strictObject({
  columns: z
    .record(z.string().min(1).max(500), z.enum(TARGETS))
    .refine((all) => Object.keys(all).length <= 500, 'has too many columns'),
  /** Of times that name no zone. */
  zone,
  /** How `03/04/2024` is meant; null: such a date is refused. */
  dayOrder: z.enum(['month-first', 'day-first']).nullable().default(null),
  /** By what the source says, as it is written there. */
  severities: words(z.enum(SEVERITIES)).default({}),
  statuses: words(z.enum(STATES)).default({}),
  /** Ids of services in toban.yaml; null: none. */
  services: words(z.string().nullable()).default({}),
  /** Whether the text of a page becomes the incident's postmortem. */
  pages: z.boolean().default(true),
});
export type Mapping = z.infer<typeof Mapping>;
