import { el } from './dom.js';
import { emoji } from './emoji.js';
import { nameOf } from './people.js';
import { clockTime, dayKey, dayName, dayShort } from './time.js';

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
export const plain = (text) => text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]);

// A sign opens after what is no Latin letter or digit and closes before one, so that 2*3*4 and snake_case stay.
const span = (sign) => `(?<![A-Za-z0-9])${sign}(?!\\s)([^\\n]+?)(?<!\\s)${sign}(?![A-Za-z0-9])`;
const TOKEN = new RegExp(
  `<([^<>\\n]+)>|\`([^\`\\n]+)\`|:([a-z0-9_+:'-]+?):|${span('\\*')}|${span('_')}|${span('~')}`,
  'gi',
);

/** mrkdwn as nodes. Text is only ever set as text, so nothing in it can become markup. */
export function mrkdwn(text, ctx) {
  const nodes = [];
  for (const [i, part] of text.split('```').entries()) {
    if (i % 2 === 1) nodes.push(el('pre', {}, el('code', {}, plain(part.replace(/^\n|\n$/g, '')))));
    else if (part !== '') nodes.push(...lines(part.replace(i > 0 ? /^\n|\n$/g : /\n$/, ''), ctx));
  }
  return nodes;
}

function lines(text, ctx) {
  const nodes = [];
  let quoted = null;
  for (const line of text.split('\n')) {
    const quote = /^(?:>|&gt;) ?(.*)$/s.exec(line);
    if (quote) {
      if (quoted) quoted.append(el('br'));
      else {
        quoted = el('blockquote');
        nodes.push(quoted);
      }
      quoted.append(...inline(quote[1], ctx));
      continue;
    }
    quoted = null;
    nodes.push(el('span', { class: 'line' }, line === '' ? el('br') : inline(line, ctx)));
  }
  return nodes;
}

export function inline(text, ctx) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(TOKEN)) {
    const [whole, entity, code, short, bold, italic, strike] = found;
    nodes.push(plain(text.slice(from, found.index)));
    from = found.index + whole.length;
    if (entity !== undefined) nodes.push(entityNode(entity, ctx));
    else if (code !== undefined) nodes.push(el('code', {}, plain(code)));
    else if (short !== undefined) nodes.push(emojiNode(short));
    else if (bold !== undefined) nodes.push(el('strong', {}, inline(bold, ctx)));
    else if (italic !== undefined) nodes.push(el('em', {}, inline(italic, ctx)));
    else nodes.push(el('s', {}, inline(strike, ctx)));
  }
  nodes.push(plain(text.slice(from)));
  return nodes.filter((node) => node !== '');
}

export function emojiNode(name) {
  const glyph = emoji(name);
  return glyph ? el('span', { class: 'emoji', title: `:${name}:` }, glyph) : `:${name}:`;
}

function entityNode(entity, ctx) {
  const [target = '', label] = entity.split('|');
  const id = target.slice(1);
  if (target.startsWith('@')) return mention(`@${nameOf(ctx.state, id)}`, id === ctx.viewer.id);
  if (target.startsWith('#')) return channelNode(id, label, ctx);
  if (target.startsWith('!subteam^')) return groupNode(target.slice('!subteam^'.length), label, ctx);
  if (target.startsWith('!date^')) return dateNode(target, label ?? '', ctx);
  if (target.startsWith('!')) return mention(`@${id.split('^')[0]}`, true);
  return link(plain(target), plain(label ?? target));
}

export const mention = (words, own) => el('span', { class: own ? 'mention own' : 'mention' }, words);

export function channelNode(id, label, ctx) {
  const name = ctx.state.channels.find((one) => one.id === id)?.name ?? label ?? id;
  return button(`#${name}`, ctx.openChannel && (() => ctx.openChannel(id)));
}

const button = (words, run) =>
  run ? el('button', { type: 'button', class: 'mention', on: { click: run } }, words) : mention(words, false);

export function groupNode(id, label, ctx) {
  const group = ctx.state.userGroups?.find((one) => one.id === id);
  return mention(`@${group?.handle ?? label?.replace(/^@/, '') ?? id}`, group?.users.includes(ctx.viewer.id));
}

/** A link opens beside the scene; anything but the web and mail is shown as words. */
export function link(url, words) {
  if (!/^(https?:|mailto:)/i.test(url)) return words;
  return el('a', { href: url, target: '_blank', rel: 'noreferrer noopener' }, words);
}

export function dateNode(target, fallback, ctx) {
  const [, seconds, shape = '', url] = target.split('^');
  const ms = Number(seconds) * 1_000;
  if (!Number.isFinite(ms)) return plain(fallback);
  const { locale } = ctx.viewer;
  const words = plain(shape).replace(/\{(\w+)\}/g, (whole, part) => {
    if (part.startsWith('time')) return clockTime(ms);
    if (part === 'date_num') return dayKey(ms);
    if (part.startsWith('date_short')) return dayShort(ms, locale);
    return part.startsWith('date') ? dayName(ms, locale) : whole;
  });
  return url ? link(plain(url), words) : el('time', { dateTime: new Date(ms).toISOString() }, words);
}

/** A text object: mrkdwn where it says so, else plain words with emoji. */
export function textOf(text, ctx) {
  if (!text) return [];
  if (text.type === 'mrkdwn') return mrkdwn(text.text, ctx);
  return text.text
    .split(/:([a-z0-9_+'-]+):/i)
    .map((part, i) =>
      i % 2 === 1 && text.emoji !== false ? emojiNode(part) : i % 2 === 1 ? `:${part}:` : part,
    );
}

/** The words of a mrkdwn text without its signs, for one line of a notification. */
export const flat = (text, ctx) =>
  mrkdwn(text, ctx)
    .map((node) => node.textContent)
    .join(' ')
    .trim();
