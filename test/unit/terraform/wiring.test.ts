import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attribute, type Block, blocks, resources } from './hcl.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);
const module = (name: string): Block => {
  const found = blocks.find(({ kind, labels }) => kind === 'module' && labels[0] === name);
  if (!found) throw new Error(`no module ${name}`);
  return found;
};

/** Field of `Env` → the names it is read from. */
const config = read('shared/platform/config.ts');
const environment = new Map([
  ['port', ['PORT']],
  ...[...config.matchAll(/^ {4}(\w+): ([\s\S]*?),\n(?= {4}\w+:| {2}\})/gm)].map(
    ([, field = '', value = '']): [string, string[]] => [field, namesIn(value, /\bread\('(\w+)'\)/g)],
  ),
] as [string, string[]][]);

/** Set by Cloud Run, or only where a part is swapped for another one on a laptop. */
const OTHERS =
  /^(PORT|K_REVISION|TOBAN_DATA|(SLACK|SHEETS|DRIVE|GEMINI)_API_URL|(FIRESTORE|PUBSUB)_EMULATOR_HOST)$/;

const secretReaders = (service: string): string[] => {
  const [, list = ''] =
    new RegExp(`^ {4}${service} += \\[([^\\]]*)\\]$`, 'm').exec(read('terraform/secrets.tf')) ?? [];
  return namesIn(list, /"(\w+)"/g);
};
/** What functions-framework itself takes, and what stands there for all that has a load balancer before it. */
const OF_THE_FRAMEWORK = 'FUNCTION_TARGET';

test.each([
  ['ingress', 'ingress', ['ingress']],
  ['worker', 'worker', ['calls', 'work']],
  ['web', 'web', ['web']],
] as const)('%s is given each environment name that it reads, and no other', (folder, block, services) => {
  const reads = namesIn(read(`functions/${folder}/index.ts`), /\benv\.(\w+)/g).flatMap(
    (field) => environment.get(field) ?? [`env.${field}, which is none`],
  );
  const needed = new Set(reads.filter((name) => !OTHERS.test(name)));
  const { body } = module(block);
  const plain = namesIn(body, /\b([A-Z][A-Z0-9]*_[A-Z0-9_]+) += /g).filter(
    (name) => name !== OF_THE_FRAMEWORK,
  );
  const balancer = body.includes('local.balancer') ? ['TOBAN_BALANCER'] : [];
  for (const service of services) {
    expect(secretReaders(service).length, service).toBeGreaterThan(0);
    expect(new Set([...secretReaders(service), ...plain, ...balancer]), service).toEqual(needed);
  }
});

test('each service that expects a tick gets one each minute, and no other', () => {
  const expecting = ['ingress', 'worker', 'web'].filter((folder) =>
    /path === '\/tick'/.test(read(`functions/${folder}/handler.ts`)),
  );
  expect(expecting).toEqual(['ingress', 'worker']);
  const [, ticked = ''] = /^ {2}ticked = (.+)$/m.exec(read('terraform/schedule.tf')) ?? [];
  expect(ticked).toBe(
    'merge({ ingress = module.ingress.url }, { for lane in keys(local.lanes) : lane => module.worker[lane].url })',
  );
  const [tick, ...more] = resources.filter(({ labels: [type] }) => type === 'google_cloud_scheduler_job');
  if (!tick) throw new Error('no schedule');
  expect(more).toEqual([]);
  expect(attribute(tick, 'for_each')).toBe('local.ticked');
  expect(attribute(tick, 'schedule')).toBe('"* * * * *"');
  expect(attribute(tick, 'uri')).toMatch(/^"\$\{each\.value\}\/tick"$/);
});

test('each lane has its topic, its push and its dead letters by the table that is written from the code', () => {
  const ofLanes = resources.filter(({ labels: [type = ''] }) =>
    /^google_pubsub_(topic|subscription)$/.test(type),
  );
  const tables = ofLanes.map((block) => [block.labels.join('.'), attribute(block, 'for_each')]);
  expect(tables).toEqual(
    expect.arrayContaining([
      ['google_pubsub_topic.lane', 'local.lanes'],
      ['google_pubsub_subscription.push', 'local.lanes'],
      ['google_pubsub_topic.dead', 'local.lanes'],
      ['google_pubsub_subscription.dead_keep', 'local.lanes'],
      ['google_pubsub_subscription.dead_push', 'local.lanes'],
    ]),
  );
  // The one besides: the team's own alerts, which no code publishes to.
  const others = tables.filter(([, table]) => table !== 'local.lanes').map(([name]) => name);
  expect(others).toEqual(['google_pubsub_topic.alerts', 'google_pubsub_subscription.alerts']);
});

test('every index that a query needs is made from the table that is written from the code', () => {
  const [composite, override] = ['google_firestore_index', 'google_firestore_field'].map((kind) =>
    resources.find(({ labels: [type] }) => type === kind),
  );
  expect(composite && attribute(composite, 'for_each')).toBe('local.composite_indexes');
  expect(override && attribute(override, 'for_each')).toBe('local.field_overrides');
  const text = read('terraform/firestore.tf');
  expect(text).toMatch(/for index in local\.queries\.indexes :/);
  expect(text).toMatch(/for override in local\.queries\.fieldOverrides :/);
});
