import { recordId } from '../platform/ids.ts';
import type { Ruled } from './rules.ts';
import type { Signal } from './signal.ts';

/** One card for a kind of alert and a service, whichever of its keys fire. */
export const alertId = (signal: Signal, { rule, service }: Ruled): string =>
  recordId('alt', signal.source, signal.group ?? '', String(rule), service ?? '');

export const alertPath = (id: string): string => `alerts/${id}`;

export const memberPath = (alert: string, signal: Signal): string =>
  `${alert}/members/${recordId('alm', signal.source, signal.key)}`;
