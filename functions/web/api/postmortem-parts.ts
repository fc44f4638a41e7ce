import { z } from 'zod';
import {
  type Comment as CommentState,
  type FoundPostmortem,
  sectionsOf,
} from '../../../shared/postmortem/index.ts';
import { postmortemVerbs } from '../pages/postmortems/verbs.ts';
import { type Call, iso, isoOrNull, Person, personOut, time } from './operation.ts';

export const Section = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string().describe('Markdown.'),
    version: z.int().describe('0: nothing has been written yet.'),
    required: z.boolean(),
    by: Person.nullable().describe('Null: Toban, or nobody yet.'),
    at: time.nullable(),
  })
  .meta({ id: 'PostmortemSection' });

export const Comment = z
  .object({
    id: z.string(),
    section: z.string().nullable().describe('Null: about the whole.'),
    text: z.string(),
    by: Person,
    at: time,
    resolved: z.boolean(),
  })
  .meta({ id: 'PostmortemComment' });

export const Check = z
  .object({
    id: z.string(),
    done: z.boolean(),
    label: z.string(),
    todo: z.string().nullable().describe('What to do; null where it is done.'),
  })
  .meta({ id: 'PostmortemCheck' });

export const Markdown = z.object({ markdown: z.string() }).meta({ id: 'PostmortemMarkdown' });

export const commentOut = ({
  id,
  section,
  text,
  by,
  at,
  resolved,
}: CommentState): z.output<typeof Comment> => ({
  id,
  section,
  text,
  by: personOut(by),
  at: iso(at),
  resolved: resolved !== null,
});

/** Every section with its text; one of them is its item in the list. */
export async function sectionRows(
  { parts }: Pick<Call, 'parts'>,
  { state }: Pick<FoundPostmortem, 'state'>,
  only: string | null = null,
): Promise<z.output<typeof Section>[]> {
  const wanted = state.form.sections.filter(({ id }) => only === null || id === only);
  const sections = await sectionsOf(postmortemVerbs(parts), {
    ...state,
    form: { ...state.form, sections: wanted },
  });
  return sections.map(({ id, title, text, version, required, by, at }) => ({
    id,
    title,
    text,
    version,
    required,
    by: by && personOut(by),
    at: isoOrNull(at),
  }));
}
