import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scripts } from '../unit/architecture/typed.ts';
import { makeToken } from './api-desk.ts';
import { type Desk, openDesk } from './desk.ts';

const run = promisify(execFile);
const there = await run('curl', ['--version']).then(
  () => true,
  () => false,
);
if (!there) console.log('NOT RUN: the documents’ curl commands (curl is not on this machine)');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.system.minute();
});
afterAll(() => desk.close());

/** The commands of a document that ask Toban by curl, asked of this desk. */
const asked = (file: string): string[] =>
  [...(scripts.get(file) ?? '').matchAll(/^curl (?:.*\\\n)*.*$/gm)].map(([command]) =>
    command.replaceAll(/http:\/\/127\.0\.0\.1:8080|https:\/\/toban\.example\.com/g, desk.system.url),
  );

const type = async (command: string, env: Record<string, string> = {}): Promise<string> => {
  const script = `curl() { command curl --silent --show-error --fail "$@"; }\n${command}`;
  return (await run('bash', ['-eu', '-c', script], { env: { ...process.env, ...env } })).stdout;
};

test('every document that shows curl is tried here', () => {
  const shown = [...scripts].filter(([, script]) => /^curl /m.test(script)).map(([file]) => file);
  expect(shown).toEqual(['docs/alerts.md', 'docs/api.md']);
});

test.skipIf(!there)('an alert sent as docs/alerts.md says stands in Slack', async () => {
  const [command, ...more] = asked('docs/alerts.md');
  expect(more).toEqual([]);
  await type(command ?? 'false');
  await desk.system.settle();
  const cards = JSON.stringify(desk.slack.workspace.state.messages);
  expect(cards).toContain('返却APIのエラー率');
});

test.skipIf(!there)('who is on duty is answered as docs/api.md says', async () => {
  const token = await makeToken(desk, 'U0SRELEAD');
  const answers = await Promise.all(
    asked('docs/api.md').map((command) => type(command, { TOBAN_TOKEN: token })),
  );
  expect(answers.length).toBeGreaterThan(0);
  for (const answer of answers) expect(JSON.parse(answer)).toBeTypeOf('object');
});
