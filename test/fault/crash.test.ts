import { expect, test } from 'vitest';
import { playScenario, scenarios } from './scenarios.ts';

/**
 * Every `await` of the program lies between two boundaries of its ports: before a call leaves, and after it was done
 * and before anybody has learned of it. At each of them the program dies once.
 */
test.each(scenarios)('killed at every boundary: $name', async (scenario) => {
  const { boundaries, violations } = await playScenario(scenario, null);
  expect(violations).toEqual([]);
  expect(boundaries).toBeGreaterThan(50);
  const broken: string[] = [];
  for (let kill = 0; kill < boundaries; kill += 1) {
    const outcome = await playScenario(scenario, kill);
    expect(outcome.boundaries).toBe(kill + 1);
    broken.push(...outcome.violations.map(({ invariant, detail }) => `at ${kill}: ${invariant}: ${detail}`));
  }
  expect(broken).toEqual([]);
});
