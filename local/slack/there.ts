import type { SimChannel, SimMessage, SimUser, SimView } from './model.ts';
import type { Sim } from './sim.ts';

/** Something that a control names is not there; the message is its code. */
export class NotThere extends Error {}

/** Without what was left out. */
export function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function there<T>(thing: T | undefined, code: string): T {
  if (thing === undefined) throw new NotThere(code);
  return thing;
}
export const messageOf = ({ workspace }: Sim, { channel, ts }: { channel: string; ts: string }): SimMessage =>
  there(workspace.find(channel, ts), 'message_not_found');
export const channelOf = ({ workspace }: Sim, id: string): SimChannel =>
  there(workspace.channel(id), 'channel_not_found');
export const userOf = ({ workspace }: Sim, id: string): SimUser =>
  there(workspace.user(id), 'user_not_found');
export const viewOf = ({ workspace }: Sim, { user, viewId }: { user: string; viewId: string }): SimView => {
  const view = there(workspace.get('views', viewId), 'view_not_found');
  if (view.user !== user) throw new NotThere('view_not_found');
  return view;
};
