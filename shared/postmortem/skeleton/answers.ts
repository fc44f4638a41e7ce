import { type Incident, incidentPath } from '../../incident/index.ts';
import { runsOf, saidValue, sectionAnswers } from '../../runbook/index.ts';
import type { PostmortemVerbs } from '../context.ts';
import type { Answered } from './known.ts';

/** What the incident's runbooks asked for its postmortem (`into postmortem.<section>`), in words. */
export async function answersOf(
  { incidents, locale, zone }: PostmortemVerbs,
  { id }: Incident,
): Promise<readonly Answered[]> {
  const { store, clock, people } = incidents.calls;
  const { signal } = new AbortController();
  const answers = sectionAnswers(await runsOf(store, incidentPath(id)));
  return Promise.all(
    answers.map(async ({ section, question, type, value, by, at }): Promise<Answered> => {
      const act = { kind: 'ask', type, name: section, options: [], into: null } as const;
      const asked = type === 'person' && typeof value === 'string' ? await people.find(value, signal) : null;
      const answer = saidValue(value, { zone, locale, clock }, act, (user) => asked?.name ?? user);
      return { section, question, answer, by: by?.name ?? null, at };
    }),
  );
}
