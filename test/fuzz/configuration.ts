import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { isTobanError } from '../../shared/platform/errors.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { must, target } from './fuzz.ts';
import { changed, text, textOf } from './hostile.ts';

const sample = readFileSync(new URL('../../toban.yaml', import.meta.url), 'utf8');
const WORDS = [
  ...[
    'rotas:',
    'routes:',
    '- id: a',
    'workspace:',
    'timezone:',
    'ladder:',
    'x',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    '- ',
    '\n',
    '  ',
    '\t',
  ],
  ...[
    '&a',
    '*a',
    '&a [*a]',
    '<<: *a',
    '!!binary',
    '!!js/function',
    '!<tag:x>',
    '|',
    '>',
    '|2-',
    '%YAML 1.1',
    '---',
    '...',
    '? ',
    '#',
    '{a: &a [1]}',
    '0x',
    '.inf',
    '2026-11-25',
    '[[[[',
    '{{{{',
    '__proto__:',
  ],
];

/** The sample as people spoil it: a value, or a few characters somewhere. */
const spoilt = fc
  .tuple(fc.nat({ max: sample.length }), fc.nat({ max: 40 }), textOf(WORDS, { most: 5 }))
  .map(([at, gone, put]) => sample.slice(0, at) + put + sample.slice(at + gone));

/** A configuration, or `misconfigured` with a place in the file and a sentence for each mistake, one in a line. */
const configuration = target({
  name: 'configuration',
  inputs: fc.oneof(
    changed([parse(sample)]).map((value) => stringify(value ?? null, { aliasDuplicateObjects: false })),
    spoilt,
    textOf(WORDS, { most: 20 }),
    text,
  ),
  read: (source) => {
    try {
      return { config: parseConfig(source, 'toban.yaml') };
    } catch (error) {
      if (!isTobanError(error, 'misconfigured')) throw error;
      return { mistakes: error.message.split('\n') };
    }
  },
  sense: (read, source) => {
    if (read.config)
      return must(read.config.rotas.length > 0 && read.config.routes.length > 0, 'nothing to call by');
    const lines = source.split(/\r\n?|\n/).length;
    for (const mistake of read.mistakes) {
      const [, line, column] = /^toban\.yaml:(\d+):(\d+) \S/.exec(mistake) ?? [];
      must(line !== undefined, `no place, or no sentence: ${mistake}`);
      must(
        Number(line) >= 1 && Number(line) <= lines && Number(column) >= 1,
        `a place outside the file: ${mistake}`,
      );
    }
  },
  seeds: ['<<: *a', '['.repeat(10_000), '- '.repeat(10_000), 'a: &a [*a]', `${sample}"a\\nb": 1\n`],
});

export const configurationTargets = [configuration];
