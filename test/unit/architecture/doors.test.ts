import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, sources, withoutComments } from './source.ts';

const DOOR = /^shared\/[a-z-]+\/index\.ts$/;
const NAMED = /(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*'([^']+)'|import\('([^']+)'\)\.(\w+)/g;
/** In `a as b`, and whether a type or not: what it is called on the other side (0), and on this (-1). */
const names = (list: string, side: 0 | -1): readonly string[] =>
  list
    .split(',')
    .map((one) => one.trim().replace(/^type\s+/, ''))
    .filter((one) => one !== '')
    .map((one) => one.split(/\s+as\s+/).at(side) ?? one);

test('a noun’s door hands out only what somebody outside takes', () => {
  const taken = new Set<string>();
  const given: string[] = [];
  for (const path of sources) {
    const text = withoutComments(read(path));
    for (const [, list = '', from, late = '', name = ''] of text.matchAll(NAMED)) {
      const door = join(path, '..', from ?? late);
      if (DOOR.test(path)) given.push(...names(list, -1).map((one) => `${path} ${one}`));
      if (!DOOR.test(door) || path.startsWith(door.slice(0, -'index.ts'.length))) continue;
      for (const one of from ? names(list, 0) : [name]) taken.add(`${door} ${one}`);
    }
  }
  expect(given.length).toBeGreaterThan(500);
  expect(given.filter((one) => !taken.has(one))).toEqual([]);
});
