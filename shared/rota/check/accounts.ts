import type { Problem, Rota } from '../model.ts';

/** A channel whose calls the rota answers, with who is in it. */
export interface Membership {
  /** Its name, without the sign. */
  readonly channel: string;
  /** Slack ids. */
  readonly members: ReadonlySet<string>;
}

/** Everybody to come who is not in a channel from which they will be called: once each, at their next cell. */
export function reportAbsent(rota: Rota, memberships: readonly Membership[], now: number): Problem[] {
  const told = new Set<string>();
  return Object.values(rota.columns).flatMap((spans) =>
    spans
      .filter(({ end }) => end > now)
      .flatMap(({ people, cell, tab, start, end }) =>
        people.flatMap((person) =>
          memberships.flatMap(({ channel, members }): Problem[] => {
            if (members.has(person) || told.has(`${person} ${channel}`)) return [];
            told.add(`${person} ${channel}`);
            const detail = { name: rota.people[person] ?? person, channel };
            return [{ code: 'not-in-channel', severity: 'notice', cell, tab, from: start, to: end, detail }];
          }),
        ),
      ),
  );
}
