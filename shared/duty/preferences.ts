import type { Store } from '../store/port.ts';

/** What a person wants to hear of; kept at `preferences/<user>`. */
interface Preferences {
  readonly handoverMuted: boolean;
}

const pathOf = (user: string): string => `preferences/${user}`;

/** True for somebody who does not want direct messages about shifts that begin, end or come. */
export async function handoverMuted(store: Store, user: string): Promise<boolean> {
  return (await store.get<Preferences>(pathOf(user)))?.data.handoverMuted ?? false;
}

export async function muteHandover(store: Store, user: string, muted: boolean): Promise<void> {
  await store.put<Preferences>(pathOf(user), { handoverMuted: muted });
}
