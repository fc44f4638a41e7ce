import { isTobanError } from '../../platform/errors.ts';
import type { Topic } from '../../ports/bus.ts';
import type { BusSetUp, SubscriptionSetUp } from '../../ports/bus-set-up.ts';
import type { Look } from '../context.ts';
import { type Finding, finding, type Said } from '../finding.ts';

type Text = Look['text']['google'];

/**
 * Whether what rings the workers is there: each lane's topic, its push, its dead letters, and the right to publish of
 * whoever looks.
 */
export async function checkBus({ bus, text, patienceMs }: Look): Promise<Finding[]> {
  if (!bus) return [];
  const signal = AbortSignal.timeout(patienceMs);
  const { setUp, publishes, plans } = bus;
  const lanes = Object.keys(plans) as Topic[];
  try {
    const found = await Promise.all(
      lanes.map((lane) =>
        checkLane(
          setUp,
          { lane, push: plans[lane].subscription, publishes: publishes.includes(lane) },
          text.google,
          signal,
        ),
      ),
    );
    return found.flat();
  } catch (error) {
    if (!isTobanError(error, 'refused')) throw error;
    return error.reason === 'api-disabled'
      ? [finding('bus', 'error', '', text.google.busOff())]
      : [finding('bus', 'warning', '', text.google.busClosed())];
  }
}

interface Lane {
  readonly lane: Topic;
  /** Its subscription. */
  readonly push: string;
  readonly publishes: boolean;
}

async function checkLane(
  setUp: BusSetUp,
  { lane, push, publishes }: Lane,
  text: Text,
  signal: AbortSignal,
): Promise<Finding[]> {
  const dead = `${lane}-dead`;
  const [there, deadThere, may, pushing, keep, letters] = await Promise.all([
    setUp.hasTopic(lane, signal),
    setUp.hasTopic(dead, signal),
    publishes ? setUp.mayPublish(lane, signal) : true,
    setUp.subscription(push, signal),
    setUp.subscription(`${dead}-keep`, signal),
    setUp.subscription(`${dead}-push`, signal),
  ]);
  const wrong: (Said | null)[] = [
    there ? null : text.topicMissing(lane),
    there && !may ? text.mayNotPublish(lane) : null,
    subscribed(push, pushing, lane, text) ?? (pushing?.pushEndpoint ? null : text.notPushed(push)),
    pushing && pushing.deadLetterTopic !== dead ? text.noDeadLetters(push, dead) : null,
    deadThere ? null : text.topicMissing(dead),
    subscribed(`${dead}-keep`, keep, dead, text),
    subscribed(`${dead}-push`, letters, dead, text) ??
      (letters?.pushEndpoint ? null : text.notPushed(`${dead}-push`)),
  ];
  const found = wrong.filter((one) => one !== null).map((said) => finding('bus', 'error', lane, said));
  return found.length > 0 ? found : [finding('bus', 'ok', lane, text.busWell(lane))];
}

const subscribed = (name: string, found: SubscriptionSetUp | null, topic: string, text: Text): Said | null =>
  found?.topic === topic ? null : text.subscriptionMissing(name, topic);
