import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BusinessClock } from '../../../local/clock.ts';
import { type Dispatcher, type DispatcherOptions, openDispatcher } from '../../../local/dispatcher/index.ts';
import { createPubsubBus, setUpEmulator } from '../../../shared/adapters/pubsub/index.ts';
import { createRestPublisher } from '../../../shared/adapters/pubsub/rest-publisher.ts';
import { systemClock } from '../../../shared/platform/clock.ts';
import type { Bus, Topic, TopicPlan } from '../../../shared/ports/bus.ts';
import { type Receiver, startReceiver } from './receiver.ts';

/** What a side can do beyond the promises common to all; what it lacks is printed. */
export type Capability = 'token' | 'delivery-attempt' | 'exact';

export interface OpenSide {
  readonly bus: Bus;
  readonly receiver: Receiver;
  /** Lets time pass, as the side understands it, until `done`; false when it does not come. */
  until(done: () => boolean): Promise<boolean>;
  /** Messages given up, as they lie in the dead letter topic. */
  dead(topic: Topic): Promise<readonly { message: unknown; attributes: Readonly<Record<string, string>> }[]>;
  close(): Promise<void>;
}

export interface BusSide {
  readonly name: string;
  readonly can: ReadonlySet<Capability>;
  readonly plan: TopicPlan;
  open(): Promise<OpenSide>;
}

export const AUDIENCE = 'https://worker.example/push';
export const EMAIL = 'pusher@demo.example';

const basePlan = { minBackoffSeconds: 1, maxBackoffSeconds: 4, maxDeliveryAttempts: 5 };
const plansOf = (plan: TopicPlan): Record<Topic, TopicPlan> => ({
  calls: plan,
  work: { ...plan, subscription: 'work-push' },
});

export const localPlan: TopicPlan = { ...basePlan, subscription: 'calls-push', ackDeadlineSeconds: 1 };

/** A dispatcher on a clock of its own that only the test moves. */
export async function openLocal(options: Partial<DispatcherOptions> = {}, startAt = systemClock.now()) {
  const folder = mkdtempSync(join(tmpdir(), 'toban-bus-'));
  const clock = new BusinessClock({ now: () => startAt });
  const receiver = await startReceiver(() => clock.now());
  const pushUrls = { calls: receiver.url('calls'), work: receiver.url('work') };
  const fixed = { file: join(folder, 'bus.sqlite'), clock, pushUrls, audience: AUDIENCE, email: EMAIL };
  const reopen = (changes: Partial<DispatcherOptions> = {}) =>
    openDispatcher({ ...fixed, plans: plansOf(localPlan), ...options, ...changes });
  const dispatcher = await reopen();
  const close = async () => {
    await receiver.close();
    rmSync(folder, { recursive: true });
  };
  return { dispatcher, clock, receiver, reopen, close, file: fixed.file };
}

/** Moves the clock from one due instant to the next, as `npm start` does when it is told to. */
export async function pass(
  dispatcher: Dispatcher,
  clock: BusinessClock,
  done: () => boolean,
): Promise<boolean> {
  for (let step = 0; step < 1000; step += 1) {
    await dispatcher.runDue();
    if (done()) return true;
    const next = dispatcher.nextDue();
    if (next === null) return false;
    clock.moveTo(next);
  }
  return false;
}

export const dispatcherSide: BusSide = {
  name: 'dispatcher',
  can: new Set<Capability>(['token', 'delivery-attempt', 'exact']),
  plan: localPlan,
  async open() {
    const { dispatcher, clock, receiver, close } = await openLocal();
    return {
      bus: dispatcher,
      receiver,
      until: (done) => pass(dispatcher, clock, done),
      dead: async (topic) =>
        dispatcher.dead(topic).map(({ data, attributes }) => ({ message: decode(data), attributes })),
      async close() {
        await dispatcher.close();
        await close();
      },
    };
  },
};

/** `through`: which of our publishers puts the messages in. */
export function emulatorSide(emulatorHost: string, through: 'client' | 'rest'): BusSide {
  const plan: TopicPlan = { ...basePlan, subscription: 'calls-push', ackDeadlineSeconds: 10 };
  return {
    name: `Pub/Sub emulator, ${through} publisher`,
    can: new Set<Capability>(),
    plan,
    async open() {
      const projectId = `demo-${crypto.randomUUID().slice(0, 13)}`;
      const receiver = await startReceiver(() => systemClock.now());
      const setUp = { projectId, emulatorHost, pushUrl: receiver.url, plans: plansOf(plan) };
      await setUpEmulator(setUp);
      // Every start of the system does it again.
      await setUpEmulator(setUp);
      const client = createPubsubBus({ projectId, emulatorHost });
      const baseUrl = `http://${emulatorHost}`;
      const rest = createRestPublisher({ projectId, baseUrl, token: async () => null, timeoutMs: 2000 });
      return {
        bus: through === 'client' ? client : rest,
        receiver,
        async until(done) {
          for (const end = performance.now() + 45_000; performance.now() < end; await pause(50))
            if (done()) return true;
          return false;
        },
        dead: (topic) => pulled(`${baseUrl}/v1/projects/${projectId}/subscriptions/${topic}-dead-keep`),
        async close() {
          await client.close();
          await receiver.close();
        },
      };
    },
  };
}

interface Pulled {
  receivedMessages?: { message: { data: string; attributes?: Record<string, string> } }[];
}

async function pulled(subscription: string) {
  const body = JSON.stringify({ maxMessages: 10, returnImmediately: true });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${subscription}:pull`, { method: 'POST', headers, body });
  const { receivedMessages = [] } = (await response.json()) as Pulled;
  return receivedMessages.map(({ message }) => ({
    message: decode(message.data),
    attributes: message.attributes ?? {},
  }));
}

const decode = (data: string): unknown => JSON.parse(Buffer.from(data, 'base64').toString());
