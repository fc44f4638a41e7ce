import { never, TobanError } from '../platform/errors.ts';
import type { NewTask } from '../tasks/index.ts';
import type { Alert, AlertDecision, AlertEvent, Command } from './model.ts';

/** Changes are gathered for so long, so that a storm edits its card a few times and not a thousand. */
export const GATHER_MS = 5_000;

const NOTHING: AlertDecision = { events: [], tasks: [] };

const task = (id: string, dueAt: number, step: object = {}): NewTask => ({
  id,
  kind: `alert.${id.split('-', 1)[0]}`,
  lane: 'work',
  dueAt,
  step,
  mode: 'arm',
});

export const cardTask = (dueAt: number): NewTask => task('card', dueAt);
const feedTask = (dueAt: number): NewTask => task('feed', dueAt);

/** Pure. Said or pressed twice, nothing more follows. */
export function decide(command: Command, state: Alert | null, now: number): AlertDecision {
  switch (command.type) {
    case 'fire': {
      if (state?.status === 'open') return { events: [], tasks: [cardTask(now + GATHER_MS)] };
      const { id, source, title, service, declareAfter } = command;
      const round = (state?.round ?? 0) + 1;
      const tasks = [cardTask(now)];
      if (declareAfter !== null) tasks.push(task(`declare-${round}`, now + declareAfter, { round }));
      return { events: [{ type: 'opened', at: now, id, source, title, service }], tasks };
    }
    case 'look':
      return state ? { events: [], tasks: [cardTask(now + GATHER_MS)] } : NOTHING;
    case 'count':
      return state ? counted(command.count, state, now) : NOTHING;
    case 'attach': {
      if (!state || state.incident !== null) return NOTHING;
      const { incident, by } = command;
      return { events: [{ type: 'attached', at: now, incident, by }], tasks: [cardTask(now), feedTask(now)] };
    }
    case 'dismiss':
      if (!state || state.status === 'closed' || state.incident !== null || state.dismissed) return NOTHING;
      return { events: [{ type: 'dismissed', at: now, by: command.by }], tasks: [cardTask(now)] };
    default:
      return never(command);
  }
}

function counted(count: Alert['count'], state: Alert, now: number): AlertDecision {
  const events: AlertEvent[] = [];
  if (JSON.stringify(count) !== JSON.stringify(state.count)) events.push({ type: 'counted', at: now, count });
  if (count.open === 0 && state.status === 'open') events.push({ type: 'closed', at: now });
  return { events, tasks: events.length === 0 || state.incident === null ? [] : [feedTask(now)] };
}

export function evolve(before: Alert | null, event: AlertEvent): Alert {
  const version = (before?.version ?? 0) + 1;
  if (event.type === 'opened') {
    const { id, source, title, service, at } = event;
    const fresh = { incident: null, attachedBy: null, dismissed: null, post: null };
    const count = { open: 0, shown: [] };
    const round = (before?.round ?? 0) + 1;
    return {
      version,
      id,
      source,
      title,
      service,
      status: 'open',
      openedAt: at,
      closedAt: null,
      round,
      count,
      ...fresh,
    };
  }
  if (before === null) throw new TobanError('bug', `the first event must be "opened", not "${event.type}"`);
  const state = { ...before, version };
  switch (event.type) {
    case 'counted':
      return { ...state, count: event.count };
    case 'closed':
      return { ...state, status: 'closed', closedAt: event.at };
    case 'attached':
      return { ...state, incident: event.incident, attachedBy: event.by };
    case 'dismissed':
      return { ...state, dismissed: { ...event.by, at: event.at } };
    case 'posted':
      return { ...state, post: { channel: event.channel, ts: event.ts } };
    default:
      return never(event);
  }
}
