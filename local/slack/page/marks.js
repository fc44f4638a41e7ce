/** Storage that a private window may refuse; the page then forgets on reload. */
function kept(storage, prefix) {
  const memory = new Map();
  return {
    get(key) {
      try {
        return memory.get(key) ?? storage().getItem(prefix + key) ?? '';
      } catch {
        return memory.get(key) ?? '';
      }
    },
    set(key, value) {
      memory.set(key, value);
      try {
        if (value === '') storage().removeItem(prefix + key);
        else storage().setItem(prefix + key, value);
      } catch {
        // Full or forbidden: memory has it.
      }
    },
  };
}

/** Of this tab alone: two tabs are two people. */
export const drafts = kept(() => sessionStorage, 'toban.draft.');
export const tab = kept(() => sessionStorage, 'toban.tab.');
const read = kept(() => localStorage, 'toban.read.');

/** Until which message (`ts`) somebody has read a channel; a mark from a clock that has been set back counts nothing. */
export function readUntil(state, user, channel) {
  const mark = Number(read.get(`${user}.${channel}`)) || 0;
  return mark > state.now / 1_000 + 60 ? 0 : mark;
}

export function markRead(state, user, channel) {
  const last = Math.max(
    0,
    ...state.messages.filter((one) => one.channel === channel).map(({ ts }) => Number(ts)),
  );
  if (last > readUntil(state, user, channel)) read.set(`${user}.${channel}`, String(last));
}

/** What rang for somebody and has not been looked at, oldest first. */
export const unseen = (state, user) =>
  state.notifications.filter(
    (one) => one.user === user && Number(one.ts) > readUntil(state, user, one.channel),
  );

export const hasNews = (state, user, channel) =>
  state.messages.some(
    (one) =>
      one.channel === channel &&
      one.user !== user &&
      (!one.onlyFor || one.onlyFor === user) &&
      Number(one.ts) > readUntil(state, user, channel),
  );
