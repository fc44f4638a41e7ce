import { fromMarkdown } from 'mdast-util-from-markdown';
import { looksLikeDirective, readDirective, readGoto, readsLikeCommand } from './directive.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Act, Option, Place, Problem, Runbook, Section, Step } from './model.ts';

type RootContent = ReturnType<typeof fromMarkdown>['children'][number];
type Heading = Extract<RootContent, { type: 'heading' }>;
type List = Extract<RootContent, { type: 'list' }>;
type Paragraph = Extract<RootContent, { type: 'paragraph' }>;
type ListItem = List['children'][number];
type PhrasingContent = Paragraph['children'][number];

export interface Parsed {
  /** Null where it cannot be played. */
  readonly runbook: Runbook | null;
  readonly problems: readonly Problem[];
}

/** The longest source that is taken, in characters: with all its bytes it still fits one document of the store. */
export const MOST_SOURCE = 200_000;

/**
 * Reads a runbook: Markdown with front matter, whose headings of the second level are sections and whose list items are
 * steps. A step's last `code` says what kind it is; without one it is something to do and to confirm.
 */
export function parseRunbook(source: string): Parsed {
  if (source.length > MOST_SOURCE) {
    const most = MOST_SOURCE.toLocaleString('en-US');
    return { runbook: null, problems: [wrong('too-long', most, { line: 1, column: 1 })] };
  }
  const { front, body, problems: before } = splitFrontMatter(source);
  const problems: Problem[] = [...before];
  for (const [index, line] of body.split('\n').entries()) {
    const tab = /^ *\t/.exec(line);
    if (tab) problems.push(wrong('tab', '', { line: index + 1, column: tab[0].length }));
  }
  const { intro, sections } = sectionsOf(fromMarkdown(body).children, body, problems);
  if (problems.length === 0 && sections.every(({ steps }) => steps.length === 0))
    problems.push(wrong('no-steps', '', { line: 1, column: 1 }));
  const broken = problems.some(({ level }) => level === 'error');
  return { runbook: front && !broken ? { ...front, intro, sections } : null, problems };
}

const wrong = (code: Problem['code'], about: string, place: Place): Problem => ({
  code,
  about,
  line: place.line,
  column: place.column,
  level: 'error',
});

const placeOf = (node: { position?: { start: Place } | undefined }): Place => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** The Markdown that stands for a node, as its author wrote it. */
const sourceOf = (node: RootContent | PhrasingContent, body: string): string => {
  const { start, end } = node.position ?? {};
  return start?.offset === undefined || end?.offset === undefined ? '' : body.slice(start.offset, end.offset);
};

function sectionsOf(
  nodes: readonly RootContent[],
  body: string,
  problems: Problem[],
): { intro: string; sections: Section[] } {
  const intro: string[] = [];
  const sections: (Omit<Section, 'steps'> & { steps: Step[] })[] = [];
  let words: { text: string; place: Place }[] = [];
  const current = () => {
    const last = sections.at(-1);
    if (last) return last;
    const first = { id: 'start', title: '', parallel: false, steps: [], place: { line: 1, column: 1 } };
    sections.push(first);
    return first;
  };
  /** Words between lists are read out where they stand. */
  const sayWords = () => {
    for (const { text, place } of words) {
      const { id, steps } = current();
      const act: Act = { kind: 'say' };
      steps.push({ id: `${id}.${steps.length + 1}`, text, act, owner: null, optional: false, place });
    }
    words = [];
  };
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 1) continue;
    if (node.type === 'heading' && node.depth === 2) {
      sayWords();
      sections.push({ ...headOf(node, body, sections.length), steps: [] });
    } else if (node.type === 'list') {
      sayWords();
      const { id, steps } = current();
      for (const item of node.children) {
        const step = stepOf(item, id, steps.length + 1, body, problems);
        if (step) steps.push(node.ordered ? step : bulleted(step));
      }
    } else if (node.type !== 'html' && node.type !== 'thematicBreak') {
      const text = sourceOf(node, body).trim();
      if (sections.length === 0) intro.push(text);
      else words.push({ text, place: placeOf(node) });
    }
  }
  sayWords();
  return { intro: intro.join('\n\n'), sections };
}

/** `## Find the cause {#cause parallel}`. Without an id it is the number of the section. */
function headOf(node: Heading, body: string, index: number): Omit<Section, 'steps'> {
  const source = sourceOf(node, body).replace(/^#+\s*/, '');
  const found = /\s*\{(?:#([a-z][a-z0-9_-]*))?\s*(parallel)?\}\s*$/.exec(source);
  return {
    id: found?.[1] ?? `s${index + 1}`,
    title: (found ? source.slice(0, found.index) : source).trim(),
    parallel: found?.[2] !== undefined,
    place: placeOf(node),
  };
}

function stepOf(
  item: ListItem,
  section: string,
  number: number,
  body: string,
  problems: Problem[],
): Step | null {
  const place = placeOf(item);
  const [first, ...rest] = item.children;
  const own = first?.type === 'paragraph' ? first : null;
  const span = own ? lastCode(own) : null;
  const meant = span !== null && (looksLikeDirective(span.value) || readsLikeCommand(span.value));
  const read = meant
    ? readDirective(span.value)
    : { act: { kind: 'confirm' } as Act, owner: null, optional: false };
  if (!('act' in read)) {
    const at = span ? placeOf(span) : place;
    problems.push(
      'unknown' in read
        ? wrong('directive-unknown', read.unknown, at)
        : wrong('directive-wrong', read.example, at),
    );
    return null;
  }
  const list = rest.find((node): node is List => node.type === 'list');
  const options = list ? optionsOf(list, body) : [];
  const wants = read.act.kind === 'ask' && (read.act.type === 'choice' || read.act.type === 'many');
  if (list && !wants) problems.push(wrong('options-unwanted', '', placeOf(list)));
  const more = rest.filter((node) => node.type !== 'list').map((node) => sourceOf(node, body).trim());
  const words = own ? wordsOf(own, meant ? span : null, body) : '';
  const text = [words, ...more].filter((part) => part !== '').join('\n\n');
  const silent =
    read.act.kind === 'go' || read.act.kind === 'when' || read.act.kind === 'wait' || read.act.kind === 'do';
  if (text === '' && !silent) problems.push(wrong('step-without-words', '', place));
  const act: Act = read.act.kind === 'ask' ? { ...read.act, options } : read.act;
  const id = act.kind === 'ask' ? act.name : `${section}.${number}`;
  return { id, text, act, owner: read.owner, optional: read.optional, place };
}

/** What is read out of a list stays one point of it. */
const bulleted = (step: Step): Step => (step.act.kind === 'say' ? { ...step, text: `- ${step.text}` } : step);

function lastCode(paragraph: Paragraph) {
  const last = paragraph.children.at(-1);
  return last?.type === 'inlineCode' ? last : null;
}

function wordsOf(paragraph: Paragraph, without: PhrasingContent | null, body: string): string {
  const kept = paragraph.children.filter((node) => node !== without);
  return kept
    .map((node) => sourceOf(node, body))
    .join('')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

const optionsOf = (list: List, body: string): Option[] =>
  list.children.map((item): Option => {
    const own = item.children[0]?.type === 'paragraph' ? item.children[0] : null;
    const span = own ? lastCode(own) : null;
    const goto = span ? readGoto(span.value) : null;
    return { label: own ? wordsOf(own, goto ? span : null, body) : '', goto };
  });
