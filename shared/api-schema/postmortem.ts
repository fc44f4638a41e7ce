import { z } from 'zod';
import { type Postmortem as PostmortemState, STATES } from '../postmortem/index.ts';
import { iso, isoOrNull, Person, type Place, personOut, time } from './common.ts';

/** A postmortem as the API tells it, without the text of its sections. */
export const Postmortem = z
  .object({
    id: z.string(),
    url: z.url(),
    title: z.string(),
    language: z.enum(['ja', 'en']),
    state: z.enum(STATES),
    stateAt: time,
    publishedAt: time.nullable().describe('The first time.'),
    private: z.boolean(),
    incidents: z.array(z.string()).describe('Ids; the first is the one it began with.'),
    lead: Person.nullable().describe('Who sees to it.'),
    reviewers: z.array(Person),
    dueAt: time.nullable(),
    meeting: z.object({ at: time, minutes: z.int(), link: z.string().nullable() }).nullable(),
    sections: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        version: z.int().describe('0: nothing has been written yet.'),
      }),
    ),
    properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    mergedInto: z.string().nullable().describe('Id of the postmortem that took its place.'),
    createdAt: time,
    createdBy: Person.nullable().describe('Null: Toban, at resolve.'),
  })
  .meta({ id: 'Postmortem' });

export const postmortemOut = (
  { baseUrl }: Pick<Place, 'baseUrl'>,
  one: PostmortemState,
): z.output<typeof Postmortem> => ({
  id: one.id,
  url: `${baseUrl}/postmortems/${one.id}`,
  title: one.title,
  language: one.language,
  state: one.state,
  stateAt: iso(one.stateAt),
  publishedAt: isoOrNull(one.publishedAt),
  private: one.private,
  incidents: [...one.incidents],
  lead: one.lead && personOut(one.lead),
  reviewers: one.reviewers.map(personOut),
  dueAt: isoOrNull(one.dueAt),
  meeting: one.meeting && { ...one.meeting, at: iso(one.meeting.at) },
  sections: one.form.sections.map(({ id, title }) => ({
    id,
    title,
    version: one.sections[id]?.version ?? 0,
  })),
  properties: { ...one.properties },
  mergedInto: one.mergedInto,
  createdAt: iso(one.createdAt),
  createdBy: one.createdBy && personOut(one.createdBy),
});
