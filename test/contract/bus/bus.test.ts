import { afterAll, describe, expect, it } from 'vitest';
import { createBusSetUp, createPushVerifier, setUpEmulator } from '../../../shared/adapters/pubsub/index.ts';
import { startPubsubEmulator } from '../../emulators.ts';
import {
  AUDIENCE,
  type BusSide,
  type Capability,
  dispatcherSide,
  EMAIL,
  emulatorSide,
  type OpenSide,
} from './harness.ts';

const LACKS: Readonly<Record<Capability, string>> = {
  token: 'it sends no OIDC token',
  'delivery-attempt': 'it does not count deliveries in the envelope',
  exact: 'it may deliver once more than it must',
};

const emulator = await startPubsubEmulator();
const sides: BusSide[] = [dispatcherSide];
if ('missing' in emulator) console.log(`NOT RUN: Pub/Sub emulator (${emulator.missing})`);
else sides.push(emulatorSide(emulator.host, 'client'), emulatorSide(emulator.host, 'rest'));
afterAll(async () => {
  if ('stop' in emulator) await emulator.stop();
});

describe.skipIf('missing' in emulator)('how Pub/Sub is set up', () => {
  it('is read as Google says it, and what is not there is not there', { timeout: 30_000 }, async () => {
    const emulatorHost = 'host' in emulator ? emulator.host : '';
    const projectId = `demo-${crypto.randomUUID().slice(0, 13)}`;
    await setUpEmulator({ projectId, emulatorHost, pushUrl: () => 'http://127.0.0.1:9' });
    const setUp = createBusSetUp({ projectId, baseUrl: `http://${emulatorHost}`, token: async () => null });
    const signal = AbortSignal.timeout(20_000);
    expect(await setUp.subscription('calls-push', signal)).toEqual({
      topic: 'calls',
      pushEndpoint: 'http://127.0.0.1:9',
      deadLetterTopic: 'calls-dead',
    });
    expect(await setUp.subscription('calls-dead-keep', signal)).toEqual({
      topic: 'calls-dead',
      pushEndpoint: null,
      deadLetterTopic: null,
    });
    expect([await setUp.hasTopic('calls', signal), await setUp.hasTopic('nowhere', signal)]).toEqual([
      true,
      false,
    ]);
    expect(await setUp.subscription('nowhere', signal)).toBeNull();
  });
});

for (const side of sides) {
  for (const [capability, lack] of Object.entries(LACKS)) {
    if (!side.can.has(capability as Capability)) console.log(`${side.name}: ${lack}; not held to it`);
  }
  // On the emulator each test has a project of its own and mostly waits; the local part takes no time.
  const group = side === dispatcherSide ? describe : describe.concurrent;
  group(side.name, () => promises(side));
}

function promises(side: BusSide): void {
  const within = (work: (open: OpenSide) => Promise<void>) => async () => {
    const open = await side.open();
    try {
      await work(open);
    } finally {
      await open.close();
    }
  };

  it(
    'a message published is pushed as JSON in the envelope of Pub/Sub, to the address of its topic',
    within(async ({ bus, receiver, until }) => {
      const message = { kind: 'bell', record: 'escalations/esc_1', text: '鍵が開かない 🛴 ~?>' };
      await bus.publish('work', message);
      expect(await until(() => receiver.received.length > 0)).toBe(true);
      const [first] = receiver.received;
      expect(first).toMatchObject({ topic: 'work', message });
      const data = Buffer.from(JSON.stringify(message)).toString('base64');
      const id = first?.messageId;
      const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      const inner = {
        data,
        messageId: id,
        message_id: id,
        publishTime: time,
        publish_time: time,
        attributes: {},
      };
      expect(first?.body).toEqual({
        subscription: expect.stringMatching(/^projects\/.+\/subscriptions\/work-push$/),
        message: inner,
        ...(side.can.has('delivery-attempt') && { deliveryAttempt: 1 }),
      });
    }),
  );

  it(
    'what is acknowledged does not come again, and every message has an id of its own',
    within(async ({ bus, receiver, until }) => {
      for (let n = 0; n < 20; n += 1) await bus.publish('calls', { n });
      const ids = () => new Set(receiver.received.map(({ messageId }) => messageId)).size;
      expect(await until(() => ids() === 20)).toBe(true);
      if (side.can.has('exact')) expect(receiver.received).toHaveLength(20);
    }),
  );

  it(
    'a refusal is delivered again, later and later, as the same message',
    within(async ({ bus, receiver, until }) => {
      receiver.answer = (_, nth) => (nth < 4 ? 500 : 204);
      await bus.publish('calls', { n: 1 });
      expect(await until(() => receiver.received.length === 4)).toBe(true);
      const times = receiver.received.map(({ at }) => at);
      const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
      expect(new Set(receiver.received.map(({ messageId }) => messageId)).size).toBe(1);
      expect(gaps[0]).toBeGreaterThanOrEqual(side.plan.minBackoffSeconds * 990);
      expect(gaps[1]).toBeGreaterThan((gaps[0] ?? 0) * 1.3);
      for (const gap of gaps) expect(gap).toBeLessThan(side.plan.maxBackoffSeconds * 1000 + 1500);
      const counted = receiver.received.map(({ deliveryAttempt }) => deliveryAttempt);
      expect(counted).toEqual(side.can.has('delivery-attempt') ? [1, 2, 3, 4] : [null, null, null, null]);
    }),
  );

  it(
    'a receiver that does not answer within the ack deadline gets it again',
    within(async ({ bus, receiver, until }) => {
      receiver.answer = (_, nth) => (nth === 1 ? 'hang' : 200);
      await bus.publish('calls', { n: 1 });
      expect(await until(() => receiver.received.length === 2)).toBe(true);
      expect(receiver.received[1]?.messageId).toBe(receiver.received[0]?.messageId);
    }),
  );

  it(
    'one message that fails does not hold up the others',
    within(async ({ bus, receiver, until }) => {
      receiver.answer = ({ message }) => (JSON.stringify(message) === '{"n":0}' ? 503 : 204);
      for (let n = 0; n < 5; n += 1) await bus.publish('calls', { n });
      const others = () => new Set(receiver.received.map(({ message }) => JSON.stringify(message))).size;
      expect(await until(() => others() === 5)).toBe(true);
    }),
  );

  it(
    'after its last attempt a message lies in the dead letter topic and says where it came from',
    within(async ({ bus, receiver, until, dead }) => {
      receiver.answer = () => 500;
      const attempts = side.plan.maxDeliveryAttempts;
      await bus.publish('calls', { n: 1 });
      expect(await until(() => receiver.received.length >= attempts)).toBe(true);
      let letters: Awaited<ReturnType<typeof dead>> = [];
      for (let tries = 0; tries < 40 && letters.length === 0; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, tries === 0 ? 0 : 250));
        letters = await dead('calls');
      }
      expect(letters).toEqual([
        {
          message: { n: 1 },
          attributes: expect.objectContaining({
            CloudPubSubDeadLetterSourceSubscription: 'calls-push',
            CloudPubSubDeadLetterSourceSubscriptionProject: expect.any(String),
            CloudPubSubDeadLetterSourceDeliveryCount: expect.stringMatching(/^\d+$/),
            CloudPubSubDeadLetterSourceTopicPublishTime: expect.stringMatching(/^\d{4}-/),
          }),
        },
      ]);
      if (side.can.has('exact')) expect(receiver.received).toHaveLength(attempts);
    }),
  );

  it.runIf(side.can.has('token'))(
    'every push proves who sends it, with a token that the verifier accepts',
    within(async ({ bus, receiver, until }) => {
      await bus.publish('calls', { n: 1 });
      await until(() => receiver.received.length === 1);
      const keys = 'keys' in bus ? (bus.keys as Parameters<typeof createPushVerifier>[0]['keys']) : null;
      if (!keys) throw new Error('this side has no keys');
      const verify = createPushVerifier({ audience: AUDIENCE, email: EMAIL, keys });
      await expect(verify(receiver.received[0]?.authorization)).resolves.toBeUndefined();
    }),
  );
}
