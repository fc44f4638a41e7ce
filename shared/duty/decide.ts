import type { NewTask } from '../tasks/index.ts';
import { changesBetween } from './changes.ts';
import { coveredPlan } from './covered.ts';
import { evolve } from './evolve.ts';
import { headingEvents } from './headings.ts';
import type {
  Audience,
  DutyDecision,
  DutyEvent,
  DutyWatch,
  Notice,
  Observation,
  Part,
  SayStep,
} from './model.ts';
import { decideMorning } from './morning.ts';
import { begunBefore, decideTurns } from './turns.ts';

/** The sheet must be out of reach this long before its owners hear of it. */
const TROUBLE_MS = 5 * 60_000;
/** What was seen once is looked at again after this long. */
const SECOND_LOOK_MS = 20_000;
/** The plan kept is renewed when it looks less far ahead than this. */
const RENEW_MS = 24 * 3_600_000;
const PROBLEMS_TOLD = 10;
const DAY_MS = 24 * 3_600_000;

/**
 * What follows from one look at a rota. Pure. News from the sheet are told only when a second look finds the same
 * (people edit in steps); the turn of a shift is told at once, and once, however the sheet is edited around it.
 */
export function decide(seen: Observation, state: DutyWatch | null, to: Audience, now: number): DutyDecision {
  const { plan, until } = seen;
  const covered = [...coverEvents(seen, state, now), ...headingEvents(seen, state, now)];
  if (state === null) {
    if (!seen.fresh) return { events: [], tasks: [] };
    const told = seen.problems;
    const first: DutyEvent = { type: 'watched', at: now, rota: to.rota, plan, until };
    const events = [first, ...covered, ...begunBefore(seen, now), ...problemEvents(told, [], now)];
    return decisionOf(null, events, problemNotices(told, to), to, now);
  }
  const trouble = decideTrouble(seen, state, to, now);
  const news = seen.fresh ? decideNews(seen, state, to, now) : null;
  if (news?.wait)
    return decisionOf(state, [...trouble.events, ...news.events, ...covered], trouble.says, to, now);
  const current = seen.fresh ? plan : state.plan;
  const turns = decideTurns(current, seen.covers, state, to, now);
  const morning = decideMorning(current, seen, state, to, now);
  const renewed: DutyEvent[] =
    seen.fresh && state.until - now < RENEW_MS && !news?.events.some(({ type }) => type === 'changed')
      ? [{ type: 'watched', at: now, rota: to.rota, plan, until }]
      : [];
  return decisionOf(
    state,
    [...trouble.events, ...(news?.events ?? []), ...renewed, ...covered, ...turns.events, ...morning.events],
    [...trouble.says, ...(news?.says ?? []), ...turns.says, ...morning.says],
    to,
    now,
  );
}

function coverEvents({ covers }: Observation, state: DutyWatch | null, now: number): DutyEvent[] {
  const same = JSON.stringify(covers) === JSON.stringify(state?.covers ?? []);
  return same ? [] : [{ type: 'covered', at: now, covers }];
}

function decideNews(
  seen: Observation,
  state: DutyWatch,
  to: Audience,
  now: number,
): Part & { readonly wait: boolean } {
  // An edit beneath a cover changes nobody's duty.
  const [before, after] = [state.plan, seen.plan].map((plan) => coveredPlan(plan, seen.covers));
  const changes = changesBetween(before ?? {}, after ?? {}, now, Math.min(state.until, seen.until));
  const fresh = seen.problems.filter(({ key }) => !state.problems.includes(key));
  const kept = state.problems.filter((key) => seen.blind.some((code) => key.startsWith(`${code}\n`)));
  const all = [...seen.problems, ...kept.map((key) => ({ key }))];
  const gone = state.problems.some((key) => !all.some((problem) => problem.key === key));
  if (changes.length === 0 && fresh.length === 0) {
    const events: DutyEvent[] = gone ? problemEvents(all, [], now) : [];
    if (state.pending !== null && !gone) events.push({ type: 'news-gone', at: now });
    return { events, says: [], wait: false };
  }
  const fingerprint = fingerprintOf(changes, fresh);
  const { pending } = state;
  if (pending?.fingerprint !== fingerprint)
    return {
      events: [{ type: 'news-seen', at: now, fingerprint, readAt: seen.readAt }],
      says: [],
      wait: true,
    };
  if (seen.readAt <= pending.readAt) return { events: [], says: [], wait: true };
  const events: DutyEvent[] = [];
  if (changes.length > 0)
    events.push({ type: 'changed', at: now, changes, plan: seen.plan, until: seen.until });
  if (fresh.length > 0 || gone) events.push(...problemEvents(all, fresh, now));
  const says = changes.flatMap((change) => {
    const people = new Set([...change.before.people, ...change.after.people, ...to.owners]);
    const notice: Notice = { kind: 'changed', change, now: change.start <= now };
    return [...people].map((person) => ({ to: person, notice }));
  });
  return { events, says: [...says, ...problemNotices(fresh, to)], wait: false };
}

/** Times move with the clock, so a change is known by what it changes and where it ends. */
const fingerprintOf = (changes: ReturnType<typeof changesBetween>, fresh: Observation['problems']): string =>
  JSON.stringify([
    changes.map(({ column, end, before, after }) => [column, end, before.people, after.people, after.cell]),
    fresh.map(({ key }) => key),
  ]).slice(0, 5_000);

type Keyed = readonly { readonly key: string }[];

function problemEvents(all: Keyed, told: Keyed, now: number): DutyEvent[] {
  const keys = all.map(({ key }) => key).slice(0, 500);
  return [{ type: 'problems', at: now, keys, told: told.map(({ key }) => key).slice(0, 500) }];
}

function problemNotices(problems: Observation['problems'], to: Audience): SayStep[] {
  if (problems.length === 0) return [];
  const more = Math.max(0, problems.length - PROBLEMS_TOLD);
  const notice: Notice = { kind: 'problems', problems: problems.slice(0, PROBLEMS_TOLD), more };
  return to.owners.map((owner) => ({ to: owner, notice }));
}

function decideTrouble({ trouble }: Observation, state: DutyWatch, to: Audience, now: number): Part {
  const known = state.trouble;
  const tell = (notice: Notice) => to.owners.map((owner): SayStep => ({ to: owner, notice }));
  if (!trouble) {
    if (!known) return { events: [], says: [] };
    return {
      events: [{ type: 'trouble-over', at: now }],
      says: known.told ? tell({ kind: 'trouble-over' }) : [],
    };
  }
  if (!known || known.code !== trouble.code)
    return { events: [{ type: 'trouble-began', at: now, code: trouble.code }], says: [] };
  if (known.told || now - known.since < TROUBLE_MS) return { events: [], says: [] };
  const { ja, en } = trouble;
  return { events: [{ type: 'trouble-told', at: now }], says: tell({ kind: 'trouble', ja, en }) };
}

/** Tasks are named by the version of the record that caused them, so that one cause never says a thing twice. */
function decisionOf(
  state: DutyWatch | null,
  events: readonly DutyEvent[],
  says: readonly SayStep[],
  to: Audience,
  now: number,
): DutyDecision {
  const after = events.reduce<DutyWatch | null>(evolve, state);
  const version = after?.version ?? 0;
  const tasks = sayTasks(says, version, now);
  if (after && events.length > 0) tasks.push(lookTask(nextLook(after, to, now)));
  const turned = events.some(({ type }) => ['watched', 'changed', 'covered', 'shift-began'].includes(type));
  return { events, tasks: turned && to.mirrored ? [...tasks, mirrorTask(now)] : tasks };
}

/** Named by the version of the record that caused them. */
export function sayTasks(says: readonly SayStep[], version: number, now: number): NewTask[] {
  return says.map((step, i) => ({
    id: `say-${version}-${i}`,
    kind: 'duty.say',
    lane: 'work',
    dueAt: now,
    step,
  }));
}

/** One task for many causes: the group is made to show who is on duty now. */
export const mirrorTask = (now: number): NewTask => ({
  id: 'mirror',
  kind: 'duty.mirror',
  lane: 'work',
  dueAt: now,
  step: {},
  mode: 'arm',
});

/** The next moment at which a look is needed although nobody edits: a turn, a reminder, news to be seen again. */
export function nextLook(state: DutyWatch, to: Audience, now: number): number {
  const starts = Object.values(coveredPlan(state.plan, state.covers)).flatMap((shifts) =>
    shifts.map(({ start }) => start),
  );
  const moments = [
    ...starts,
    ...starts.map((start) => to.remindAt(start) ?? start),
    ...(state.pending === null ? [] : [now + SECOND_LOOK_MS]),
    ...(state.trouble && !state.trouble.told ? [state.trouble.since + TROUBLE_MS] : []),
    state.until - RENEW_MS + 1,
    to.morningAt(now),
    to.morningAt(now + DAY_MS),
  ];
  return Math.min(now + RENEW_MS, ...moments.filter((moment) => moment > now));
}

export const lookTask = (dueAt: number): NewTask => ({
  id: 'look',
  kind: 'duty.look',
  lane: 'work',
  dueAt,
  step: {},
  mode: 'arm',
});
