import { blockNodes } from './blocks.js';
import { el, sync } from './dom.js';
import { viewHost } from './modal.js';

/** The app's Home tab as this person sees it. */
export function createHome(ctx) {
  const node = el('div', { class: 'home scroll', hidden: true });
  const values = new Map();

  function refresh() {
    const { state, text, viewer } = ctx;
    const view = state.homes.find(({ user }) => user === viewer.id);
    const none = { key: 'none', version: text.lang, make: () => el('p', { class: 'empty' }, text.homeEmpty) };
    const shown = view && {
      key: view.id,
      version: JSON.stringify([view.hash, view.blocks, text.lang]),
      make: () => el('div', {}, blockNodes(view.blocks, ctx, viewHost(view, ctx, values))),
    };
    sync(node, [shown ?? none]);
  }

  return { node, refresh };
}
