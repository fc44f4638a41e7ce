import { APP_USER, type SimMessage } from '../model.ts';
import type { Sim } from '../sim.ts';

/** False when this person had already reacted so. */
export function addReaction(sim: Sim, user: string, message: SimMessage, name: string): boolean {
  if (message.reactions.some((one) => one.name === name && one.user === user)) return false;
  message.reactions.push({ name, user });
  tell(sim, 'reaction_added', user, message, name);
  return true;
}

/** False when there was none of this person. */
export function removeReaction(sim: Sim, user: string, message: SimMessage, name: string): boolean {
  const at = message.reactions.findIndex((one) => one.name === name && one.user === user);
  if (at < 0) return false;
  message.reactions.splice(at, 1);
  tell(sim, 'reaction_removed', user, message, name);
  return true;
}

function tell(sim: Sim, type: string, user: string, message: SimMessage, reaction: string): void {
  const { channel, ts, user: author } = message;
  sim.workspace.save('messages', message);
  if (!sim.workspace.isMember(channel, APP_USER)) return;
  const item = { type: 'message', channel, ts };
  sim.events.emit({ type, user, reaction, item, item_user: author, event_ts: sim.workspace.ts() });
}
