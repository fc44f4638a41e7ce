import type { People } from '../../../shared/escalation/index.ts';

/** A page names at most so many people beside those its record names itself. */
const MOST = 20;

/** Display names by Slack id, as far as Slack can be asked; nobody else is in the map. */
export async function namesOf(
  people: People,
  users: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(users.slice(0, MOST).map((user) => people.find(user, signal)));
  return new Map(found.flatMap((person) => (person ? [[person.id, person.name] as const] : [])));
}
