import { checkTime } from './in-time.ts';
import type { People } from './people.ts';
import { type CallRecord, callsOf } from './records.ts';
import { CHANNEL, DUTY, FALLBACK } from './scene.ts';
import { checkShown } from './shown.ts';
import { APP } from './slack.ts';
import type { Report, Violation } from './violation.ts';
import type { World } from './world.ts';

/** Looks at a world that has come to rest. */
export async function findViolations(world: World, people: People): Promise<Violation[]> {
  const found: Violation[] = [];
  const report: Report = (invariant, detail) => void found.push({ invariant, detail });
  const records = await callsOf(world);
  checkNothingLost(world, people, records, report);
  for (const record of records) {
    if (JSON.stringify(record.states.at(-1) ?? null) !== JSON.stringify(record.state))
      report('fold(events) = state', record.path);
    checkTime(world, record, report);
    checkGestures(people, record, report);
  }
  checkMessages(world, records, report);
  checkShown(world, records, report);
  for (const detail of world.tooLate) report('no mention after acknowledgement', detail);
  for (const text of world.bus.dead) report('everything comes to rest', `dead letter ${text.slice(0, 300)}`);
  for (const bug of [...world.bugs, ...world.log.bugs]) report('everything comes to rest', String(bug));
  for (const { tasks } of records) {
    const overdue = tasks.filter(({ dueAt }) => dueAt !== null && dueAt < world.now - 10 * 60_000);
    for (const task of overdue) report('everything comes to rest', `${task.id} waits since ${task.dueAt}`);
  }
  return found;
}

function checkNothingLost(world: World, people: People, records: readonly CallRecord[], report: Report) {
  for (const { ts } of people.calls) {
    const accepted = world.accepted.has(ts);
    if (accepted && !records.some(({ state }) => state.ts === ts || state.threadTs === ts))
      report('no call is lost', `${ts} has no record`);
  }
  for (const { state, path } of records)
    if (state.called.length === 0 && !state.exhausted) report('no call is lost', `${path} called nobody`);
}

/** However often it is delivered, one press of "I have it" takes a call over once. */
function checkGestures({ presses }: People, { id, path, events }: CallRecord, report: Report): void {
  const taken = events.flatMap((event) =>
    event.type === 'acknowledged' && event.how === 'taken' ? [event.user] : [],
  );
  for (const user of new Set(taken)) {
    const times = taken.filter((one) => one === user).length;
    const pressed = presses.filter((press) =>
      [`${user} call_take ${id}`, `${user} call_menu take:${id}`].includes(press),
    ).length;
    if (times > pressed)
      report('a gesture counts once', `${user} took ${path} ${times} times, by ${pressed} presses`);
  }
}

const ALLOWED: ReadonlySet<string> = new Set([...DUTY, ...FALLBACK]);

function checkMessages(world: World, records: readonly CallRecord[], report: Report): void {
  const seen = new Map<string, number>();
  for (const { key, channel, text, blocks, ts } of world.slack.ours()) {
    if (key !== null) seen.set(key, (seen.get(key) ?? 0) + 1);
    const words = `${text} ${JSON.stringify(blocks)}`;
    if (/<!(channel|here|everyone|subteam)/.test(words))
      report('nobody off the ladder', `everybody, in ${ts}`);
    const record = records.find(({ id }) => key?.startsWith(`${id}/`)) ?? null;
    const direct = channel === CHANNEL ? [] : [`U${channel.slice(1)}`];
    const mentioned = [...words.matchAll(/<@(U[A-Z0-9]+)/g)].map((match) => match[1] ?? '');
    for (const user of new Set([...direct, ...mentioned])) {
      if (user === APP || ALLOWED.has(user) || isTheirs(record, user, key)) continue;
      report('nobody off the ladder', `${user} by ${key}`);
    }
  }
  for (const [key, times] of seen)
    if (times > 1) report('at most one message per step', `${key} stands there ${times} times`);
}

/** Who has taken a call is pinged about it; who asked is told where Toban cannot post; who wrote to the app is answered. */
const isTheirs = (record: CallRecord | null, user: string, key: string | null): boolean =>
  record === null
    ? key?.startsWith('hints/') === true
    : record.state.asker === user || record.states.some((state) => state.holder?.user === user);
