import { blockNodes } from './blocks.js';
import { button, el } from './dom.js';
import { editor, toggleReaction, tools } from './message-tools.js';
import { emojiNode, flat, mrkdwn } from './mrkdwn.js';
import { avatar, isGuest, nameOf, userOf } from './people.js';
import { clockTime, fullTime, ofTs } from './time.js';

/** Changes whenever the message would look different. */
export const messageVersion = (message, ctx, follow) =>
  JSON.stringify([
    message,
    follow,
    ctx.viewer.id,
    ctx.text.lang,
    isPinned(message, ctx),
    ctx.editing === message.ts,
  ]);

export const isPinned = ({ channel, ts }, { state }) =>
  state.channels.find(({ id }) => id === channel)?.pins?.includes(ts) ?? false;

/** `follow`: by the same author shortly after, so that name and face need not be said again. */
export function messageNode(message, ctx, follow) {
  const { state, text, viewer } = ctx;
  const author = userOf(state, message.user) ?? { id: message.user, realName: message.user, kind: 'bot' };
  const time = ofTs(message.ts);
  const stamp = el(
    'time',
    { class: 'time', dateTime: new Date(time).toISOString(), title: fullTime(time, viewer.locale) },
    clockTime(time),
  );
  const marks = [
    author.kind === 'bot' && el('span', { class: 'badge' }, text.app),
    isGuest(author) && el('span', { class: 'badge guest' }, text.guest),
  ];
  const head = el('div', { class: 'by' }, el('strong', {}, author.realName), marks, stamp);
  const node = el(
    'article',
    { class: 'message', aria: { label: `${author.realName} ${clockTime(time)}` } },
    follow ? el('span', { class: 'gutter' }, stamp.cloneNode(true)) : avatar(author),
    el(
      'div',
      { class: 'body' },
      message.onlyFor && el('div', { class: 'private' }, `👁 ${text.onlyYou}`),
      isPinned(message, ctx) && el('div', { class: 'private' }, `📌 ${text.pins(1).replace(/\s?1$/, '')}`),
      !follow && head,
      content(message, ctx),
      reactions(message, ctx),
    ),
  );
  node.classList.toggle('only', Boolean(message.onlyFor));
  node.classList.toggle('follow', follow);
  if (!message.tombstone && ctx.editing !== message.ts) node.append(tools(message, ctx));
  return node;
}

function content(message, ctx) {
  if (message.tombstone) return el('p', { class: 'gone' }, ctx.text.deleted);
  if (ctx.editing === message.ts) return editor(message, ctx);
  const edited = message.editedTs && el('small', { class: 'edited' }, ctx.text.edited);
  if (message.blocks.length === 0) return el('div', { class: 'text' }, mrkdwn(message.text, ctx), edited);
  return el('div', { class: 'blocks' }, blockNodes(message.blocks, ctx, messageHost(message, ctx)));
}

const messageHost = ({ channel, ts }, ctx) => ({
  async act({ action_id: actionId }, { block_id: blockId }, value) {
    const answer = await ctx.act({
      do: 'press',
      user: ctx.viewer.id,
      channel,
      ts,
      actionId,
      ...(blockId && { blockId }),
      ...(typeof value === 'string' && { value }),
    });
    if (answer && answer.status !== undefined && answer.status !== 200) ctx.say(ctx.text.notAccepted);
  },
});

function reactions(message, ctx) {
  const names = [...new Set(message.reactions.map(({ name }) => name))];
  if (names.length === 0) return null;
  const chips = names.map((name) => {
    const by = message.reactions.filter((one) => one.name === name).map(({ user }) => user);
    const own = by.includes(ctx.viewer.id);
    const words = ctx.text.who(
      by.map((id) => nameOf(ctx.state, id)),
      name,
    );
    return button(
      [emojiNode(name), el('span', { class: 'count' }, String(by.length))],
      () => toggleReaction(message, name, ctx),
      { class: own ? 'chip own' : 'chip', title: words, aria: { pressed: String(own) } },
    );
  });
  return el('div', { class: 'reactions' }, chips);
}

/** One line for a notification or a list of pins. */
export function summary(message, ctx) {
  if (message.text) return flat(message.text, ctx);
  const block = message.blocks.find((one) => one.text?.text);
  return block ? flat(block.text.text, ctx) : '';
}
