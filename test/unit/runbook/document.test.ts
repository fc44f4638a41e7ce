import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { looksLikeDirective, readDirective } from '../../../shared/runbook/directive.ts';
import { lintRunbook } from '../../../shared/runbook/lint.ts';
import { namesOf } from '../../../shared/runbook/names.ts';
import { parseRunbook } from '../../../shared/runbook/parse.ts';
import { targetTakes } from '../../../shared/runbook/targets.ts';
import { parseConfig } from '../../../shared/workspace/index.ts';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(`${root}/docs/runbooks.md`, 'utf8');
const rows = (heading: string): string[] => {
  const prose = page.replace(/^```[\s\S]*?^```/gm, '');
  const part = prose.split(/^## /m).find((one) => one.startsWith(heading)) ?? '';
  return [...part.matchAll(/^\|([^|]+)\|([^|]+)\|/gm)].map(([, first = '', second = '']) =>
    heading === 'Writing one' ? second : first,
  );
};
const spans = (row: string): string[] => [...row.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);

test('the runbook in the documentation can be played as it stands there', () => {
  const source = /^```markdown\n([\s\S]*?)^```/m.exec(page)?.[1] ?? '';
  const { runbook, problems } = parseRunbook(source);
  expect(problems).toEqual([]);
  const config = parseConfig(readFileSync(`${root}/toban.yaml`, 'utf8'));
  expect(runbook && lintRunbook(runbook, namesOf(config, []))).toEqual([]);
});

test('each step that the documentation shows is understood', () => {
  const examples = rows('Writing one').flatMap(spans).filter(looksLikeDirective);
  expect(examples.length).toBeGreaterThan(14);
  for (const example of examples) expect(readDirective(example), example).toHaveProperty('act');
});

test('each target that the documentation names is one', () => {
  const targets = rows('Where answers go')
    .flatMap(spans)
    .filter((one) => !one.startsWith('.'));
  expect(targets.length).toBeGreaterThan(9);
  for (const target of targets) expect(targetTakes(target), target).not.toBeNull();
});
