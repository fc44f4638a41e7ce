import { expect, test } from 'vitest';
import { playDeclare } from './declare.ts';

/** A boundary of a port lies before a call leaves, and after it was done and before anybody has learned of it. */
const everywhere = () => true;
/** Where the administrator acts, only what has to do with the room goes another way. */
const aboutTheRoom = (boundary: string) => /^(?:rooms|admin)\./.test(boundary);

/** A call that becomes one adds what its thread is told, and the bells between the two. */
const aboutTheCall = (boundary: string) => /^(?:edge|bus|slack)\.(?!user)/.test(boundary);

/**
 * A declare is killed at each boundary once. Afterwards there is one incident and one room, everybody came in once, and
 * the checklist says that all is done.
 */
test.each([
  ['the bot makes the room', { restricted: false, fromCall: false }, everywhere],
  ['the administrator has to make it', { restricted: true, fromCall: false }, aboutTheRoom],
  ['from a call for help', { restricted: false, fromCall: true }, aboutTheCall],
])('killed at every boundary: %s', async (_how, scene, kills) => {
  const { passed, broken } = await playDeclare(null, scene);
  expect(broken).toEqual([]);
  const found: string[] = [];
  let killed = 0;
  for (const [kill, boundary] of passed.entries()) {
    if (!kills(boundary)) continue;
    const outcome = await playDeclare(kill, scene);
    expect(outcome.passed).toHaveLength(kill + 1);
    found.push(...outcome.broken.map((what) => `at ${kill} (${boundary}): ${what}`));
    killed += 1;
  }
  expect(found).toEqual([]);
  expect(killed).toBeGreaterThan(20);
});
