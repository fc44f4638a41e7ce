import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client, makeToken } from './api-desk.ts';
import { type Desk, openDesk } from './desk.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: { readonly enum?: readonly string[] };
}
interface Described {
  readonly parameters: readonly Parameter[];
}

let desk: Desk;
let client: Client;
let operations: readonly { readonly path: string; readonly parameters: readonly Parameter[] }[];
beforeAll(async () => {
  desk = await openDesk();
  await desk.system.minute();
  await desk.say('cs', '@Toban 返却できません');
  client = new Client(desk, await makeToken(desk, 'U0SRELEAD'));
  const { paths } = await client.read('/openapi.json');
  const all = Object.entries(paths as Record<string, Record<string, Described>>);
  operations = all.flatMap(([path, { get }]) => (get ? [{ path, parameters: get.parameters }] : []));
});
afterAll(() => desk.close());

/** A cursor in the very form of the store's, with anything in it. */
const forged = fc
  .record({
    values: fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }),
    path: fc.oneof(
      fc.constantFrom('escalations/x', 'incidents/x', 'action-items/x', 'tasks', '../x', 'a/b/tasks/c'),
      fc.string(),
    ),
  })
  .map((position) => Buffer.from(JSON.stringify(position)).toString('base64url'));
const ofTimeline = fc.record({ events: forged, entries: forged }).map((cursor) => JSON.stringify(cursor));
const text = fc.oneof(
  fc.constantFrom(
    '',
    'INC-1',
    'mobility',
    'null',
    '-1',
    '%00',
    '2026-11-24T00:00:00Z',
    '9'.repeat(400),
    '💥',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const anyValue = ({ name, schema }: Parameter): fc.Arbitrary<string> => {
  if (name === 'cursor') return fc.oneof(forged, ofTimeline, text);
  return schema.enum ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...schema.enum) }, text) : text;
};

test('whatever stands in an address, the answer is what was asked for or a problem, never a failure', async () => {
  const request = fc.nat().chain((n) => {
    const { path, parameters } = operations[n % operations.length] ?? { path: '/me', parameters: [] };
    const inPath = parameters.filter((one) => one.in === 'path');
    const inQuery = parameters.filter((one) => one.in === 'query');
    const query = Object.fromEntries(
      inQuery.map((one) => [
        one.name,
        fc.option(anyValue(one), { nil: undefined, freq: one.name === 'cursor' ? 5 : 1 }),
      ]),
    );
    return fc.record({
      path: fc.constant(path),
      pieces: fc.record(Object.fromEntries(inPath.map((one) => [one.name, text]))),
      query: fc.record(query),
    });
  });
  const ask = async ({ path, pieces, query }: { path: string; pieces: object; query: object }) => {
    const given = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][];
    const filled = Object.entries(pieces).reduce(
      (one, [name, value]) => one.replace(`{${name}}`, () => encodeURIComponent(value)),
      path,
    );
    const answer = await client.get(`${filled}?${new URLSearchParams(given)}`);
    const body = await answer.text();
    const type = answer.headers.get('content-type');
    if (answer.status === 200) expect(type).toContain('application/json');
    else {
      expect([400, 404], `${answer.status} ${body}`).toContain(answer.status);
      expect(type).toBe('application/problem+json');
      expect(JSON.parse(body).status).toBe(answer.status);
    }
  };
  await fc.assert(fc.asyncProperty(request, ask), { numRuns: Number(process.env.FUZZ_RUNS ?? 200) });
});
