import { el } from './dom.js';

export const APP = 'U0TOBAN';
export const dmOf = (user) => `D${user.slice(1)}`;
export const isDm = (channel) => channel.startsWith('D');

export const userOf = (state, id) => state.users.find((user) => user.id === id);
export const nameOf = (state, id) => userOf(state, id)?.realName ?? id;
export const isGuest = (user) => user?.kind === 'guest' || user?.kind === 'single-channel-guest';

/** Humans who can sign in. */
export const humans = (state) =>
  state.users.filter(({ kind, deactivated }) => kind !== 'bot' && !deactivated);

/** One sign: the family name's in Japanese, the given name's otherwise. */
const initial = (name) => [...name.trim()][0]?.toUpperCase() ?? '?';
const hue = (id) => [...id].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 360, 7);

export function avatar(user, size = '') {
  const name = user?.realName ?? '?';
  if (user?.id === APP) return el('span', { class: `avatar app ${size}`, aria: { hidden: 'true' } }, '当');
  const node = el('span', { class: `avatar ${size}`, aria: { hidden: 'true' } }, initial(name));
  node.style.setProperty('--hue', hue(user?.id ?? name));
  return node;
}

/** The people by what they are to a call, each once, in the order a newcomer looks for them. */
export function peopleGroups(state, text) {
  const groups = [
    { label: text.groups.support, fits: ({ title = '' }) => /サポート|support/i.test(title) },
    { label: text.groups.rota, fits: ({ id }) => state.rota?.includes(id) },
    { label: text.groups.guests, fits: isGuest },
    { label: text.groups.admins, fits: ({ admin }) => admin },
    { label: text.groups.others, fits: () => true },
  ];
  const left = new Set(humans(state));
  return groups.map(({ label, fits }) => {
    const people = [...left].filter(fits);
    for (const one of people) left.delete(one);
    return { label, people };
  });
}

/** Fills a select with the people, keeping what is chosen. */
export function fillPeople(select, state, text, chosen) {
  const key = JSON.stringify([text.lang, state.users, state.rota]);
  if (select.dataset.people !== key) {
    select.dataset.people = key;
    const groups = peopleGroups(state, text).filter(({ people }) => people.length > 0);
    select.replaceChildren(
      ...groups.map(({ label, people }) =>
        el(
          'optgroup',
          { label },
          people.map((user) => new Option(optionName(user, state, text), user.id)),
        ),
      ),
    );
  }
  select.value = chosen;
}

function optionName(user, state, text) {
  const notes = [
    isGuest(user) && text.guest,
    state.onDuty?.includes(user.id) && text.onDutyNow,
    user.owner ? text.owner : user.admin && text.admin,
  ].filter(Boolean);
  return notes.length > 0 ? `${user.realName}（${notes.join('・')}）` : user.realName;
}
