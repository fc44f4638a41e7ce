import type { Store } from '../store/port.ts';

/** What a person does not want to hear of; kept at `preferences/<user>`. */
interface Preferences {
  readonly handoverMuted?: boolean;
  readonly remindersMuted?: boolean;
}

const pathOf = (user: string): string => `preferences/${user}`;

async function isMuted(store: Store, user: string, what: keyof Preferences): Promise<boolean> {
  return (await store.get<Preferences>(pathOf(user)))?.data[what] ?? false;
}

/** The others stay as they are. */
const mute = (store: Store, user: string, what: Preferences): Promise<void> =>
  store.transaction(async (tx) => {
    const kept = (await tx.get<Preferences>(pathOf(user)))?.data;
    tx.put<Preferences>(pathOf(user), { ...kept, ...what });
  });

/** True for somebody who does not want direct messages about shifts that begin, end or come. */
export const handoverMuted = (store: Store, user: string): Promise<boolean> =>
  isMuted(store, user, 'handoverMuted');
export const muteHandover = (store: Store, user: string, muted: boolean): Promise<void> =>
  mute(store, user, { handoverMuted: muted });

/** True for somebody who does not want the weekly direct message about their action items. */
export const remindersMuted = (store: Store, user: string): Promise<boolean> =>
  isMuted(store, user, 'remindersMuted');
export const muteReminders = (store: Store, user: string, muted: boolean): Promise<void> =>
  mute(store, user, { remindersMuted: muted });
