import type { Command, Incident } from './model.ts';
import type { Settings } from './settings.ts';

/** Every way by which something of an incident leaves its record. */
export const WAYS = [
  'room', // in the room: card, topic, questions
  'person', // a direct message to somebody of it
  'announce', // the incidents channel
  'audience', // updates to other departments
  'call-thread', // the thread of a call it came from
  'page', // web, API, lists, search: to one reader
  'numbers', // insights, digest, exports of numbers
  'draft', // words handed to a language model
  'document', // a document in a folder that others read
  'webhook', // other systems
  'webhook-private', // those of them that an admin lets know of private incidents, too
] as const;
export type Way = (typeof WAYS)[number];

/** `masked`: that there is an incident, without title, room or numbers. */
export type Said = 'all' | 'masked' | 'nothing';

type Told = Pick<Incident, 'private' | 'drill' | 'people' | 'roles' | 'declaredBy'>;

/**
 * The one place that decides what may be said of an incident, and by which way; every way out asks it. `reader`: whose
 * page or message it is, null where many read it.
 */
export function mayTell(incident: Told, way: Way, reader: string | null = null): Said {
  if (way === 'numbers' && incident.drill) return 'nothing';
  if (incident.drill && (way === 'audience' || way === 'webhook' || way === 'webhook-private'))
    return 'nothing';
  if (!incident.private) return 'all';
  switch (way) {
    case 'room':
    case 'webhook-private':
      return 'all';
    case 'person':
    case 'page':
      return reader !== null && membersOf(incident).includes(reader) ? 'all' : 'nothing';
    case 'call-thread':
      return 'masked';
    case 'announce':
    case 'audience':
    case 'numbers':
    case 'draft':
    case 'document':
    case 'webhook':
      return 'nothing';
  }
}

/** Those of an incident: who declared it, holds a role in it, or was asked into its room. */
export function membersOf({ declaredBy, people, roles }: Told): readonly string[] {
  const all = [...(declaredBy ? [declaredBy] : []), ...people, ...Object.values(roles)];
  return [...new Set(all.map(({ user }) => user))];
}

/** Commands that add to the record; whoever may see it may give them. */
const ADDING = new Set(['add-inquiries', 'want-people']);

/** Whether a person may change an incident. Never locked: where nobody responds yet, anybody who sees it may. */
export function mayChange(
  state: Incident,
  { by, type }: Extract<Command, { cause: string; by: unknown }>,
  { incident }: Settings,
): boolean {
  if (mayTell(state, 'page', by.user) !== 'all') return false;
  if (incident.changes === 'anyone' || ADDING.has(type) || isResponder(state, by.user)) return true;
  return !state.people.some(({ why }) => why === 'duty') && Object.keys(state.roles).length === 0;
}

function isResponder({ declaredBy, people, roles }: Incident, user: string): boolean {
  const onDuty = people.some((one) => one.user === user && one.why === 'duty');
  return onDuty || declaredBy?.user === user || Object.values(roles).some((one) => one.user === user);
}
