import { createComposer } from './composer.js';
import { button, el, sync } from './dom.js';
import { createGuide } from './guide.js';
import { createHome } from './home.js';
import { markRead, tab } from './marks.js';
import { summary } from './message.js';
import { createModal } from './modal.js';
import { link } from './mrkdwn.js';
import { dmOf, isDm, nameOf } from './people.js';
import { openMenu } from './popover.js';
import { channelName, createSidebar, myChannels } from './sidebar.js';
import { createTimeline } from './timeline.js';

/** The chat as one person has it: sidebar, one conversation or the Home tab, and their modals. */
export function createChat(root, ctx, { become }) {
  let place = null;
  const sidebar = createSidebar(ctx, { go, become });
  const timeline = createTimeline(ctx, ctx.text.messages);
  const composer = createComposer(ctx, () => ({ channel: place, threadTs: null }), {
    onSent: () => timeline.toEnd(false),
  });
  const home = createHome(ctx);
  const guide = createGuide(ctx, { send: (words) => sendExample(words) });
  const title = el('h2', {});
  const topic = el('span', { class: 'topic' });
  const extras = el('div', { class: 'extras' });
  const drawer = button('☰', () => root.classList.toggle('drawer'), { class: 'tool drawer-button' });
  const conversation = el(
    'div',
    { class: 'conversation' },
    el('header', { class: 'place-head' }, drawer, title, topic, extras),
    timeline.node,
    home.node,
    guide.node,
    composer.node,
  );
  const modal = createModal(conversation, ctx);
  root.append(
    sidebar.node,
    el('div', { class: 'shade', on: { click: () => root.classList.remove('drawer') } }),
    conversation,
  );
  ctx.openChannel = (id) =>
    ctx.state.channels.some((one) => one.id === id && one.members.includes(ctx.viewer.id)) && go(id);

  function go(next) {
    place = next;
    tab.set(`place.${ctx.viewer.id}`, next);
    root.classList.remove('drawer');
    refresh();
    if (next === 'home') ctx.act({ do: 'open-home', user: ctx.viewer.id });
    else if (matchMedia('(pointer: fine)').matches) composer.field.focus({ preventScroll: true });
  }

  /** The place of this person: the one open last, else the first channel, else the app's messages. */
  function placeOf() {
    const { state, viewer } = ctx;
    const channels = myChannels(state, viewer).map(({ id }) => id);
    const own = [...channels, dmOf(viewer.id), 'home'];
    const last = tab.get(`place.${viewer.id}`);
    return own.includes(last) ? last : own[0];
  }

  function sendExample(words) {
    const support = ctx.state.channels.find(({ name }) => name === 'cs-help');
    if (support && place !== support.id) go(support.id);
    composer.write(words);
    composer.submit();
  }

  function refresh() {
    const { state, text, viewer } = ctx;
    place = placeOf();
    const atHome = place === 'home';
    sidebar.refresh(place);
    const channel = state.channels.find(({ id }) => id === place);
    title.textContent = channel ? channelName(channel) : atHome ? `Toban · ${text.home}` : 'Toban';
    topic.textContent = channel?.topic ?? '';
    drawer.setAttribute('aria-label', text.menu);
    sync(extras, channel ? channelExtras(channel) : []);
    timeline.node.hidden = atHome;
    composer.node.hidden = atHome;
    home.node.hidden = !atHome;
    if (atHome) home.refresh();
    else {
      timeline.refresh(place);
      composer.refresh(isDm(place) ? text.writeTo : text.write(channel ? channelName(channel) : place));
      if (!document.hidden && timeline.isAtEnd()) markRead(state, viewer.id, place);
    }
    guide.refresh();
    modal.refresh();
  }

  function channelExtras(channel) {
    const { state, text } = ctx;
    const { members, pins = [], bookmarks = [] } = channel;
    return [
      ...bookmarks.map((one) => ({
        key: one.id,
        version: one.link + one.title,
        make: () => el('span', { class: 'bookmark' }, link(one.link, `🔖 ${one.title}`)),
      })),
      pins.length > 0 && {
        key: 'pins',
        version: JSON.stringify([pins, text.lang]),
        make: () =>
          button(`📌 ${pins.length}`, (event) => openMenu(event.currentTarget, pinned(channel)), {
            class: 'tool',
            title: text.pins(pins.length),
          }),
      },
      {
        key: 'members',
        version: JSON.stringify([members, text.lang]),
        make: () =>
          el(
            'span',
            { class: 'members', title: members.map((id) => nameOf(state, id)).join('、') },
            `👥 ${members.length}`,
          ),
      },
    ].filter(Boolean);
  }

  const pinned = ({ id, pins }) =>
    pins
      .map((ts) => ctx.state.messages.find((one) => one.channel === id && one.ts === ts))
      .filter(Boolean)
      .map((message) => ({
        label: summary(message, ctx).slice(0, 80),
        run: () => timeline.reveal(message.ts),
      }));

  return { refresh };
}
