import { closeAll, closeView, openView, replaceView, shownView } from './acts/views.ts';
import { elementsIn, entered, isEmpty } from './elements.ts';
import type { SimView } from './model.ts';
import type { Sim } from './sim.ts';
import { checkView } from './view-shape.ts';

/** What came of an act: the app's status (0: no answer within 3 s), and what it answered. */
export interface Outcome {
  readonly status: number;
  readonly response: unknown;
}

export type Submitted = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface SubmitOutcome extends Outcome {
  /** What became of the modal. `missing`: Slack itself asked for more; the app was not told. */
  readonly response_action: 'close' | 'errors' | 'update' | 'push' | 'clear' | 'missing' | 'failed';
  /** By block, where something is to be corrected. */
  readonly errors: Readonly<Record<string, string>>;
}

interface Answer {
  readonly response_action?: string;
  readonly errors?: Record<string, string>;
  readonly view?: unknown;
}

/** Sends a modal to the app and does what it answers. Slack itself insists on inputs that are not optional. */
export async function submitView(
  sim: Sim,
  user: string,
  view: SimView,
  values: Submitted,
  send: (payload: object) => Promise<Outcome>,
): Promise<SubmitOutcome> {
  const state: Record<string, Record<string, object>> = {};
  const missing: Record<string, string> = {};
  for (const found of elementsIn(view.blocks).filter(({ type }) => type !== 'button')) {
    const { blockId, actionId, type, input, optional } = found;
    const value = { type, ...entered(found, values[blockId]?.[actionId]) };
    state[blockId] = { ...state[blockId], [actionId]: value };
    if (input && !optional && isEmpty(value)) missing[blockId] = 'Please complete this required field.';
  }
  if (Object.keys(missing).length > 0)
    return { status: 0, response: null, response_action: 'missing', errors: missing };
  const payload = { type: 'view_submission', view: shownView(view, state), response_urls: [] };
  const outcome = await send(payload);
  if (outcome.status !== 200) return { ...outcome, response_action: 'failed', errors: {} };
  return { ...outcome, ...react(sim, user, view, (outcome.response ?? {}) as Answer) };
}

function react(
  sim: Sim,
  user: string,
  view: SimView,
  answer: Answer,
): Pick<SubmitOutcome, 'response_action' | 'errors'> {
  switch (answer.response_action) {
    case undefined:
      closeView(sim, view);
      return { response_action: 'close', errors: {} };
    case 'clear':
      closeAll(sim, user);
      return { response_action: 'clear', errors: {} };
    case 'update':
      replaceView(sim, view, checkView(answer.view, 'modal'));
      return { response_action: 'update', errors: {} };
    case 'push':
      openView(sim, user, checkView(answer.view, 'modal'), view);
      return { response_action: 'push', errors: {} };
    case 'errors': {
      const errors = answer.errors ?? {};
      // Slack shows an error at its block only; one that is not there would be lost.
      const known = new Set(elementsIn(view.blocks).map(({ blockId }) => blockId));
      const lost = Object.keys(errors).some((block) => !known.has(block)) || Object.keys(errors).length === 0;
      return { response_action: lost ? 'failed' : 'errors', errors };
    }
    default:
      return { response_action: 'failed', errors: {} };
  }
}
