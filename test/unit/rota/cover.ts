import {
  decideOverride,
  evolveOverride,
  type Override,
  type OverrideCommand,
  type OverrideEvent,
} from '../../../shared/rota/index.ts';

export const HOUR = 3_600_000;
export const now = Date.parse('2026-11-22T12:00:00+09:00');
export const [ono, arai, kato] = [
  { id: 'U1ONO', name: '小野' },
  { id: 'U2ARAI', name: '新井' },
  { id: 'U3KATO', name: '加藤' },
];
export type Propose = Extract<OverrideCommand, { type: 'propose' }>;
export const ask = (more: Partial<Propose> = {}): Propose => ({
  type: 'propose',
  rota: 'r',
  column: 'primary',
  start: now + 6 * HOUR,
  end: now + 10 * HOUR,
  taker: arai,
  givers: [ono],
  inReturn: null,
  asker: ono,
  consent: 'nobody',
  callable: true,
  ...more,
});

/** Plays commands at their times, as a record would; a refusal leaves the state. */
export function play(steps: readonly (readonly [OverrideCommand, number])[]) {
  let state: Override | null = null;
  const events: OverrideEvent[] = [];
  const answers = steps.map(([command, at]) => {
    const decision = decideOverride(command, state, at);
    if (!decision.ok) return decision.why;
    for (const event of decision.events) state = evolveOverride(state, event);
    events.push(...decision.events);
    return decision.events.map(({ type }) => type).join(' ');
  });
  return { state: state as Override | null, events, answers };
}
