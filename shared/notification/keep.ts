import type { Store } from '../store/port.ts';
import { OPTIONAL, type Optional, offIn, type Preferences } from './model.ts';

const pathOf = (user: string): string => `preferences/${user}`;

/** What somebody does not want to hear of. */
export const turnedOff = async (store: Store, user: string): Promise<readonly Optional[]> =>
  offIn((await store.get<Preferences>(pathOf(user)))?.data ?? {});

/** Whether somebody wants a direct message of this kind: whoever sends one asks first. */
export const wants = async (store: Store, user: string, what: Optional): Promise<boolean> =>
  !(await turnedOff(store, user)).includes(what);

/** Turns some kinds on or off; the others stay as they are. */
export function setWanted(
  store: Store,
  user: string,
  what: readonly Optional[],
  wanted: boolean,
): Promise<void> {
  return store.transaction(async (tx) => {
    const kept = offIn((await tx.get<Preferences>(pathOf(user)))?.data ?? {});
    const off = OPTIONAL.filter((one) => (what.includes(one) ? !wanted : kept.includes(one)));
    tx.put<Preferences>(pathOf(user), { off });
  });
}
