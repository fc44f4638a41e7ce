import { button, el } from './dom.js';
import { emoji, PALETTE, QUICK } from './emoji.js';
import { plain } from './mrkdwn.js';
import { ask, openMenu } from './popover.js';
import { fromMrkdwn, toMrkdwn } from './typed.js';

export function toggleReaction({ channel, ts, reactions }, name, ctx) {
  const user = ctx.viewer.id;
  const had = reactions.some((one) => one.name === name && one.user === user);
  return ctx.act({ do: had ? 'unreact' : 'react', user, channel, ts, name });
}

/** What can be done with a message, seen on pointing at it, on focus, and always where there is no pointer. */
export function tools(message, ctx) {
  const { text } = ctx;
  const tool = (sign, label, run, props = {}) =>
    button(sign, run, { class: 'tool', title: label, aria: { label }, ...props });
  if (message.onlyFor) return el('span');
  const quick = QUICK.map((name) =>
    tool(emoji(name), text.react(name), () => toggleReaction(message, name, ctx), {
      data: { focus: `react-${name}` },
    }),
  );
  const more = tool('⋯', text.more, () => openMenu(more, entries(message, ctx)), {
    class: 'tool more',
    data: { focus: 'more' },
    aria: { label: text.more, haspopup: 'menu' },
  });
  return el(
    'div',
    { class: 'tools', aria: { role: 'toolbar', label: text.more } },
    quick,
    tool('☺', text.addReaction, (event) => palette(event.currentTarget, message, ctx)),
    tool('↩', text.replyTo, () => ctx.openThread(message.threadTs ?? message.ts), {
      data: { focus: 'reply' },
    }),
    more,
  );
}

function palette(anchor, message, ctx) {
  const items = PALETTE.map((name) => ({
    label: emoji(name),
    title: `:${name}:`,
    run: () => toggleReaction(message, name, ctx),
  }));
  openMenu(anchor, items, { className: 'palette' });
}

function entries(message, ctx) {
  const { text, viewer, state } = ctx;
  const { channel, ts } = message;
  const shortcuts = (state.shortcuts ?? [])
    .filter(({ type }) => type === 'message')
    .map(({ name, callbackId }) => ({
      label: `⚡ ${name}`,
      run: () => ctx.act({ do: 'shortcut', user: viewer.id, callbackId, channel, ts }),
    }));
  const own =
    message.user === viewer.id
      ? [
          { label: text.edit, run: () => ctx.edit(ts) },
          { label: text.remove, danger: true, run: () => remove(message, ctx) },
        ]
      : [];
  const quick = QUICK.map((name) => ({
    label: `${emoji(name)} ${text.react(name)}`,
    run: () => toggleReaction(message, name, ctx),
  }));
  return [
    ...shortcuts,
    ...quick,
    { label: text.replyTo, run: () => ctx.openThread(message.threadTs ?? ts) },
    ...own,
  ];
}

async function remove({ channel, ts }, ctx) {
  const { text, viewer } = ctx;
  const sure = await ask({ words: text.removeAsk, yes: text.removeDo, no: text.cancel, danger: true });
  if (sure) await ctx.act({ do: 'delete', user: viewer.id, channel, ts });
}

/** The message as a field, in its place. */
export function editor(message, ctx) {
  const { text, viewer } = ctx;
  const field = el('textarea', { class: 'field', rows: 2, aria: { label: text.edit } });
  field.value = plain(fromMrkdwn(message.text, ctx.state));
  const leave = () => ctx.edit(null);
  const save = async () => {
    const { channel, ts } = message;
    const written = toMrkdwn(field.value, ctx.state);
    if (written.trim() === '') return;
    if (await ctx.act({ do: 'edit', user: viewer.id, channel, ts, text: written })) leave();
  };
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') leave();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    save();
  });
  queueMicrotask(() => field.focus());
  return el(
    'div',
    { class: 'editor' },
    field,
    el(
      'div',
      { class: 'ends' },
      button(text.cancel, leave, { class: 'button' }),
      button(text.save, save, { class: 'button primary' }),
    ),
  );
}
