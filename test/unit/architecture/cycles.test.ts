import { expect, test } from 'vitest';
import { folderOf } from './dependencies-rules.ts';
import { imports, packageOf } from './source.ts';

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const own = imports.filter(({ to }) => packageOf(to) === null && !to.startsWith('node:'));

function graphOf(pairs: readonly (readonly [string, string])[]): Graph {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    if (from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return graph;
}

/** Each round found, once, as `a → b → a`. */
function cyclesIn(graph: Graph): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (node: string, trail: readonly string[]): void => {
    const start = trail.indexOf(node);
    if (start >= 0) found.push([...trail.slice(start), node].join(' → '));
    if (start >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}

const advice = (cycle: string) => `${cycle}: move what both need into a file beneath them`;

test('a cycle is found, and a diamond is none', () => {
  expect(cyclesIn(graphOf([['a', 'b'], ['b', 'c'], ['c', 'a']]))).toEqual(['a → b → c → a']); // biome-ignore format: one line reads best
  expect(cyclesIn(graphOf([['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd']]))).toEqual([]); // biome-ignore format: one line reads best
});

test('no file imports itself by way of others', () => {
  expect(cyclesIn(graphOf(own.map(({ from, to }) => [from, to] as const))).map(advice)).toEqual([]);
});

test('no noun imports itself by way of others', () => {
  const between = own.map(({ from, to }) => [folderOf(from), folderOf(to)] as const);
  const shared = between.filter(([from, to]) => from.startsWith('shared/') && to.startsWith('shared/'));
  expect(cyclesIn(graphOf(shared)).map(advice)).toEqual([]);
});
