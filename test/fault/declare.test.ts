import { expect, test } from 'vitest';
import { playDeclare } from './declare.ts';

/** A boundary of a port lies before a call leaves, and after it was done and before anybody has learned of it. */
const everywhere = () => true;
/** Where the administrator acts, only what has to do with the room goes another way. */
const aboutTheRoom = (boundary: string) => /^(?:rooms|admin)\./.test(boundary);

/**
 * A declare is killed at each boundary once. Afterwards there is one incident and one room, everybody came in once, and
 * the checklist says that all is done.
 */
test.each([
  ['the bot makes the room', false, everywhere],
  ['the administrator has to make it', true, aboutTheRoom],
])('killed at every boundary: %s', async (_how, restricted, kills) => {
  const { passed, broken } = await playDeclare(null, restricted);
  expect(broken).toEqual([]);
  const found: string[] = [];
  let killed = 0;
  for (const [kill, boundary] of passed.entries()) {
    if (!kills(boundary)) continue;
    const outcome = await playDeclare(kill, restricted);
    expect(outcome.passed).toHaveLength(kill + 1);
    found.push(...outcome.broken.map((what) => `at ${kill} (${boundary}): ${what}`));
    killed += 1;
  }
  expect(found).toEqual([]);
  expect(killed).toBeGreaterThan(20);
});
