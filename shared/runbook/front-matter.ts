import { z } from 'zod';
import { splitFrontMatter as split } from '../front-matter/index.ts';
import { SEVERITIES } from '../severity/index.ts';
import type { Problem } from './model.ts';

const id = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'must be lower-case letters, digits and dashes');
const words = z.array(z.string().trim().min(1).max(100)).max(50).default([]);

/** What stands between the two `---` at the top. What is described is shown by editors. */
export const FrontMatter = z.strictObject({
  id: id.describe('Names the runbook, in every language alike: `run <id>` starts it.'),
  title: z.string().trim().min(1).max(120).describe('What people choose it by.'),
  language: z.enum(['ja', 'en']),
  version: z.int().min(1).default(1).describe('Your own number; Toban tells versions apart by their text.'),
  match: z
    .strictObject({
      services: words.describe('Ids of services in toban.yaml.'),
      severities: z.array(z.enum(SEVERITIES)).default([]),
      keywords: words.describe('Any of them in the title or description of the incident.'),
      alerts: words.describe('Any of them in the name of an alert that fires.'),
    })
    .prefault({})
    .describe('When it is suggested: any one of these suffices.'),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** For editors that check YAML against a JSON Schema. */
export const frontMatterSchema = (): object => z.toJSONSchema(FrontMatter, { io: 'input' });

export interface Split {
  readonly front: FrontMatter | null;
  /** The document with its front matter blanked out line by line, so that places stay true. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

const problem = (code: Problem['code'], about: string, line: number, column = 1): Problem => ({
  code,
  about,
  line,
  column,
  level: 'error',
});

/** Takes the front matter off. */
export function splitFrontMatter(source: string): Split {
  const { front, body, faults } = split(source, FrontMatter);
  const problems = faults.map(({ kind, about, line, column }) => {
    if (kind === 'missing') return problem('front-matter-missing', '', line, column);
    if (kind === 'broken') return problem('front-matter-broken', about, line, column);
    return problem('front-matter-wrong', about || 'id', line, column);
  });
  return { front, body, problems };
}
