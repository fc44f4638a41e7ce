import { never } from '../platform/errors.ts';
import type { DutyEvent, DutyWatch } from './model.ts';

const NEW: DutyWatch = {
  version: 0,
  rota: '',
  plan: {},
  until: 0,
  covers: [],
  pending: null,
  begun: {},
  reminded: [],
  problems: [],
  trouble: null,
  mirror: null,
};

/** What has been said, after one more fact. */
export function evolve(before: DutyWatch | null, event: DutyEvent): DutyWatch {
  const state: DutyWatch = { ...(before ?? NEW), version: (before?.version ?? 0) + 1 };
  switch (event.type) {
    case 'watched':
      return {
        ...state,
        rota: event.rota,
        plan: event.plan,
        until: event.until,
        begun: begunBy(state, event),
      };
    case 'covered':
      return { ...state, covers: event.covers };
    case 'news-seen':
      return { ...state, pending: { fingerprint: event.fingerprint, readAt: event.readAt } };
    case 'news-gone':
      return { ...state, pending: null };
    case 'changed':
      return { ...state, plan: event.plan, until: event.until, pending: null };
    case 'shift-began':
      return { ...state, begun: { ...state.begun, [event.column]: event.shift.start } };
    case 'reminded':
      return { ...state, reminded: [...state.reminded, event.key].slice(-100) };
    case 'problems':
      return { ...state, problems: event.keys, pending: null };
    case 'headings':
      return { ...state, headings: event.baseline };
    case 'trouble-began':
      return { ...state, trouble: { code: event.code, since: event.at, told: false } };
    case 'trouble-told':
      return { ...state, trouble: state.trouble && { ...state.trouble, told: true } };
    case 'trouble-over':
      return { ...state, trouble: null };
    case 'mirrored':
      return { ...state, mirror: event.mirror };
    default:
      return never(event);
  }
}

/** At the first look the shift under way is known, not told. */
function begunBy(
  state: DutyWatch,
  { plan, at }: Extract<DutyEvent, { type: 'watched' }>,
): DutyWatch['begun'] {
  const begun = Object.entries(plan).map(([column, shifts]) => {
    const current = shifts.find(({ start, end }) => start <= at && at < end);
    return [column, state.begun[column] ?? current?.start ?? at] as const;
  });
  return Object.fromEntries(begun);
}
