import { auditText } from '../audit/index.ts';
import type { Called, EscalationEvent } from '../escalation/index.ts';
import { clockTime, durationText, type Locale, moment } from '../language/index.ts';
import type { StoredEvent } from './model.ts';
import type { CallStory } from './read-call.ts';
import { type LedgerText, ledgerText } from './text.ts';

/** What a line is about; the page gives each its sign. */
export type Mark = 'request' | 'call' | 'sent' | 'person' | 'held' | 'done' | 'trouble' | 'note';

export interface StoryLine {
  readonly at: number;
  readonly mark: Mark;
  readonly text: string;
  readonly facts: readonly string[];
  /** The sheet's cell that decided, or the call before. */
  readonly link: { readonly url: string; readonly label: string } | null;
  /** Ms since the line before, where that is long enough to be seen as a gap. */
  readonly gap: number | null;
}

export interface StoryReader {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  /** Names of people by Slack id; those whom the call itself names need not be here. */
  readonly names: ReadonlyMap<string, string>;
}

const GAP_MS = 2 * 60_000;

type Line = Pick<StoryLine, 'mark' | 'text'> & Partial<Pick<StoryLine, 'facts' | 'link'>>;
interface Scene {
  readonly story: CallStory;
  readonly reader: StoryReader;
  readonly text: LedgerText;
  name(user: unknown): string;
  since(at: number): string;
  time(at: unknown): string;
}
type Teller = (event: StoredEvent, scene: Scene) => Line | null;

const of = (event: StoredEvent, field: string): Readonly<Record<string, unknown>> =>
  (event[field] ?? {}) as Record<string, unknown>;

/** One line for each type of event; null for what no reader needs. */
const tellers = {
  received: (event, { text, name, time, story: { call } }) => ({
    mark: 'request',
    text: text.received(event.asker ? text.san(name(event.asker)) : text.bot),
    link: call.follows && {
      url: `/calls/${call.follows.record.split('/')[1]}`,
      label: text.follows(time(call.follows.doneAt), call.follows.name),
    },
  }),
  told: (_event, { text }) => ({ mark: 'note', text: text.told }),
  called: (event, scene) => calledLine(event.called as Called, of(event, 'next'), scene),
  postponed: (event, { text, time }) => ({ mark: 'note', text: text.postponed(time(of(event, 'next').at)) }),
  posted: (event, { text, story }) => {
    const { kind, call } = of(event, 'post');
    const called = story.call.called[Number(call)];
    return { mark: 'sent', text: kind === 'dm' && called ? text.sentDm(called.name) : text.sentThread };
  },
  acknowledged: (event, { text, since }) => {
    const how = text.hows[event.how as keyof LedgerText['hows']] ?? String(event.how);
    return { mark: 'held', text: text.acknowledged(String(event.name), how, since(event.at)) };
  },
  extended: (event, { text, name, time }) => ({
    mark: 'held',
    text: text.extended(name(event.user), time(event.until)),
  }),
  alive: (event, { text, name }) => ({ mark: 'held', text: text.alive(name(event.user)) }),
  asked: (_event, { text, story }) => ({ mark: 'note', text: text.asked(story.call.holder?.name ?? '') }),
  lapsed: (event, { text, name }) => ({ mark: 'trouble', text: text.lapsed(name(event.user)) }),
  declined: (event, { text, name }) => ({ mark: 'person', text: text.declined(name(event.user)) }),
  handed: (event, { text, name }) => ({ mark: 'person', text: text.handed(name(event.by), name(event.to)) }),
  exhausted: (_event, { text }) => ({ mark: 'trouble', text: text.exhausted }),
  nudged: (event, { text, name }) => ({
    mark: 'person',
    text: text.nudged(event.user ? text.san(name(event.user)) : text.bot),
  }),
  signalled: (event, { text }) => ({
    mark: event.ok ? 'sent' : 'trouble',
    text: text.signalled[event.ok ? 'ok' : 'no'],
  }),
  heard: () => null,
  unreachable: (event, { text }) => ({ mark: 'trouble', text: text.unreachable(String(event.reason)) }),
  'became-incident': (event, { text }) => ({
    mark: 'held',
    text: text.becameIncident(String(of(event, 'incident').label ?? '')),
  }),
  done: (event, { text, name, since }) => ({
    mark: 'done',
    text: text.done(name(event.user), since(event.at)),
  }),
} satisfies Record<string, Teller>;

/** The compiler complains when a type of event has no line. */
type Untold = Exclude<EscalationEvent['type'], keyof typeof tellers>;
const everythingIsTold: [Untold] extends [never] ? true : Untold = true;

/** The whole story of a call in order: its events, what could not be done, and what people did by hand. Pure. */
export function tellStory(story: CallStory, reader: StoryReader): readonly StoryLine[] {
  const text = ledgerText(reader.locale);
  const { locale, zone, now } = reader;
  const known = new Map([
    ...reader.names,
    ...story.call.called.map(({ user, name }) => [user, name] as const),
  ]);
  const scene: Scene = {
    story,
    reader,
    text,
    name: (user) => known.get(String(user)) ?? String(user),
    since: (at) => durationText(at - story.call.receivedAt, locale),
    time: (at) => (typeof at === 'number' ? moment(at, now, zone, locale) : ''),
  };
  const lines = [
    ...story.events.flatMap((event) => fromEvent(event, scene)),
    ...failures(scene),
    ...deeds(scene),
  ];
  lines.sort((a, b) => a.at - b.at);
  return lines.map((line, i) => {
    const before = lines[i - 1];
    const pause = before ? line.at - before.at : 0;
    return { facts: [], link: null, ...line, gap: pause >= GAP_MS ? pause : null };
  });
}

type Timed = Line & { readonly at: number };

function fromEvent(event: StoredEvent, scene: Scene): Timed[] {
  const teller: Teller | undefined = Object.hasOwn(tellers, event.type)
    ? tellers[event.type as keyof typeof tellers]
    : undefined;
  const line = everythingIsTold && teller ? teller(event, scene) : otherLine(event, scene);
  return line ? [{ ...line, at: event.at }] : [];
}

const otherLine: Teller = ({ type }, { text }) => ({ mark: 'note', text: text.other(type) });

function calledLine(called: Called, next: Readonly<Record<string, unknown>>, scene: Scene): Line {
  const { text, time, reader } = scene;
  const { reason, cause } = called;
  const shift = reason.shift && text.shift(time(reason.shift.start), time(reason.shift.end));
  const then =
    typeof next.name === 'string' ? text.nextAt(time(next.at), next.name) : text.lastAt(time(next.at));
  const facts = [
    text.reasons[reason.by],
    reason.insteadOf && text.insteadOf(reason.insteadOf),
    reason.askedBy !== undefined && text.askedBy(reason.askedBy),
    reason.by === 'duty' ? shift : null,
    reason.readAt === null ? null : text.readAt(clockTime(reason.readAt, reader.zone, true)),
    ...reason.trouble,
    typeof next.at === 'number' ? then : null,
  ];
  const link = reason.cell && reason.cellUrl ? { url: reason.cellUrl, label: reason.cell } : null;
  return {
    mark: 'call',
    text: text.called(called.name, text.causes[cause] ?? cause),
    facts: facts.filter((fact): fact is string => Boolean(fact)).slice(0, 6),
    link,
  };
}

function failures({ story, text, reader }: Scene): Timed[] {
  return story.tasks.flatMap(({ kind, lastError, attempts, dueAt }) => {
    if (!lastError) return [];
    const what = text.kinds[kind] ?? kind;
    const again = dueAt === null ? text.outcomes.failed : text.due(clockTime(dueAt, reader.zone, true));
    const why = lastError.reason ?? lastError.code;
    const facts = [text.attempts(attempts), again];
    return [{ at: lastError.at, mark: 'trouble' as const, text: text.taskFailed(what, why), facts }];
  });
}

/** What was done to it by hand: a task tried again, a legal hold. */
function deeds({ story, text, reader }: Scene): Timed[] {
  const kindOf = (target: string) => {
    const kind = story.tasks.find(({ id }) => target.endsWith(`/tasks/${id}`))?.kind ?? '';
    return text.kinds[kind] ?? kind;
  };
  const { actions } = auditText(reader.locale);
  return story.audit.map(({ at, name, target, action }) => ({
    at,
    mark: 'person' as const,
    text:
      action === 'task.replay'
        ? text.replayedBy(name, kindOf(target))
        : `${name}: ${actions[action] ?? action}`,
  }));
}
