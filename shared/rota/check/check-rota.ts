import type { Problem, Rota } from '../model.ts';
import { type Membership, reportAbsent } from './accounts.ts';
import { type Headings, reportHeaders } from './headers.ts';

export interface CheckInput {
  /** As it was just read; its own problems come with it. */
  readonly rota: Rota;
  /** What the headers are expected to be; null where nothing is known of them. */
  readonly before: Headings | null;
  /** The channels of the routes that use the rota; none where Slack was not asked. */
  readonly memberships: readonly Membership[];
  /** Epoch ms. */
  readonly now: number;
}

/** Everything people should look at in a rota, problems before notices, the nearest first. */
export function checkRota({ rota, before, memberships, now }: CheckInput): readonly Problem[] {
  const all = [
    ...rota.problems,
    ...(before ? reportHeaders(before, rota) : []),
    ...reportAbsent(rota, memberships, now),
  ];
  const due = ({ from }: Problem): number => Math.max(from ?? now, now);
  return all.toSorted((a, b) => order(a) - order(b) || due(a) - due(b));
}

const order = ({ severity }: Problem): number => (severity === 'problem' ? 0 : 1);
