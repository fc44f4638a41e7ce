import { button, el, sync } from './dom.js';
import { hasNews, unseen } from './marks.js';
import { APP, avatar, dmOf, fillPeople, userOf } from './people.js';

/** Whoever acts, the channels they are in, and the app's messages and Home. `go(place)` opens one. */
export function createSidebar(ctx, { go, become }) {
  const face = el('span', { class: 'face' });
  const who = el('select', { class: 'who', id: 'who', on: { change: () => become(who.value) } });
  const label = el('label', { htmlFor: 'who', class: 'small' });
  const name = el('div', { class: 'workspace' });
  const list = el('ul', { class: 'places' });
  const node = el(
    'nav',
    { class: 'sidebar' },
    name,
    el('div', { class: 'me' }, face, el('div', { class: 'choose' }, label, who)),
    list,
  );

  function refresh(place) {
    const { state, text, viewer } = ctx;
    name.textContent = state.team?.name ?? text.workspace;
    label.textContent = text.you;
    node.setAttribute('aria-label', text.menu);
    fillPeople(who, state, text, viewer.id);
    sync(face, [{ key: viewer.id, make: () => avatar(viewer) }]);
    const channels = myChannels(state, viewer);
    const dm = dmOf(viewer.id);
    sync(list, [
      heading(text.channels),
      ...channels.map((channel) => entry(channel.id, channelName(channel), place, null)),
      heading(text.apps),
      entry(dm, 'Toban', place, userOf(state, APP)),
      entry('home', text.home, place, null),
    ]);
  }

  const heading = (words) => ({
    key: `h/${words}`,
    make: () => el('li', { class: 'heading' }, words),
  });

  function entry(id, words, place, face) {
    const { state, viewer } = ctx;
    const rung = unseen(state, viewer.id).filter(({ channel }) => channel === id).length;
    const news = hasNews(state, viewer.id, id);
    const current = place === id;
    return {
      key: id,
      version: JSON.stringify([words, rung, news, current, viewer.id]),
      make: () =>
        el(
          'li',
          {},
          button(
            [
              face ? avatar(face, 'tiny') : id === 'home' && el('span', { class: 'sign' }, '⌂'),
              el('span', { class: 'name' }, words),
              rung > 0 && el('span', { class: 'rung' }, String(rung)),
            ],
            () => go(id),
            {
              class: news && !current ? 'place news' : 'place',
              data: { focus: id },
              aria: { current: current ? 'page' : null },
            },
          ),
        ),
    };
  }

  return { node, refresh };
}

export const channelName = ({ name, private: closed }) => `${closed ? '🔒' : '#'} ${name}`;

/** The channels somebody is in, the support channel first, as a person would pin it. */
export const myChannels = (state, { id }) =>
  state.channels.filter(({ members, archived }) => members.includes(id) && !archived);
