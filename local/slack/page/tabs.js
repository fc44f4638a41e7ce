import { button, el, sync } from './dom.js';
import { tab, unseen } from './marks.js';

const TABS = { chat: '💬', phone: '📱', sheet: '📅', events: '📡' };

/** On a narrow screen one pane at a time, chosen at the foot; elsewhere all are seen and this is hidden. */
export function createTabs(root, chatCtx, phoneCtx) {
  let open = tab.get('pane') || 'chat';

  function show(name) {
    open = name;
    tab.set('pane', name);
    refresh();
  }

  function refresh() {
    document.body.dataset.pane = open;
    const { text, state } = chatCtx;
    const labels = { chat: text.chat, phone: text.phone, sheet: text.sheet, events: text.eventsShort };
    const rung = {
      chat: unseen(state, chatCtx.viewer.id).length,
      phone: open === 'phone' ? 0 : unseen(state, phoneCtx.viewer.id).length,
    };
    sync(
      root,
      Object.entries(TABS).map(([name, sign]) => ({
        key: name,
        version: JSON.stringify([labels[name], name === open, rung[name]]),
        make: () =>
          button(
            [
              el('span', { aria: { hidden: 'true' } }, sign),
              el('span', {}, labels[name]),
              rung[name] > 0 && el('span', { class: 'rung' }, String(rung[name])),
            ],
            () => show(name),
            { aria: { current: name === open ? 'page' : null }, data: { focus: name } },
          ),
      })),
    );
  }

  return { refresh };
}
