import type { Person } from '../../incident/index.ts';
import { type Answer, NOTHING } from '../answer.ts';
import type { Postmortem } from '../model.ts';

/** Asked for twice, it is written once. Pure. */
export function askForDoc({ by }: { readonly by: Person }, state: Postmortem, now: number): Answer {
  if (state.doc?.standing === 'asked') return NOTHING;
  // One for each press: how often an earlier one was tried is no reason to wait now.
  const id = `doc-${state.version}`;
  const task = { id, kind: 'postmortem.doc', lane: 'work', dueAt: now, step: {}, mode: 'create' } as const;
  return { events: [{ type: 'doc-asked', at: now, by }], tasks: [task] };
}
