import { el, newId } from './dom.js';
import { textOf } from './mrkdwn.js';

const typed =
  (type, more = () => ({})) =>
  (one, slot) => {
    const node = el('input', {
      class: 'field',
      type,
      value: slot.value ?? '',
      placeholder: one.placeholder?.text ?? '',
      autofocus: one.focus_on_load,
      ...more(one),
    });
    node.addEventListener('input', () => slot.set(node.value === '' ? null : node.value));
    node.addEventListener('change', () => slot.tell(node.value === '' ? null : node.value));
    return node;
  };

/** Fields that people type into. Limits are the app's to judge, so that its own sentence is shown. */
export const texts = {
  plain_text_input(one, slot) {
    if (!one.multiline) return typed('text')(one, slot);
    const node = el('textarea', { class: 'field', rows: 4, placeholder: one.placeholder?.text ?? '' });
    node.value = slot.value ?? '';
    node.addEventListener('input', () => slot.set(node.value === '' ? null : node.value));
    return node;
  },
  number_input: typed('text', (one) => ({ inputMode: one.is_decimal_allowed ? 'decimal' : 'numeric' })),
  email_text_input: typed('email'),
  url_text_input: typed('url'),
};

export const dates = {
  datepicker: typed('date'),
  timepicker: typed('time'),
  /** The app counts seconds; people see the workspace's clock. */
  datetimepicker(_one, slot) {
    const node = el('input', { class: 'field', type: 'datetime-local' });
    if (slot.value) node.value = new Date(slot.value * 1_000 + TOKYO_MS).toISOString().slice(0, 16);
    node.addEventListener('change', () =>
      slot.tell(node.value === '' ? null : (Date.parse(`${node.value}Z`) - TOKYO_MS) / 1_000),
    );
    return node;
  },
};
const TOKYO_MS = 9 * 3_600_000;

function choices(type, one, slot, chosen, change) {
  const name = newId('choice');
  const box = el('div', { class: 'choices', aria: { role: type === 'radio' ? 'radiogroup' : 'group' } });
  for (const option of one.options) {
    const node = el('input', { type, name, value: option.value, checked: chosen(option.value) });
    node.addEventListener('change', () => change(box));
    const hint = option.description && el('small', { class: 'hint' }, textOf(option.description, slot.ctx));
    box.append(el('label', { class: 'choice' }, node, el('span', {}, textOf(option.text, slot.ctx), hint)));
  }
  return box;
}

const checkedIn = (box) => [...box.querySelectorAll('input:checked')].map(({ value }) => value);

export const checks = {
  checkboxes: (one, slot) =>
    choices(
      'checkbox',
      one,
      slot,
      (value) => (slot.value ?? []).includes(value),
      (box) => slot.tell(checkedIn(box)),
    ),
  radio_buttons: (one, slot) =>
    choices(
      'radio',
      one,
      slot,
      (value) => slot.value === value,
      (box) => slot.tell(checkedIn(box)[0] ?? null),
    ),
};
