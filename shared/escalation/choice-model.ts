import type { EventBase, RecordState } from '../tasks/index.ts';
import type { Request } from './open-call.ts';

/** A direct message of which it is not clear whom it calls, or whether it calls: its writer is asked by buttons. */
export interface Choice extends RecordState {
  readonly request: Request & { readonly asker: string };
  /** Which of several is called; else whether anybody is. */
  readonly which: boolean;
  readonly ts: string | null;
  /** Path of the call that came of it. */
  readonly call: string | null;
}
export type ChoiceEvent = EventBase &
  (
    | ({ readonly type: 'asked' } & Pick<Choice, 'request' | 'which'>)
    | { readonly type: 'posted'; readonly ts: string }
    | { readonly type: 'chosen'; readonly call: string }
  );

export function evolve(state: Choice | null, event: ChoiceEvent): Choice {
  if (event.type === 'asked') {
    const { request, which } = event;
    return { version: 1, request, which, ts: null, call: null };
  }
  if (state === null) throw new Error('the first event must be "asked"');
  const version = state.version + 1;
  return event.type === 'posted'
    ? { ...state, version, ts: event.ts }
    : { ...state, version, call: event.call };
}
