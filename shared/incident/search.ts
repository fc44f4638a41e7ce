import type { Described } from '../search-index/index.ts';
import type { Incident } from './model.ts';
import type { Entry } from './timeline/entry.ts';

/** What a search finds an incident by: what it is called, what was said of it, and who had to do with it. */
export function describeIncident(state: Incident): Described {
  const { id, team, number, title, description, updates, tickets, override, declaredAt, past } = state;
  const people = [
    ...(state.declaredBy ? [state.declaredBy] : []),
    ...state.people,
    ...Object.values(state.roles),
  ];
  return {
    id,
    part: null,
    team,
    at: declaredAt,
    title,
    text: [
      description,
      ...updates.flatMap(({ known, doing }) => [known, doing]),
      // The same sentence beside each severity that an import states says nothing of the incident.
      ...(override && override.reason !== past?.severity?.reason ? [override.reason] : []),
      ...(past ? [past.externalId.replace(/^[^:]*:/, '')] : []),
      ...tickets,
    ].join('\n'),
    people: people.flatMap(({ user, name }) => [name, user]),
    exact: number === null ? [] : [`inc${number}`, String(number)],
    private: state.private,
  };
}

/** What of an incident its lines are found by. */
export type About = Pick<Incident, 'id' | 'team' | 'private'>;
export const aboutOf = ({ id, team, private: secret }: Incident): About => ({ id, team, private: secret });

/** The same of a line that people put on its timeline. What was taken away, or deleted, is found by nothing. */
export function describeLine(incident: About, entry: Entry): Described {
  const { id, at, kept, text, files, author, by } = entry;
  const people = [...(author ? [author] : []), by];
  return {
    id: incident.id,
    part: id,
    team: incident.team,
    at,
    title: '',
    text: kept ? [text, ...files].join('\n') : '',
    people: kept ? people.flatMap(({ user, name }) => [name, user]) : [],
    exact: [],
    private: incident.private,
  };
}
