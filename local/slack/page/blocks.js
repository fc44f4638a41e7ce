import { el, newId } from './dom.js';
import { element, isInput } from './elements.js';
import { mrkdwn, textOf } from './mrkdwn.js';
import { richText } from './rich-text.js';

/**
 * Block Kit as nodes. `host` takes what people do there: `act(element, block, value)`; and, in a view,
 * `values` (what has been entered so far) and `errors` by block.
 */
export const blockNodes = (blocks, ctx, host) => blocks.map((block) => blockNode(block, ctx, host));

function blockNode(block, ctx, host) {
  const node = make(block, ctx, host);
  node.classList.add('block', `block-${block.type}`);
  return node;
}

function make(block, ctx, host) {
  switch (block.type) {
    case 'header':
      return el('div', { aria: { role: 'heading', level: '3' } }, textOf(block.text, ctx));
    case 'section':
      return section(block, ctx, host);
    case 'context':
      return el(
        'div',
        {},
        (block.elements ?? []).map((one) => contextPart(one, ctx)),
      );
    case 'divider':
      return el('hr');
    case 'actions':
      return el(
        'div',
        {},
        (block.elements ?? []).map((one) => element(one, block, ctx, host)),
      );
    case 'image':
      return el('figure', {}, block.title && el('figcaption', {}, textOf(block.title, ctx)), image(block));
    case 'rich_text':
      return richText(block, ctx);
    case 'markdown':
      return el('div', {}, mrkdwn(block.text, ctx));
    case 'input':
      return input(block, ctx, host);
    default:
      return el('div', { class: 'unknown' }, ctx.text.unknownBlock(block.type));
  }
}

function section(block, ctx, host) {
  const words = el('div', { class: 'words' });
  if (block.text) words.append(el('div', {}, textOf(block.text, ctx)));
  if (block.fields) {
    words.append(
      el(
        'div',
        { class: 'fields' },
        block.fields.map((field) => el('div', {}, textOf(field, ctx))),
      ),
    );
  }
  const accessory = block.accessory;
  if (!accessory) return el('div', {}, words);
  const side = accessory.type === 'image' ? image(accessory) : element(accessory, block, ctx, host);
  return el('div', {}, words, el('div', { class: 'accessory' }, side));
}

const image = ({ image_url: url, slack_file: file, alt_text: alt }) =>
  el('img', { src: url ?? `/files/${file?.id}`, alt, loading: 'lazy' });

function contextPart(one, ctx) {
  if (one.type === 'image') return image(one);
  return el('span', {}, textOf(one, ctx));
}

/** A labelled field of a view, with its error beneath. */
function input(block, ctx, host) {
  const id = newId('field');
  const error = host.errors?.get(block.block_id);
  const field = element(block.element, block, ctx, host, { id, invalid: Boolean(error) });
  const label = [textOf(block.label, ctx), block.optional && el('small', {}, ` ${ctx.text.optional}`)];
  const group =
    ['checkboxes', 'radio_buttons'].includes(block.element.type) || block.element.type.startsWith('multi');
  return el(
    group ? 'fieldset' : 'div',
    {},
    group ? el('legend', {}, label) : el('label', { htmlFor: id }, label),
    field,
    block.hint && el('small', { class: 'hint', id: `${id}-hint` }, textOf(block.hint, ctx)),
    error && el('p', { class: 'error', id: `${id}-error`, aria: { role: 'alert' } }, error),
  );
}

/** Every element of a view that holds a value: [block, element]. */
export const inputsOf = (blocks) =>
  blocks.flatMap((block) =>
    [block.element, block.accessory, ...(block.elements ?? [])]
      .filter((one) => one && isInput(one.type))
      .map((one) => [block, one]),
  );
