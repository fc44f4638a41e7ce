import { el } from './dom.js';
import { channelNode, dateNode, emojiNode, groupNode, link, mention } from './mrkdwn.js';
import { nameOf } from './people.js';

const STYLES = { bold: 'strong', italic: 'em', strike: 's', code: 'code', underline: 'u' };

/** A rich_text block: sections, lists in their depth, preformatted text and quotes. */
export function richText(block, ctx) {
  const box = el('div', { class: 'rich' });
  for (const part of block.elements ?? []) box.append(partNode(part, ctx));
  return box;
}

function partNode(part, ctx) {
  const inside = () => (part.elements ?? []).map((one) => leaf(one, ctx));
  switch (part.type) {
    case 'rich_text_list': {
      const list = el(part.style === 'ordered' ? 'ol' : 'ul', {});
      list.style.marginInlineStart = `${(part.indent ?? 0) * 20}px`;
      if (part.offset) list.start = part.offset + 1;
      list.append(...(part.elements ?? []).map((item) => el('li', {}, [...partNode(item, ctx).childNodes])));
      return list;
    }
    case 'rich_text_preformatted':
      return el('pre', {}, el('code', {}, inside()));
    case 'rich_text_quote':
      return el('blockquote', {}, inside());
    default:
      return el('div', { class: 'line' }, inside());
  }
}

function leaf(one, ctx) {
  const node = content(one, ctx);
  return Object.entries(STYLES)
    .filter(([style]) => one.style?.[style])
    .reduce((inner, [, tag]) => el(tag, {}, inner), node);
}

function content(one, ctx) {
  switch (one.type) {
    case 'text':
      return el('span', {}, one.text);
    case 'link':
      return el('span', {}, link(one.url, one.text ?? one.url));
    case 'emoji':
      return el('span', {}, emojiNode(one.name));
    case 'user':
      return mention(`@${nameOf(ctx.state, one.user_id)}`, one.user_id === ctx.viewer.id);
    case 'usergroup':
      return groupNode(one.usergroup_id, null, ctx);
    case 'channel':
      return channelNode(one.channel_id, null, ctx);
    case 'broadcast':
      return mention(`@${one.range}`, true);
    case 'date':
      return dateNode(
        `!date^${one.timestamp}^${one.format}${one.url ? `^${one.url}` : ''}`,
        one.fallback ?? '',
        ctx,
      );
    default:
      return el('span', {}, one.text ?? '');
  }
}
