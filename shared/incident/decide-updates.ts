import { recordId } from '../platform/ids.ts';
import { type Answer, NOTHING } from './answer.ts';
import type { Command, Incident } from './model.ts';
import { overdueTask, refresh, updateTasks } from './plan.ts';
import type { Settings } from './settings.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** Words to the audiences chosen, each in its own place, with a promise of when the next come. */
export function postUpdate(
  command: Of<'post-update'>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  const id = recordId('upd', state.id, command.cause);
  const update = { ...command.update, id, by: command.by, at: now };
  if (update.nextAt !== null && update.nextAt <= now) return { refused: 'in-the-past' };
  return {
    events: [{ type: 'update-posted', at: now, update }],
    tasks: [
      ...updateTasks(update, state.room, settings, now),
      ...refresh(state, now),
      ...(update.nextAt === null ? [] : [overdueTask(update.nextAt)]),
    ],
  };
}

/** The same messages change; nobody is told anew. */
export function editUpdate(
  command: Of<'edit-update'>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  const { id, known, doing, by } = command;
  const before = state.updates.find((update) => update.id === id);
  if (!before) return { refused: 'update-gone' };
  if (before.known === known && before.doing === doing) return NOTHING;
  const update = { ...before, known, doing };
  return {
    events: [{ type: 'update-edited', at: now, update, by }],
    tasks: [...updateTasks(update, state.room, settings, now), ...refresh(state, now)],
  };
}
