import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bodyOf,
  type Described,
  HOSTILE,
  type Operation,
  type Parameter,
  type Schema,
  words,
} from './api-arbitrary.ts';
import { Client, makeToken, problemOf } from './api-desk.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 200);
const SCOPES = ['incidents:write', 'actions:write', 'postmortems:write', 'runbooks:write', 'export'];
const RUNBOOK = `---
id: returns
title: ${HOSTILE}
language: ja
---
## 事実 {#facts}

1. 何台ですか。 \`ask number as vehicles into impact.vehicles\`
2. 何が起きましたか。 \`ask text as what into timeline\`
3. 記録を読み返す
`;

let desk: Desk;
let full: Client;
let clients: readonly Client[];
let operations: readonly Operation[];
let named: Readonly<Record<string, Schema>>;
/** What is there, by the name of the piece of a path that may hold it. */
let there: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  desk = await openDesk();
  await desk.system.minute();
  await desk.say('cs', '@Toban 返却できません');
  full = new Client(desk, await makeToken(desk, 'U0SRELEAD', { scope: SCOPES }));
  const reader = new Client(desk, await makeToken(desk, 'U0SRELEAD'));
  const strangers = [null, 'toban_x', `toban_${'A'.repeat(43)}`, 'e30.e30.e30'];
  // Each token has so many requests a minute.
  const made = Array.from({ length: RUNS / 300 }, () => makeToken(desk, 'U0SRELEAD', { scope: SCOPES }));
  const more = (await Promise.all(made)).map((token) => new Client(desk, token));
  clients = [
    ...Array.from({ length: 5 }, () => full),
    ...more.flatMap((one) => [one, one, one]),
    reader,
    ...strangers.map((token) => new Client(desk, token)),
  ];
  const { paths, components } = await full.read('/openapi.json');
  named = components.schemas;
  const all = Object.entries(paths as Record<string, Record<string, Described>>);
  operations = all.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ ...one, path, method: method.toUpperCase() })),
  );
  const incident = await full.post('/incidents', { title: HOSTILE }, { 'idempotency-key': '1' }, 201);
  const secret = await full.post(
    '/incidents',
    { title: '秘密', private: true },
    { 'idempotency-key': '2' },
    201,
  );
  expect((await full.write('PUT', '/runbooks/returns.ja', { source: RUNBOOK })).status).toBe(200);
  // Several: what stops one leaves the others to be answered.
  const start = () => full.post(`/incidents/${incident.id}/runs`, { runbook: 'returns' }, {}, 201);
  const runs = [await start(), await start(), await start()];
  const item = await full.post('/action-items', { title: HOSTILE }, {}, 201);
  const postmortem = await full.post(`/incidents/${incident.id}/postmortem`, {}, {}, 201);
  const [call] = (await full.read('/calls')).items;
  there = {
    incident: [incident.id, secret.id, 'INC-1'],
    run: runs.map(({ id }) => id),
    step: ['vehicles', 'what', 'facts.3'],
    item: [item.id],
    postmortem: [postmortem.id, incident.id],
    section: postmortem.sections.map(({ id }: { id: string }) => id),
    runbook: ['returns.ja', 'new.en'],
    rota: ['mobility'],
    call: [call.id],
  };
});
afterAll(() => desk.close());

/** A cursor in the very form of the store's, with anything in it. */
const forged = fc
  .record({
    values: fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }),
    path: fc.oneof(
      fc.constantFrom(
        'escalations/x',
        'incidents/x',
        'action-items/x',
        'audit/x',
        'tasks',
        '../x',
        'a/b/tasks/c',
      ),
      fc.string(),
    ),
  })
  .map((position) => Buffer.from(JSON.stringify(position)).toString('base64url'));
const ofTimeline = fc.record({ events: forged, entries: forged }).map((cursor) => JSON.stringify(cursor));
const text = fc.oneof(
  fc.constantFrom(
    '',
    'INC-1',
    'INC-999',
    '-1',
    '%00',
    '..',
    '2026-11-24T00:00:00Z',
    '2026-W47',
    '9'.repeat(400),
  ),
  words.map((one) => one.toWellFormed()),
);

const inQuery = ({ name, schema }: Parameter): fc.Arbitrary<string> => {
  if (name === 'cursor') return fc.oneof(forged, ofTimeline, text);
  return schema.enum ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...schema.enum) }, text) : text;
};
const inPath = ({ name }: Parameter): fc.Arbitrary<string> => {
  const known = there[name] ?? [];
  return known.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, text) : text;
};
const inHeader = ({ name }: Parameter): fc.Arbitrary<string> =>
  name === 'If-Match'
    ? fc.constantFrom('*', '*', '"0"', '"1"', '"1.overdue"', 'W/"2"', 'nonsense', '"a", "b"')
    : fc.oneof(fc.constantFrom('a', 'b', 'with space', 'x'.repeat(201)), fc.uuid());

const filled = (
  one: Operation,
  place: Parameter['in'],
  value: (parameter: Parameter) => fc.Arbitrary<string>,
) =>
  fc.record(
    Object.fromEntries(
      one.parameters
        .filter((parameter) => parameter.in === place)
        .map((parameter) => [
          parameter.name,
          place === 'path' ? value(parameter) : fc.option(value(parameter), { nil: undefined, freq: 4 }),
        ]),
    ),
  ) as fc.Arbitrary<Record<string, string | undefined>>;

const requestTo = (one: Operation) => {
  const schema = one.requestBody?.content['application/json']?.schema;
  return fc.record({
    one: fc.constant(one),
    client: fc.constantFrom(...clients.keys()),
    pieces: filled(one, 'path', inPath),
    query: filled(one, 'query', inQuery),
    headers: filled(one, 'header', inHeader),
    body: schema ? bodyOf(schema, named) : fc.constant(undefined),
    type: fc.oneof(
      { weight: 9, arbitrary: fc.constant('application/json') },
      fc.constantFrom('text/plain', 'json'),
    ),
  });
};

type Request = typeof requestTo extends (one: Operation) => fc.Arbitrary<infer R> ? R : never;

const given = (values: Record<string, string | undefined>) =>
  Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);

test('whatever is asked or sent, the answer is what the document promises or a problem, never a failure', async () => {
  const ask = async (request: Request) => {
    const { one, client, pieces, query, headers, body, type } = request;
    const path = given(pieces).reduce(
      (so, [name, value]) => so.replace(`{${name}}`, () => encodeURIComponent(value)),
      one.path,
    );
    const answer = await (clients[client] as Client).send(`${path}?${new URLSearchParams(given(query))}`, {
      method: one.method,
      headers: [
        ...given(headers),
        ...(body === undefined ? [] : [['content-type', type] as [string, string]]),
      ],
      ...(body !== undefined && { body }),
    });
    const said = await answer.text();
    if (answer.ok) {
      const types = Object.keys(one.responses[answer.status]?.content ?? {});
      expect(types.join() || 'nothing', one.operationId).toBe(answer.headers.get('content-type'));
      return;
    }
    expect(Object.keys(one.responses), `${one.operationId} ${answer.status} ${said}`).toContain(
      String(answer.status),
    );
    expect(answer.status, said).toBeLessThan(500);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(said)).toMatchObject({ status: answer.status, title: expect.any(String) });
  };
  // Each operation in turn, so that none is left out however few the runs.
  const numRuns = Math.ceil(RUNS / operations.length);
  for (const one of operations) await fc.assert(fc.asyncProperty(requestTo(one), ask), { numRuns });
});

test('what programs wrote is shown as words, and of what is private a stranger finds nothing', async () => {
  const lead = new Browser(desk.system.url);
  await lead.signIn('U0SRELEAD');
  const { incident = [], item = [], postmortem = [], run = [] } = there;
  const pages = [
    '/incidents',
    `/incidents/${incident[0]}`,
    '/actions',
    `/actions/${item[0]}`,
    `/postmortems/${postmortem[0]}`,
    `/runs/${run[0]}`,
    '/runbooks/returns.ja',
    '/settings/tokens',
    '/api',
  ];
  for (const page of pages) {
    const shown = await lead.page(page);
    expect(shown, page).not.toContain('<img src=x');
    expect(shown, page).not.toContain('<script>alert');
  }
  const outside = new Client(desk, await makeToken(desk, 'U0OWNER', { scope: SCOPES }));
  const secret = incident[1] ?? '';
  for (const one of operations.filter(({ path }) => path.startsWith('/incidents/{incident}'))) {
    const ask = (id: string) => {
      const path = one.path.replace('{incident}', id);
      if (one.method === 'GET') return outside.get(path);
      const headers = { 'if-match': '*', 'content-type': 'application/json' };
      const sample = fc.sample(bodyOf(one.requestBody?.content['application/json']?.schema ?? {}, named), {
        numRuns: 1,
        seed: 7,
      });
      return outside.send(path, { method: one.method, headers, body: sample[0] ?? '{}' });
    };
    const [there, nowhere] = [await ask(secret), await ask('inc_00000000000000000000000000000000')];
    // The very same answer, whatever is wrong with the rest: it tells nothing.
    expect(there.status, one.operationId).toBe(nowhere.status);
    expect(await there.text()).toBe(await nowhere.text());
  }
  await problemOf(await outside.get(`/incidents/${secret}`), 404);
});
