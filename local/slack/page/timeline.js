import { createComposer } from './composer.js';
import { button, el, sync } from './dom.js';
import { messageNode, messageVersion } from './message.js';
import { dayKey, dayName, ofTs } from './time.js';

const FOLLOW_S = 300;
const AT_END_PX = 60;
/** Of a longer thread the last replies are shown, the rest on demand. */
const SHOWN_REPLIES = 4;

/** The messages of one conversation, threads in place beneath their first message. */
export function createTimeline(ctx, label) {
  const list = el('ol', { class: 'timeline' });
  const scroll = el('div', { class: 'scroll', tabIndex: 0, aria: { role: 'log', label } }, list);
  const pill = button('', () => toEnd(true), { class: 'pill', hidden: true });
  const node = el('div', { class: 'reading' }, scroll, pill);
  const open = new Set();
  const unfolded = new Set();
  const composers = new Map();
  let shown = '';
  let last = '';

  const atEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < AT_END_PX;
  // Whether the end is what is being read: leaving it takes a person's scrolling up, not a pane that changes its size.
  let ended = true;
  let top = 0;
  function toEnd(smooth) {
    ended = true;
    scroll.scrollTo({ top: scroll.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
    pill.hidden = true;
  }
  scroll.addEventListener('scroll', () => {
    if (atEnd()) {
      ended = true;
      pill.hidden = true;
    } else if (scroll.scrollTop < top) ended = false;
    top = scroll.scrollTop;
  });
  new ResizeObserver(() => ended && toEnd(false)).observe(scroll);

  ctx.openThread = (ts) => {
    open.add(ts);
    refresh(shown);
    const composer = composers.get(`${shown}/${ts}`);
    composer?.field.focus();
    composer?.node.scrollIntoView({ block: 'nearest' });
  };
  ctx.edit = (ts) => {
    ctx.editing = ts;
    refresh(shown);
  };

  function refresh(channel) {
    const { text, viewer, state } = ctx;
    const messages = state.messages
      .filter((one) => one.channel === channel && (!one.onlyFor || one.onlyFor === viewer.id))
      .sort((a, b) => Number(a.ts) - Number(b.ts));
    const fresh = shown !== channel;
    const stay = !fresh && !ended;
    shown = channel;
    sync(list, items(messages, channel));
    pill.textContent = `↓ ${text.newMessages}`;
    const newest = messages.at(-1);
    const grown = newest && newest.ts !== last && !fresh;
    if (!stay || (grown && newest.user === viewer.id)) toEnd(false);
    else if (grown) pill.hidden = false;
    last = newest?.ts ?? '';
  }

  function items(messages, channel) {
    const roots = messages.filter(
      ({ threadTs, ts }) => !threadTs || threadTs === ts || !known(messages, threadTs),
    );
    if (roots.length === 0) return [{ key: 'empty', version: ctx.text.lang, make: empty }];
    let before = null;
    return roots.flatMap((root) => {
      const day = dayKey(ofTs(root.ts));
      const newDay = !before || dayKey(ofTs(before.ts)) !== day;
      const replies = messages.filter((one) => one.threadTs === root.ts && one !== root);
      const follow = !newDay && follows(before, root) && before.replies === 0;
      before = { ...root, replies: replies.length };
      const item = {
        key: `${channel}/${root.ts}`,
        make: () => el('li', {}, el('div', { class: 'self' }), el('div', { class: 'thread' })),
        update: (li) => conversation(li, root, replies, follow, channel),
      };
      return newDay ? [divider(day, root), item] : [item];
    });
  }

  const empty = () => el('li', { class: 'empty' }, ctx.text.empty);
  const known = (messages, ts) => messages.some((one) => one.ts === ts);
  const follows = (a, b) =>
    a.user === b.user && !a.onlyFor === !b.onlyFor && Number(b.ts) - Number(a.ts) < FOLLOW_S;

  const divider = (day, { ts }) => {
    const words = day === dayKey(ctx.state.now) ? ctx.text.today : dayName(ofTs(ts), ctx.viewer.locale);
    return {
      key: `day/${day}`,
      version: words,
      make: () => el('li', { class: 'day' }, el('span', {}, words)),
    };
  };

  const one = (message, follow) => ({
    key: message.ts,
    version: messageVersion(message, ctx, follow),
    make: () => messageNode(message, ctx, follow),
  });

  function conversation(li, root, replies, follow, channel) {
    sync(li.firstElementChild, [one(root, follow)]);
    const hidden = unfolded.has(root.ts) ? 0 : Math.max(0, replies.length - SHOWN_REPLIES);
    const shownReplies = replies.slice(hidden);
    const writing = open.has(root.ts);
    li.classList.toggle('threaded', replies.length > 0 || writing);
    const thread = [
      replies.length > 0 && head(root, replies, hidden),
      ...shownReplies.map((reply, i) => one(reply, i > 0 && follows(shownReplies[i - 1], reply))),
      writing ? foot(root, channel) : replies.length > 0 && opener(root),
    ].filter(Boolean);
    sync(li.lastElementChild, thread);
  }

  const head = (root, replies, hidden) => ({
    key: 'head',
    version: `${ctx.text.lang}/${replies.length}/${hidden}`,
    make: () =>
      hidden === 0
        ? el('div', { class: 'count' }, ctx.text.replies(replies.length))
        : button(ctx.text.older(hidden), () => unfolded.add(root.ts) && refresh(shown), { class: 'quiet' }),
  });

  const opener = ({ ts }) => ({
    key: 'opener',
    version: ctx.text.lang,
    make: () => button(`↩ ${ctx.text.reply}`, () => ctx.openThread(ts), { class: 'quiet' }),
  });

  const foot = ({ ts }, channel) => ({
    key: 'foot',
    make() {
      const composer = createComposer(ctx, () => ({ channel, threadTs: ts }), { small: true });
      composers.set(`${channel}/${ts}`, composer);
      composer.node.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || composer.field.value !== '') return;
        open.delete(ts);
        refresh(shown);
      });
      return composer.node;
    },
    update: () => composers.get(`${channel}/${ts}`)?.refresh(ctx.text.replyTo),
  });

  /** Brings a message into sight and lights it up for a moment. */
  function reveal(ts) {
    const found = [...list.querySelectorAll('[data-key]')].find(({ dataset }) => dataset.key === ts);
    found?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    found?.classList.add('lit');
    setTimeout(() => found?.classList.remove('lit'), 2_000);
  }

  return { node, refresh, reveal, toEnd, isAtEnd: () => ended };
}
