import { isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { SEVERITIES } from '../severity/index.ts';
import type { Problem } from './model.ts';

const id = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'must be lower-case letters, digits and dashes');
const words = z.array(z.string().trim().min(1).max(100)).max(50).default([]);

/** What stands between the two `---` at the top. */
export const FrontMatter = z.strictObject({
  id,
  title: z.string().trim().min(1).max(120),
  language: z.enum(['ja', 'en']),
  version: z.int().min(1).default(1),
  match: z
    .strictObject({
      services: words,
      severities: z.array(z.enum(SEVERITIES)).default([]),
      keywords: words,
      alerts: words,
    })
    .prefault({}),
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
  const found = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(source);
  if (found?.index !== 0) {
    return { front: null, body: source, problems: [problem('front-matter-missing', '', 1)] };
  }
  const yaml = found[1] ?? '';
  const body = found[0].replace(/[^\r\n]/g, ' ') + source.slice(found[0].length);
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return [line + 1, col] as const;
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) =>
      problem('front-matter-broken', message.split(/ at line|\n/, 1)[0] ?? '', ...at(pos[0])),
    );
    return { front: null, body, problems };
  }
  const parsed = FrontMatter.safeParse(document.toJS() ?? {});
  if (parsed.success) return { front: parsed.data, body, problems: [] };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    const node = path.length > 0 ? document.getIn(path, true) : null;
    const range = (node as { range?: readonly number[] } | null | undefined)?.range;
    const place = range?.[0] === undefined ? ([2, 1] as const) : at(range[0]);
    const name = path.map(String).join('.');
    return problem('front-matter-wrong', name === '' || isMap(node) ? name || 'id' : name, ...place);
  });
  return { front: null, body, problems };
}
