import { TobanError } from '../../../shared/platform/errors.ts';
import type { Current } from '../../../shared/rota/current/model.ts';

/** Whom this answer calls at `now`, by column; null where it calls nobody. */
export function onDuty(current: Current, now: number, column = 'primary'): string | null {
  const spans = current.rota?.columns[column] ?? [];
  return spans.find((span) => span.start <= now && now < span.end)?.people[0] ?? null;
}

export const refused = (reason: string) => new TobanError('refused', 'no', { reason });
export const limited = (retryAfterMs?: number) =>
  new TobanError('rate-limited', 'wait', retryAfterMs === undefined ? {} : { retryAfterMs });
export const down = () => new TobanError('unavailable', 'down', { reason: 'status-503' });
