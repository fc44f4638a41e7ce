import { blockNodes, inputsOf } from './blocks.js';
import { button, el, sync } from './dom.js';
import { initialOf } from './elements.js';

/** Tells the app what somebody does in a view. */
export const viewHost = (view, ctx, values, errors) => ({
  values,
  errors,
  touched: (blockId) => errors?.delete(blockId),
  act: ({ action_id: actionId }, { block_id: blockId }, value) =>
    ctx.act({ do: 'view-action', user: ctx.viewer.id, viewId: view.id, actionId, blockId, value }),
});

/** The topmost open modal of a person over a pane. What is entered outlives the app's updates of the view. */
export function createModal(pane, ctx) {
  const overlay = el('div', { class: 'overlay', hidden: true });
  pane.append(overlay);
  const entered = new Map();
  const errors = new Map();
  let turn = 0;

  function refresh() {
    const { state, viewer } = ctx;
    const view = (state.views ?? []).filter((one) => one.user === viewer.id && one.type === 'modal').at(-1);
    const was = overlay.hidden;
    overlay.hidden = !view;
    if (!view) {
      errors.clear();
      sync(overlay, []);
      return;
    }
    sync(overlay, [
      {
        key: view.id,
        version: JSON.stringify([view.hash, view.blocks, view.title, ctx.text.lang, turn]),
        make: () => dialog(view),
      },
    ]);
    if (was) overlay.querySelector('input, textarea, select, button.primary')?.focus({ preventScroll: true });
  }

  function dialog(view) {
    const { text } = ctx;
    const values = entered.get(view.id) ?? new Map();
    entered.set(view.id, values);
    const title = wordsOf(view.title);
    const close = () => ctx.act({ do: 'close-view', user: ctx.viewer.id, viewId: view.id });
    const ends = el(
      'footer',
      { class: 'ends' },
      button(wordsOf(view.close) || text.cancel, close, { class: 'button' }),
    );
    if (view.submit)
      ends.append(
        el('button', { type: 'submit', class: 'button primary' }, wordsOf(view.submit) || text.submit),
      );
    const form = el(
      'form',
      { class: 'modal', noValidate: true, aria: { role: 'dialog', modal: 'true', label: title } },
      el(
        'header',
        {},
        el('h2', {}, title),
        button('×', close, { class: 'tool', aria: { label: text.close } }),
      ),
      el('div', { class: 'fields-box' }, blockNodes(view.blocks, ctx, viewHost(view, ctx, values, errors))),
      ends,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit(view, values, form);
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing) close();
      else if (event.key === 'Tab') keepWithin(form, event);
    });
    return form;
  }

  async function submit(view, values, form) {
    if (form.dataset.sending) return;
    form.dataset.sending = 'true';
    const answer = await ctx.act({
      do: 'submit',
      user: ctx.viewer.id,
      viewId: view.id,
      values: collect(view, values),
    });
    delete form.dataset.sending;
    const wrong = Object.entries(answer?.errors ?? {});
    errors.clear();
    for (const [block, words] of wrong)
      errors.set(block, answer.response_action === 'missing' ? ctx.text.missing : words);
    if (answer?.response_action === 'failed') ctx.say(ctx.text.notAccepted);
    turn += 1;
    refresh();
    if (wrong.length > 0) overlay.querySelector('[aria-invalid="true"]')?.focus();
  }

  return { refresh };
}

const wordsOf = (text) => (typeof text === 'string' ? text : (text?.text ?? ''));

/** {block: {action: value}} of everything that holds one. */
function collect(view, values) {
  const all = {};
  for (const [block, one] of inputsOf(view.blocks)) {
    const key = `${block.block_id}/${one.action_id}`;
    const value = values.has(key) ? values.get(key) : initialOf(one);
    all[block.block_id] = { ...all[block.block_id], [one.action_id]: value ?? null };
  }
  return all;
}

/** Tab goes round within a dialog. */
function keepWithin(form, event) {
  const all = [...form.querySelectorAll('button, input, textarea, select, a[href]')].filter(
    (one) => !one.disabled,
  );
  const end = event.shiftKey ? all[0] : all.at(-1);
  if (document.activeElement !== end) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0])?.focus();
}
