import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GeminiStandIn, startGeminiStandIn } from '../../../local/gemini/index.ts';
import { createGemini } from '../../../shared/adapters/gemini/index.ts';
import { createBusSetUp } from '../../../shared/adapters/pubsub/index.ts';
import { checkAi } from '../../../shared/doctor/checks/ai.ts';
import { checkBus } from '../../../shared/doctor/checks/bus.ts';
import { doctorText } from '../../../shared/doctor/text.ts';
import { topics } from '../../../shared/ports/bus.ts';
import { parseConfig } from '../../../shared/workspace/index.ts';
import { CONFIG, lookAt, told } from './look.ts';

const P = 'projects/my-project';
/** What Pub/Sub's REST API answers, by path; a number is an error. */
let pubsub: Record<string, object | number>;
const asked: string[] = [];
let server: Server;
let gemini: GeminiStandIn;
beforeAll(async () => {
  gemini = await startGeminiStandIn();
  server = createServer((req, res) => {
    asked.push(`${req.method} ${req.headers.authorization}`);
    const found = pubsub[req.url?.replace(`/v1/${P}/`, '') ?? ''] ?? 404;
    res.statusCode = typeof found === 'number' ? found : 200;
    res.end(JSON.stringify(typeof found === 'number' ? { error: { code: found } } : found));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await gemini.close();
});
beforeEach(() => {
  gemini.answer(null);
  asked.length = 0;
  pubsub = Object.fromEntries(
    ['calls', 'work'].flatMap((lane): [string, object][] => [
      [`topics/${lane}`, { name: `${P}/topics/${lane}` }],
      [`topics/${lane}:testIamPermissions`, { permissions: ['pubsub.topics.publish'] }],
      [`topics/${lane}-dead`, { name: `${P}/topics/${lane}-dead` }],
      [`subscriptions/${lane}-push`, push(lane, { deadLetterTopic: `${P}/topics/${lane}-dead` })],
      [`subscriptions/${lane}-dead-keep`, { topic: `${P}/topics/${lane}-dead` }],
      [`subscriptions/${lane}-dead-push`, push(`${lane}-dead`)],
    ]),
  );
});
const push = (topic: string, deadLetterPolicy?: object) => ({
  topic: `${P}/topics/${topic}`,
  pushConfig: { pushEndpoint: 'https://toban.example/' },
  deadLetterPolicy,
});

const look = (locale: 'ja' | 'en' = 'en') => {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const setUp = createBusSetUp({ projectId: 'my-project', baseUrl, token: async () => 'ya29.x' });
  return checkBus(
    lookAt({
      text: doctorText(locale),
      locale,
      patienceMs: 30_000,
      bus: { setUp, plans: topics, publishes: ['calls', 'work'] },
    }),
  );
};

describe('Pub/Sub', () => {
  test('with all in place is well, and is only asked', async () => {
    expect((await look()).map(({ level, subject }) => [level, subject])).toEqual([
      ['ok', 'calls'],
      ['ok', 'work'],
    ]);
    expect(new Set(asked)).toEqual(new Set(['GET Bearer ya29.x', 'POST Bearer ya29.x']));
    expect(asked.filter((one) => one.startsWith('POST'))).toHaveLength(2);
  });

  test.each([
    [
      'a topic that is gone',
      { 'topics/calls': 404 },
      /^error calls: There is no topic calls\. .*cannot be accepted\. → .*apply/,
    ],
    [
      'a topic that may not be published to',
      { 'topics/work:testIamPermissions': {} },
      /^error work: Whoever looks may not publish to the topic work\. → .*apply/,
    ],
    [
      'a push that is gone',
      { 'subscriptions/calls-push': 404 },
      /^error calls: .*calls-push of the topic calls is not there.*nobody\. → /,
    ],
    [
      'a push whose topic was deleted and made anew',
      { 'subscriptions/work-push': { ...push('x'), topic: '_deleted-topic_' } },
      /^error work: .*work-push.*another topic\. .*nobody\. → /,
    ],
    [
      'a subscription that pushes to nowhere',
      {
        'subscriptions/work-push': {
          topic: `${P}/topics/work`,
          pushConfig: {},
          deadLetterPolicy: { deadLetterTopic: `${P}/topics/work-dead` },
        },
      },
      /^error work: .*work-push pushes to nowhere.* → /,
    ],
    [
      'a push without dead letters',
      { 'subscriptions/calls-push': push('calls') },
      /^error calls: .*does not go to calls-dead.*lost.* → /,
    ],
    [
      'a topic of dead letters that is gone',
      { 'topics/work-dead': 404 },
      /^error work: .*no topic work-dead\. .*are lost\. → /,
    ],
    [
      'dead letters that nobody keeps',
      { 'subscriptions/calls-dead-keep': 404 },
      /^error calls: .*calls-dead-keep of the topic calls-dead.*are lost\. → /,
    ],
    [
      'dead letters that the pages never see',
      { 'subscriptions/calls-dead-push': 404 },
      /^error calls: .*calls-dead-push.* → /,
    ],
  ])('%s is found, with what to do', async (_name, fault, found) => {
    Object.assign(pubsub, fault);
    expect(told(await look())).toContainEqual(expect.stringMatching(found));
    for (const { level, mend, message } of await look('ja'))
      if (level !== 'ok') expect(`${message}${mend}`).toMatch(/[ぁ-ん].*apply/);
  });

  test('where whoever looks may not see it, that is said, and is no fault of what runs', async () => {
    pubsub = Object.fromEntries(Object.keys(pubsub).map((path) => [path, 403]));
    const [found, ...more] = told(await look());
    expect(found).toMatch(/^warning : Whoever looks may not see .* → .*terraform\/doctor\.tf/);
    expect(more).toEqual([]);
  });

  test('where it is down nothing is said about what is there', async () => {
    pubsub['topics/calls'] = 503;
    await expect(look()).rejects.toMatchObject({ code: 'unavailable', reason: 'http-503' });
  });
});

describe('the language model', () => {
  const config = parseConfig(`${CONFIG}ai: { location: asia-northeast1, model: gemini-3.8-flash }\n`);
  const ask = (locale: 'ja' | 'en' = 'en') =>
    checkAi(
      lookAt({
        ...{ config, locale, text: doctorText(locale), patienceMs: 30_000 },
        writer: createGemini({ project: 'my-project', settings: config.ai ?? null, apiUrl: gemini.apiUrl }),
      }),
    );

  test('that would write is well, and writes nothing; without `ai:` nobody is asked', async () => {
    expect(told(await ask())).toEqual(['ok gemini-3.8-flash: gemini-3.8-flash answers (asia-northeast1).']);
    expect(gemini.requests).toEqual([]);
    expect(await checkAi(lookAt({ writer: { reach: () => Promise.reject(new Error('asked')) } }))).toEqual(
      [],
    );
  });

  test.each([
    ['may not be used', 403, /^error .*may not be used.* → Set `ai = true` in terraform\.tfvars/],
    [
      'is not at this place',
      404,
      /^error .*no model gemini-3\.8-flash at asia-northeast1.* → Correct ai\.model or ai\.location/,
    ],
    ['has no quota left', 429, /^warning .*does not answer \(quota\).* → Look again/],
    ['is down', 503, /^warning .*does not answer \(down\).* → Look again/],
  ] as const)('that %s is found, with what to do', async (_what, status, found) => {
    gemini.answer(() => ({ status }));
    expect(told(await ask())).toEqual([expect.stringMatching(found)]);
    const [{ message, mend } = { message: '', mend: '' }] = await ask('ja');
    expect([message, mend].join()).toMatch(/[ぁ-ん].*,.*[ぁ-ん]/);
  });
});
