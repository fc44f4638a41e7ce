import { recordId } from '../platform/ids.ts';
import { indexBy } from '../search-index/index.ts';
import { followBy, type Summary } from '../summary/index.ts';
import type { Fold } from '../tasks/index.ts';
import { evolve } from './evolve.ts';
import type { Escalation, EscalationEvent, Status } from './model.ts';
import { announce } from './news.ts';
import { describeCall } from './search.ts';

/** What the figures know of a call for help. */
export interface CountedCall {
  readonly id: string;
  readonly receivedAt: number;
  readonly rota: string;
  readonly status: Status;
  /** When somebody first had it in hand; null: nobody yet, or ever. */
  readonly acknowledgedAt: number | null;
  /** Somebody was called, and did not answer in time. */
  readonly late: boolean;
  /** False where nobody was called on purpose. */
  readonly rang: boolean;
}

type Row = readonly [rota: string, status: Status, after: number | null, late: 0 | 1, rang: 0 | 1];

export function callSummary(state: Escalation): Summary {
  const { team, channel, ts, receivedAt, rota, status, acknowledgedAt, late, told, called } = state;
  const row: Row = [
    rota,
    status,
    acknowledgedAt === null ? null : acknowledgedAt - receivedAt,
    late ? 1 : 0,
    told && called.length === 0 ? 0 : 1,
  ];
  return { id: recordId('esc', team, channel, ts), at: receivedAt, row: JSON.stringify(row) };
}

/** The other way round. */
export function countedCall({ id, at, row }: Summary): CountedCall {
  const [rota, status, after, late, rang] = JSON.parse(row) as Row;
  const acknowledgedAt = after === null ? null : at + after;
  return { id, receivedAt: at, rota, status, acknowledgedAt, late: late === 1, rang: rang === 1 };
}

const count = followBy('call', callSummary);
const index = indexBy('call', describeCall);

/** The fold of the record, the figures and the search that follow it, and what others hear of it. */
export const fold: Fold<Escalation, EscalationEvent> = {
  evolve,
  follow: (before, after, now) => [...count(before, after, now), ...index(before, after)],
  announce,
};
