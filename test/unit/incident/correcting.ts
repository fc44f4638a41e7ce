import type { Incident } from '../../../shared/incident/model.ts';
import type { Correctable } from '../../../shared/incident/parts.ts';
import { cause, MINUTE, ONO, type Scenario, T0 } from './builders.ts';

export const NOW = T0 + 100 * MINUTE;

/** Another value for everything that can be corrected: whoever adds a field adds one here, or nothing compiles. */
export const OTHER: Correctable = {
  title: '貸出できない',
  description: '決済の不具合',
  service: null,
  started: T0 - 30 * MINUTE,
  detected: T0 - 20 * MINUTE,
  acknowledged: T0 - 15 * MINUTE,
  identified: T0 + MINUTE,
  mitigated: T0 + 5 * MINUTE,
  resolved: T0 + 6 * MINUTE,
  inquiries: 80,
  vehicles: { count: 900, share: null },
  users: { count: 90_000, share: 0.9 },
  duties: ['personal-data'],
  severities: [
    { at: T0, severity: 'SEV2' },
    { at: T0 + MINUTE, severity: 'SEV1' },
  ],
};

export const correct = (
  one: Scenario,
  set: Partial<Correctable>,
  { reason = '記録から', seen = null as number | null, by = ONO, now = NOW } = {},
) => one.give({ type: 'correct', set, seen, reason, by, cause: cause() }, now);
export const stateOf = (one: Scenario) => one.state as Incident;
