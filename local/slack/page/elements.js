import { button, el } from './dom.js';
import { checks, dates, texts } from './fields.js';
import { humans } from './people.js';
import { confirmed, openMenu } from './popover.js';

const FIELDS = { ...texts, ...checks, ...dates };
export const isInput = (type) =>
  type in FIELDS || /^(multi_)?(static|users|channels|conversations)_select$/.test(type);

/**
 * One interactive element. In an input block its value is kept in `host.values`; elsewhere (and where the block
 * dispatches) each change is also told to the app, after its confirmation.
 */
export function element(one, block, ctx, host, { id, invalid } = {}) {
  const key = `${block.block_id}/${one.action_id}`;
  const tells = block.type !== 'input' || block.dispatch_action === true;
  const slot = {
    id,
    ctx,
    value: host.values?.get(key) ?? initialOf(one),
    set(value) {
      host.values?.set(key, value);
      host.touched?.(block.block_id);
    },
    async tell(value) {
      slot.set(value);
      if (!tells || !(await confirmed(one.confirm, ctx))) return;
      await host.act(one, block, value);
    },
  };
  const node = make(one, slot, host, block);
  const control = node.matches('input, textarea, select') ? node : null;
  if (control) {
    Object.assign(control, { id: id ?? '' });
    if (id) control.setAttribute('aria-describedby', `${id}-error ${id}-hint`);
    else control.setAttribute('aria-label', one.placeholder?.text ?? one.action_id);
    if (invalid) control.setAttribute('aria-invalid', 'true');
  }
  (control ?? node).dataset.focus = key;
  return node;
}

function make(one, slot, host, block) {
  const { ctx } = slot;
  switch (one.type) {
    case 'button':
    case 'workflow_button':
      return buttonNode(one, slot, host, block);
    case 'overflow':
      return overflow(one, slot, host, block);
    case 'static_select':
      return select(one, slot, optionGroups(one));
    case 'users_select':
      return select(one, slot, [{ options: people(ctx) }]);
    case 'channels_select':
    case 'conversations_select':
      return select(one, slot, [{ options: channels(ctx) }]);
    case 'multi_static_select':
      return FIELDS.checkboxes(
        { ...one, options: optionGroups(one).flatMap(({ options }) => options) },
        slot,
      );
    case 'multi_users_select':
      return FIELDS.checkboxes({ ...one, options: people(ctx) }, slot);
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return FIELDS.checkboxes({ ...one, options: channels(ctx) }, slot);
    default:
      return (
        FIELDS[one.type]?.(one, slot) ?? el('span', { class: 'unknown' }, ctx.text.unknownBlock(one.type))
      );
  }
}

function buttonNode(one, { ctx }, host, block) {
  const press = async () => {
    if (!(await confirmed(one.confirm, ctx))) return;
    if (one.url) window.open(one.url, '_blank', 'noopener');
    node.classList.add('pressed');
    node.setAttribute('aria-busy', 'true');
    try {
      await host.act(one, block, one.value);
    } finally {
      node.classList.remove('pressed');
      node.removeAttribute('aria-busy');
    }
  };
  const node = button(one.text.text, press, { class: `button ${one.style ?? ''}` });
  if (one.accessibility_label) node.setAttribute('aria-label', one.accessibility_label);
  return node;
}

function overflow(one, { ctx }, host, block) {
  const node = button(
    '⋯',
    () => {
      const items = one.options.map((option) => ({
        label: option.text.text,
        async run() {
          if (!(await confirmed(one.confirm, ctx))) return;
          if (option.url) window.open(option.url, '_blank', 'noopener');
          await host.act(one, block, option.value);
        },
      }));
      openMenu(node, items);
    },
    { class: 'button overflow' },
  );
  node.setAttribute('aria-label', ctx.text.more);
  node.setAttribute('aria-haspopup', 'menu');
  return node;
}

/** A select of the browser's own: every phone and screen reader knows how to work it. */
function select(one, slot, groups) {
  const node = el('select', { class: 'field' }, new Option(one.placeholder?.text ?? slot.ctx.text.pick, ''));
  for (const { label, options } of groups) {
    const made = options.map((option) => new Option(option.text.text, option.value));
    node.append(...(label ? [el('optgroup', { label: label.text }, made)] : made));
  }
  node.value = slot.value ?? '';
  node.addEventListener('change', () => slot.tell(node.value === '' ? null : node.value));
  return node;
}

const optionGroups = (one) => one.option_groups ?? [{ options: one.options ?? [] }];
const people = ({ state }) =>
  humans(state).map(({ id, realName }) => ({ value: id, text: { text: realName } }));
const channels = ({ state, viewer }) =>
  state.channels
    .filter(({ members, archived }) => members.includes(viewer.id) && !archived)
    .map(({ id, name }) => ({ value: id, text: { text: `#${name}` } }));

/** What an element holds before anybody touches it. */
export function initialOf(one) {
  if (one.initial_options) return one.initial_options.map(({ value }) => value);
  if (one.initial_option) return one.initial_option.value;
  const found = Object.entries(one).find(([name]) => name.startsWith('initial_'));
  return found?.[1];
}
