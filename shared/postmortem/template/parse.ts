import { fromMarkdown } from 'mdast-util-from-markdown';
import { splitFrontMatter } from '../../front-matter/index.ts';
import { FrontMatter } from './front-matter.ts';
import type { ProblemCode, Template, TemplateProblem, TemplateSection } from './model.ts';

export interface ParsedTemplate {
  /** Null where it cannot be used. */
  readonly template: Template | null;
  readonly problems: readonly TemplateProblem[];
}

/** The longest source that is looked at, in characters. */
const MOST_SOURCE = 200_000;
const MOST_SECTIONS = 40;
const MOST_GUIDANCE = 4_000;

/**
 * Reads a template: Markdown with front matter, whose headings of the second level are the sections, each with its id:
 * `## 根本原因 {#root-causes required}`. What stands beneath a heading is its guidance. Every mistake is found at once.
 */
export function parseTemplate(source: string): ParsedTemplate {
  if (source.length > MOST_SOURCE)
    return { template: null, problems: [problem('too-long', String(MOST_SOURCE), 1)] };
  const { front, body, faults } = splitFrontMatter(source, FrontMatter);
  const before = faults.map(({ kind, about, line, column }) => problem(CODES[kind], about, line, column));
  const { sections, problems: found } = sectionsOf(body);
  const problems = [...before, ...(front ? faultsIn(front) : []), ...found];
  return { template: front && problems.length === 0 ? { ...front, sections } : null, problems };
}

const CODES = {
  missing: 'front-matter-missing',
  broken: 'front-matter-broken',
  unknown: 'field-unknown',
  absent: 'field-absent',
  wrong: 'field-wrong',
} as const;

const problem = (code: ProblemCode, about: string, line: number, column = 1): TemplateProblem => ({
  code,
  about,
  line,
  column,
});

function faultsIn({ properties, checklist }: FrontMatter): TemplateProblem[] {
  const ids = [...properties, ...checklist].map(({ id }) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) < i);
  return [
    ...properties
      .filter(({ type, options }) => type === 'choice' && options.length === 0)
      .map(({ id }) => problem('options-missing', id, 2)),
    ...properties
      .filter(({ type, options }) => type !== 'choice' && options.length > 0)
      .map(({ id }) => problem('options-unwanted', id, 2)),
    ...twice.map((id) => problem('id-twice', id, 2)),
  ];
}

function sectionsOf(body: string): { sections: TemplateSection[]; problems: TemplateProblem[] } {
  const heads = fromMarkdown(body).children.flatMap((node) => {
    const { start, end } = node.position ?? {};
    if (
      node.type !== 'heading' ||
      node.depth !== 2 ||
      start?.offset === undefined ||
      end?.offset === undefined
    )
      return [];
    return [{ line: start.line, column: start.column, from: start.offset, to: end.offset }];
  });
  if (heads.length === 0) return { sections: [], problems: [problem('no-sections', '', 1)] };
  const problems: TemplateProblem[] = [];
  if (heads.length > MOST_SECTIONS)
    problems.push(problem('too-many-sections', String(MOST_SECTIONS), heads[MOST_SECTIONS]?.line ?? 1));
  const sections: TemplateSection[] = [];
  for (const [index, { line, column, from, to }] of heads.entries()) {
    const words = body
      .slice(from, to)
      .replace(/^#+\s*/, '')
      .trim();
    const found = /^(.*?)\s*\{([^{}]*)\}$/s.exec(words);
    const title = found?.[1]?.trim() ?? '';
    const [, id, required] = /^#([a-z][a-z0-9-]{0,39})(\s+required)?$/.exec(found?.[2]?.trim() ?? '') ?? [];
    if (!found) problems.push(problem('section-without-id', words, line, column));
    else if (id === undefined || title === '') problems.push(problem('section-wrong', words, line, column));
    else if (sections.some((one) => one.id === id)) problems.push(problem('section-twice', id, line, column));
    else {
      const guidance = body.slice(to, heads[index + 1]?.from).trim();
      if (guidance.length > MOST_GUIDANCE)
        problems.push(problem('too-long', String(MOST_GUIDANCE), line, column));
      sections.push({ id, title: title.slice(0, 120), required: required !== undefined, guidance });
    }
  }
  return { sections, problems };
}
