import { never } from '../platform/errors.ts';
import type { NewTask } from '../tasks/index.ts';
import {
  type Command,
  type OffWhy,
  type Outcome,
  OVERLAP_MS,
  PATIENCE_MS,
  type Webhook,
  type WebhookDecision,
  type WebhookEvent,
} from './model.ts';

const NOTHING: WebhookDecision = { events: [], tasks: [] };
const only = (event: WebhookEvent, ...tasks: NewTask[]): WebhookDecision => ({ events: [event], tasks });

/** What follows from a command. Pure. `owners`: channels and people who hear that a webhook was switched off. */
export function decide(
  command: Command,
  state: Webhook | null,
  owners: readonly string[],
  now: number,
): WebhookDecision {
  if (command.type === 'make') {
    const { type: _type, ...made } = command;
    return state ? NOTHING : only({ type: 'made', at: now, ...made });
  }
  if (!state || state.deleted) return NOTHING;
  switch (command.type) {
    case 'edit':
      return only({ ...command, type: 'edited', at: now });
    case 'switch': {
      if (command.on === (state.off === null)) return NOTHING;
      const { by } = command;
      return only(
        command.on
          ? { type: 'switched-on', at: now, by }
          : { type: 'switched-off', at: now, why: 'person', by },
      );
    }
    case 'rotate': {
      const oldUntil = now + OVERLAP_MS;
      const forget: NewTask = { ...task('forget', oldUntil, {}), mode: 'arm' };
      return only({ ...command, type: 'rotated', at: now, oldUntil }, forget);
    }
    case 'delete':
      return only({ type: 'deleted', at: now, by: command.by });
    case 'replay': {
      const { from, to, by } = command;
      return { events: [], tasks: [{ ...task('replay', now, { from, to, by }), mode: 'arm' }] };
    }
    case 'note':
      return noted(command.outcome, state, owners, now);
    default:
      return never(command);
  }
}

/** One that is off keeps what is known of it: a try that was under way then says nothing new. */
function noted(outcome: Outcome, state: Webhook, owners: readonly string[], now: number): WebhookDecision {
  const { off, failingSince, createdBy } = state;
  if (off) return NOTHING;
  const give = (why: OffWhy) => {
    const whom = owners.length > 0 ? owners : [createdBy.user];
    const say = whom.map((to) => task('say', now, { to, why, at: now }, `say-${now}-${to}`));
    return only({ type: 'switched-off', at: now, why, by: null }, ...say);
  };
  if (outcome === 'gone') return give('gone');
  if (outcome === 'ok') return failingSince === null ? NOTHING : only({ type: 'recovered', at: now });
  if (failingSince === null) return only({ type: 'failing', at: now });
  return now - failingSince >= PATIENCE_MS ? give('failing') : NOTHING;
}

const task = (kind: string, dueAt: number, step: object, id = kind): NewTask => ({
  id,
  kind: `webhook.${kind}`,
  lane: 'work',
  dueAt,
  step,
});
