import { decide } from '../../../shared/duty/decide.ts';
import { evolve } from '../../../shared/duty/evolve.ts';
import type {
  Audience,
  DutyDecision,
  DutyWatch,
  Observation,
  SayStep,
  Shift,
} from '../../../shared/duty/model.ts';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
/** Tuesday 10:00 in Tokyo: ono's shift begins. */
export const T0 = Date.parse('2026-11-24T10:00:00+09:00');

export const shift = (person: string | null, from: number, hours: number): Shift => ({
  start: T0 + from * HOUR,
  end: T0 + (from + hours) * HOUR,
  kind: person ? 'people' : 'gap',
  people: person ? [person] : [],
  names: person ? [person] : [],
  cell: `当番表!C${from + 2}`,
  cellUrl: 'https://docs.google.com/x',
  insteadOf: null,
});
export const ONO_THEN_ARAI = [shift('ONO', 0, 24), shift('ARAI', 24, 24)];

export const seen = (
  primary: readonly Shift[],
  now: number,
  more: Partial<Observation> = {},
): Observation => ({
  plan: { primary: primary.filter(({ end }) => end > now) },
  covers: [],
  readAt: now,
  until: now + 48 * HOUR,
  fresh: true,
  problems: [],
  blind: [],
  headings: { under: 'cfg', headings: null, told: false },
  trouble: null,
  ...more,
});

export const to: Audience = {
  rota: 'mobility',
  owners: ['C_OWNERS'],
  channel: 'C_TEAM',
  remindAt: (start) => start - 16 * HOUR,
  // No morning comes, but where a test is about it.
  morningAt: () => T0 - 1_000 * HOUR,
  mirrored: false,
};

/** Feeds looks one after the other and gathers what is said. */
export function watching(first: Observation, at: number, audience: Audience = to) {
  let state: DutyWatch | null = null;
  const look = (observation: Observation, now: number): string[] => {
    const decision: DutyDecision = decide(observation, state, audience, now);
    state = decision.events.reduce<DutyWatch | null>(evolve, state);
    return decision.tasks
      .filter(({ kind }) => kind === 'duty.say')
      .map(({ step }) => `${(step as SayStep).notice.kind}→${(step as SayStep).to}`);
  };
  return { first: look(first, at), look, state: () => state as DutyWatch | null };
}
