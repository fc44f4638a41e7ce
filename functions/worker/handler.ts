import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseEnvelope } from '../../shared/adapters/pubsub/envelope.ts';
import type { Signal } from '../../shared/alert/index.ts';
import { isTobanError, never, TobanError } from '../../shared/platform/errors.ts';
import type { Log } from '../../shared/platform/log.ts';
import { traceOf, withTrace } from '../../shared/platform/trace.ts';
import type { Bus } from '../../shared/ports/bus.ts';
import type { Lane, Runner, Swept } from '../../shared/tasks/index.ts';
import { type Answer, send } from '../http/answer.ts';
import { readBody } from '../http/body.ts';
import type { Dispatch } from './dispatch.ts';
import { BusMessage } from './message.ts';

export interface WorkerParts {
  readonly lane: Lane;
  readonly dispatch: Dispatch;
  readonly runner: Runner;
  /** What each tick does before it runs what is due. Never rejects for one rota's sake. */
  readonly eachMinute: (lane: Lane, signal: AbortSignal) => Promise<void>;
  /** A spreadsheet was edited; the records whose tasks should now run. */
  readonly sheetEdited: (spreadsheet: string, signal: AbortSignal) => Promise<readonly string[]>;
  /** What Cloud Monitoring publishes in its own words; null for anything else. */
  readonly readAlert: (message: unknown) => Signal | null;
  /** Alerts came in; the records whose tasks should now run. */
  readonly alerted: (signals: readonly Signal[]) => Promise<readonly string[]>;
  /** Resolves when what the work began on the side is written: nothing runs after the answer. */
  readonly settled: () => Promise<void>;
  readonly keepDeadLetter: (body: Buffer) => Promise<void>;
  readonly bus: Bus;
  readonly log: Log;
  /** Proves that the bus or the scheduler is calling. Rejects with `unauthorized`. */
  readonly verifyCaller: (authorization: string | undefined) => Promise<void>;
}

/** Below the 60 s after which the bus delivers again. */
const BUDGET_MS = 50_000;
/** What is due besides the message at hand gets this much of a request. */
const SWEEP_MS = 10_000;
/** While Slack stays away, the tick goes on trying; a bell rung on and on would end among the dead letters. */
const PROMPT_BELLS = 8;
const BODY_LIMIT = 11 * 1_048_576;

/** One lane's private service: `POST /` takes a push, `POST /tick` runs what is due, `POST /dead-letters` keeps what was given up. Never rejects. */
export function createWorker(
  parts: WorkerParts,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return (req, res) => withTrace(traceOf(req.headers.traceparent), () => respond(parts, req, res));
}

async function respond(parts: WorkerParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    const answered = await answer(parts, req);
    await parts.settled();
    send(res, answered);
  } catch (error) {
    const code = isTobanError(error) ? error.code : 'bug';
    const reason = error instanceof Error ? error.message : String(error);
    parts.log.error('work-failed', { code, reason }, error);
    // Anything but 2xx rings the bell again: only a decided refusal may end it.
    send(res, { status: code === 'unauthorized' ? 401 : 500, text: code });
  }
}

async function answer(parts: WorkerParts, req: IncomingMessage): Promise<Answer> {
  const path = (req.url ?? '/').split('?', 1)[0];
  if (path === '/health' && req.method === 'GET') return { status: 200, text: 'ok' };
  if (req.method !== 'POST') return { status: 405, text: 'method-not-allowed' };
  await parts.verifyCaller(req.headers.authorization);
  const signal = AbortSignal.timeout(BUDGET_MS);
  if (path === '/tick') {
    await eachMinute(parts, signal);
    const { records, lateMs } = await sweep(parts, signal);
    // Counted by Cloud Monitoring: how long the oldest work had to wait.
    parts.log.info('tick', { lane: parts.lane, records: records.length, lateMs });
    return { status: 200, json: { records: records.length } };
  }
  const body = await readBody(req, BODY_LIMIT);
  if (body === null) throw new TobanError('bad-input', 'the message is too large');
  if (path === '/dead-letters') {
    await parts.keepDeadLetter(body);
    return { status: 204 };
  }
  const { message, deliveryAttempt, attributes } = parseEnvelope(body);
  // The push is a request of its own: what it is about began where the message was published.
  return withTrace(traceOf(attributes.traceparent), () => take(parts, message, deliveryAttempt, signal));
}

function take(
  parts: WorkerParts,
  message: unknown,
  deliveryAttempt: number | null,
  signal: AbortSignal,
): Promise<Answer> {
  const ours = BusMessage.safeParse(message);
  const again = (deliveryAttempt ?? 1) < PROMPT_BELLS;
  if (ours.success) return work(parts, ours.data, again, signal);
  const alert = parts.readAlert(message);
  if (!alert) throw new TobanError('unavailable', 'the message is of a kind that this version does not know');
  return work(parts, { kind: 'alerts', signals: [alert] }, again, signal);
}

async function work(
  parts: WorkerParts,
  message: BusMessage,
  again: boolean,
  signal: AbortSignal,
): Promise<Answer> {
  const { lane, runner } = parts;
  const records = await recordsOf(parts, message, signal);
  if (records.length === 0) return { status: 204 };
  // What a message has just made due in the other lane is told at once, and so is whatever this lane makes due there.
  const rung = message.kind === 'slack' ? records.map((record) => ring(parts, record)) : [];
  const retries = await Promise.all(
    records.map((record) => runner.runRecord(record, lane, signal, () => ring(parts, record))),
  );
  await Promise.all(rung);
  await sweep(parts, AbortSignal.any([signal, AbortSignal.timeout(SWEEP_MS)]));
  // Something for people could not be done just now: a prompt second bell beats the minute's tick.
  return again && retries.includes(true) ? { status: 503, text: 'try-again' } : { status: 204 };
}

function recordsOf(parts: WorkerParts, message: BusMessage, signal: AbortSignal): Promise<readonly string[]> {
  switch (message.kind) {
    case 'bell':
      return Promise.resolve([message.record]);
    case 'sheet':
      return parts.sheetEdited(message.spreadsheet, signal);
    case 'alerts':
      return parts.alerted(message.signals);
    case 'slack':
      return parts.dispatch(message.inbound, signal);
    default:
      return never(message);
  }
}

/** Runs what is due in this lane; what that left for the other lane gets its bell. */
async function sweep(parts: WorkerParts, signal: AbortSignal): Promise<Swept> {
  const swept = await parts.runner.runDue(parts.lane, signal);
  if (parts.lane === 'calls') await Promise.all(swept.records.map((record) => ring(parts, record)));
  return swept;
}

/** What comes back regularly must never stand before what is due now. */
async function eachMinute({ eachMinute: begin, lane, log }: WorkerParts, signal: AbortSignal): Promise<void> {
  try {
    await begin(lane, signal);
  } catch (error) {
    log.error('minute-not-begun', { reason: error instanceof Error ? error.message : String(error) }, error);
  }
}

/** The other lane's bell. A bell that cannot be rung is not lost work: the tick finds the task. */
async function ring({ bus, lane, log }: WorkerParts, record: string): Promise<void> {
  try {
    await bus.publish(lane === 'calls' ? 'work' : 'calls', { kind: 'bell', record });
  } catch (error) {
    log.warn('bell-not-rung', { record, code: isTobanError(error) ? error.code : 'bug' });
  }
}
