import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';
import { markdown } from '../../functions/web/markdown.ts';
import { splitFrontMatter } from '../../shared/front-matter/index.ts';
import { english } from '../../shared/postmortem/shipped/en.ts';
import { parseTemplate } from '../../shared/postmortem/template/parse.ts';
import { templateProblemText } from '../../shared/postmortem/template/text.ts';
import { lintRunbook, NOTHING_KNOWN, parseRunbook, problemText } from '../../shared/runbook/index.ts';
import { must, target } from './fuzz.ts';
import { textOf } from './hostile.ts';

const BLOCKS = [
  ...[
    '# ',
    '## ',
    '### ',
    '- ',
    '1. ',
    '> ',
    '    ',
    '```',
    '~~~',
    '---',
    '===',
    '***',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '  \n',
    '|a|b|\n|-|:-:|\n|c|',
    '<!-- ',
    ' -->',
  ],
  ...[
    '*',
    '**',
    '_',
    '`',
    '``',
    '[',
    '](',
    ')',
    '![',
    '][',
    '[a]: https://a.example',
    '<b>',
    '<script>alert(1)</script>',
    '<a href="javascript:x">',
    '&lt;',
    '&#0;',
    '&#x110000;',
    '\\',
  ],
  ...[
    'https://a.example/',
    'https://b@evil.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    '/incidents',
    '//evil.example',
    'mailto:a@b.example',
    'HTTP://A',
    'https://[',
    'https://a.example/"onx="',
  ],
];
const RUNBOOK = [
  ...[
    '## A {#a}',
    '## B {#b parallel}',
    '{#',
    '}',
    '- words',
    '1. ask `ask choice as x`',
    '   - one `go #a`',
    '   - two `end`',
    '`ask text as y into timeline`',
    '`ask number as n`',
    '`when n >= 3 go #b`',
    '`go #a`',
    '`go end`',
    '`wait 5m`',
    '`do call rota mobility`',
    '`do status investigating`',
    '`run other`',
    '`http get https://a.example`',
    '`by commander`',
    '`confirm`',
    '`say`',
    '{x}',
    '{__proto__}',
    '`ask choice as constructor`',
  ],
];
const FRONT = [
  ...[
    '---\n',
    'id: a\n',
    'id: A B\n',
    'title: t\n',
    'language: ja\n',
    'version: 1e9\n',
    'match: { keywords: [a] }\n',
    'properties: [{ id: p, type: choice }]\n',
    'checklist: []\n',
    '? \n',
    '&a [*a]\n',
    'a: *b\n',
    '<<: 1\n',
    '__proto__: 1\n',
    'title: "\n',
    '- x\n',
    '{{\n',
  ],
];

const runbook = readFileSync(new URL('../../runbooks/en/login-outage.md', import.meta.url), 'utf8');
const [template = ''] = english;

/** A document out of the pieces, or a good one with something put into it. */
const documentOf = (good: string, pieces: readonly string[]) =>
  fc.oneof(
    textOf(pieces, { most: 30 }),
    textOf(pieces, { joint: '\n', most: 20 }).map(
      (body) => `---\nid: a\ntitle: t\nlanguage: en\n---\n${body}`,
    ),
    fc
      .tuple(fc.nat({ max: good.length }), fc.nat({ max: 60 }), textOf(pieces, { most: 5 }))
      .map(([at, gone, put]) => good.slice(0, at) + put + good.slice(at + gone)),
  );

const linesOf = (source: string) => source.split(/\r\n?|\n/).length;
const inside = ({ line, column }: { line: number; column: number }, source: string) =>
  Number.isSafeInteger(line) && line >= 1 && line <= linesOf(source) + 1 && column >= 1;

const frontMatter = target({
  name: 'front-matter',
  inputs: documentOf(runbook, FRONT),
  read: (source) => splitFrontMatter(source, z.strictObject({ id: z.string(), title: z.string() })),
  sense: ({ front, body, faults }, source) => {
    must((front === null) === faults.length > 0, 'neither settings nor a fault');
    must(body.length === source.length && linesOf(body) === linesOf(source), 'places have moved');
    must(
      faults.every((fault) => inside(fault, source)),
      'a fault outside the document',
    );
  },
  seeds: [],
});

/** Playable, or with at least one error in it; each mistake a place and a sentence. What is read can be linted. */
const runbooks = target({
  name: 'runbook',
  share: 0.2,
  inputs: documentOf(runbook, [...RUNBOOK, ...BLOCKS, ...FRONT]),
  read: (source) => {
    const parsed = parseRunbook(source);
    return {
      ...parsed,
      lint: parsed.runbook ? lintRunbook(parsed.runbook, { ...NOTHING_KNOWN, roles: ['commander'] }) : [],
    };
  },
  sense: ({ runbook: read, problems, lint }, source) => {
    must(
      (read === null) === problems.some(({ level }) => level === 'error'),
      'neither a runbook nor an error',
    );
    for (const problem of [...problems, ...lint]) {
      must(
        inside(problem, source),
        `a mistake outside the document: ${problem.code} ${problem.line}:${problem.column}`,
      );
      must(problemText(problem, 'ja').length > 5 && problemText(problem, 'en').length > 5, 'no sentence');
    }
    if (read)
      must(
        read.sections.some(({ steps }) => steps.length > 0),
        'a runbook without a step',
      );
  },
  seeds: [],
});

const templates = target({
  name: 'postmortem-template',
  share: 0.2,
  inputs: documentOf(template, [
    '## A {#a}',
    '## B {#b required}',
    '{#',
    '}',
    'required',
    ...BLOCKS,
    ...FRONT,
  ]),
  read: parseTemplate,
  sense: ({ template: read, problems }, source) => {
    must((read === null) === problems.length > 0, 'neither a template nor a mistake');
    for (const problem of problems) {
      must(
        inside(problem, source),
        `a mistake outside the document: ${problem.code} ${problem.line}:${problem.column}`,
      );
      must(
        templateProblemText(problem, 'ja').length > 5 && templateProblemText(problem, 'en').length > 5,
        'no sentence',
      );
    }
    if (read) {
      const ids = read.sections.map(({ id }) => id);
      must(
        ids.length > 0 && ids.length <= 40 && new Set(ids).size === ids.length,
        'sections that cannot be told apart',
      );
    }
  },
  seeds: [],
});

const TAGS = /^\/?(?:div|pre|code|h[2-6]|p|blockquote|ol|ul|li|hr|br|strong|em|a|t(?:able|head|body|[rhd]))$/;

/** A page of our tags alone, each closed in order, and links that lead to the web, to mail or to our pages. */
const rendered = target({
  name: 'markdown',
  share: 0.2,
  inputs: textOf(BLOCKS, { most: 40 }),
  read: (source) => String(markdown(source)),
  sense: (page) => {
    const open: string[] = [];
    for (const [, name = '', attributes = ''] of page.matchAll(/<([^\s>]*)([^>]*)>/g)) {
      must(TAGS.test(name), `a tag of somebody else: ${name}`);
      must(
        /^(?: (?:class="(?:prose|task|scroll|left|center|right)"|scope="col"|tabindex="0"|dir="auto"|start="\d+"|href="[^"<]*"|rel="noopener noreferrer nofollow"))*$/.test(
          attributes,
        ),
        `attributes of somebody else: ${attributes}`,
      );
      const href = / href="([^"]*)"/.exec(attributes)?.[1];
      must(href === undefined || /^(?:https?:|mailto:|\/(?!\/))/.test(href), `a link to ${href}`);
      if (name.startsWith('/')) must(open.pop() === name.slice(1), `</${name}> closes nothing`);
      else if (name !== 'hr' && name !== 'br') open.push(name);
    }
    must(open.length === 0, `${open.join()} left open`);
  },
  seeds: [],
});

export const documentTargets = [frontMatter, runbooks, templates, rendered];
