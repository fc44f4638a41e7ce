import { html } from 'hono/html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Html } from './html.ts';
import { type Phrasing, struck } from './strike.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Block = Root['children'][number];
type Table = Extract<Block, { type: 'table' }>;
type Node = Block | Phrasing | Extract<Block, { type: 'list' }>['children'][number];

/** What is longer, nested deeper, linked more often or a larger table takes seconds to read: nobody writes so, and it is shown as it is. */
const MOST = 100_000;
const MOST_DEEP = 20;
const MOST_LINKS = 2_000;
const MOST_CELLS = 10_000;
const DEEP = /^[ \t>*+-]{100}/m;

const READ = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

interface Scene {
  readonly source: string;
  /** What is added to a heading's depth. */
  readonly sink: number;
  /** `[text][name]` by name. */
  readonly addresses: ReadonlyMap<string, string>;
}

/**
 * Markdown that anybody may have written, as a piece of a page. HTML in it is text, an address is a link only where it
 * leads to the web, to mail or to a page of ours, and an image is a link to it. Comments are left out. `heading`: the
 * level that its first level becomes.
 */
export function markdown(source: string, { heading = 2 }: { readonly heading?: number } = {}): Html {
  const links = source.split('](').length;
  const cells = source.split('|').length;
  const heavy = source.length > MOST || DEEP.test(source) || links > MOST_LINKS || cells > MOST_CELLS;
  if (heavy) return html`<div class="prose"><pre tabindex="0" dir="auto">${source}</pre></div>`;
  const { children } = fromMarkdown(source, READ);
  const scene: Scene = { source, sink: heading - 1, addresses: addressesIn(children, new Map()) };
  return html`<div class="prose">${nodes(children, scene, 0, false)}</div>`;
}

function addressesIn(children: readonly Node[], found: Map<string, string>): ReadonlyMap<string, string> {
  for (const node of children) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
    else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      addressesIn(node.children, found);
  }
  return found;
}

const nodes = (children: readonly Node[], scene: Scene, depth: number, linked: boolean): (Html | string)[] =>
  (struck(children as readonly Phrasing[], scene.source) as readonly Node[]).map((child) =>
    depth > MOST_DEEP ? asWritten(child, scene) : one(child, scene, depth + 1, linked),
  );

function asWritten(node: Node, scene: Scene): string {
  const { position } = node;
  if (position) return scene.source.slice(position.start.offset, position.end.offset);
  // What `struck` made stands nowhere in the source.
  if (node.type === 'delete') return `~~${node.children.map((one) => asWritten(one, scene)).join('')}~~`;
  return 'value' in node ? node.value : '';
}

/** One node; `linked`: it stands in a link, where no other link may. */
function one(node: Node, scene: Scene, depth: number, linked: boolean): Html | string {
  const inner = (children: readonly Node[], link = linked) => nodes(children, scene, depth, link);
  switch (node.type) {
    case 'heading':
      return heading(Math.min(6, node.depth + scene.sink), inner(node.children));
    case 'paragraph':
      return html`<p dir="auto">${inner(node.children)}</p>`;
    case 'blockquote':
      return html`<blockquote>${inner(node.children)}</blockquote>`;
    case 'list': {
      const items = inner(node.children);
      return node.ordered ? html`<ol start="${node.start ?? 1}">${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'listItem': {
      const children = boxed(node.children);
      const [only] = children;
      const tight = node.spread !== true && children.length === 1 && only?.type === 'paragraph';
      const words = inner(tight ? only.children : children);
      return children === node.children
        ? html`<li dir="auto">${words}</li>`
        : html`<li dir="auto" class="task">${words}</li>`;
    }
    case 'code':
      return html`<pre tabindex="0"><code>${node.value}</code></pre>`;
    case 'table':
      return table(node, (cells) => inner(cells));
    case 'thematicBreak':
      return html`<hr>`;
    case 'break':
      return html`<br>`;
    case 'strong':
      return html`<strong>${inner(node.children)}</strong>`;
    case 'emphasis':
      return html`<em>${inner(node.children)}</em>`;
    case 'delete':
      return html`<del>${inner(node.children)}</del>`;
    case 'inlineCode':
      return html`<code>${node.value}</code>`;
    case 'text':
      return linked ? node.value : html`${withLinks(node.value)}`;
    case 'html':
      return /^<!--[\s\S]*-->$/.test(node.value.trim()) ? '' : node.value;
    case 'link':
      return linked ? html`${inner(node.children)}` : anchor(node.url, html`${inner(node.children, true)}`);
    case 'linkReference': {
      const address = scene.addresses.get(node.identifier) ?? '';
      return linked ? html`${inner(node.children)}` : anchor(address, html`${inner(node.children, true)}`);
    }
    case 'image':
      return linked ? (node.alt ?? '') : anchor(node.url, html`${node.alt || node.url}`);
    case 'imageReference': {
      const address = scene.addresses.get(node.identifier) ?? '';
      return linked ? (node.alt ?? '') : anchor(address, html`${node.alt || address}`);
    }
    case 'definition':
      return '';
    default:
      return asWritten(node, scene);
  }
}

/** An item to tick (`- [ ] …`, `- [x] …`) shows its box; the children themselves where it is none. */
function boxed(children: readonly Block[]): readonly Block[] {
  const [first, ...rest] = children;
  const [words, ...more] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || words?.type !== 'text' || !/^\[[ xX]\]\s/.test(words.value))
    return children;
  const value = `${words.value.startsWith('[ ]') ? '☐' : '☑'}${words.value.slice(3)}`;
  return [{ ...first, children: [{ ...words, value }, ...more] }, ...rest];
}

/** Wider than the page, it scrolls by itself. A colon in the line below the head says to which side a column stands. */
function table({ align, children }: Table, inner: (cell: readonly Phrasing[]) => (Html | string)[]): Html {
  const [head, ...rows] = children.map((row) =>
    row.children.map((cell, i) => ({ side: align?.[i] ?? 'left', words: inner(cell.children) })),
  );
  const names = head?.map(
    ({ side, words }) => html`<th scope="col" class="${side}" dir="auto">${words}</th>`,
  );
  const lines = rows.map(
    (row) =>
      html`<tr>${row.map(({ side, words }) => html`<td class="${side}" dir="auto">${words}</td>`)}</tr>`,
  );
  return html`<div class="scroll" tabindex="0"><table><thead><tr>${names}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

function heading(level: number, words: readonly (Html | string)[]): Html {
  if (level <= 2) return html`<h2 dir="auto">${words}</h2>`;
  if (level === 3) return html`<h3 dir="auto">${words}</h3>`;
  if (level === 4) return html`<h4 dir="auto">${words}</h4>`;
  return level === 5 ? html`<h5 dir="auto">${words}</h5>` : html`<h6 dir="auto">${words}</h6>`;
}

/** A link where the address is one of those that may be; else its words alone. */
function anchor(address: string, words: Html): Html {
  const href = safeAddress(address);
  if (href === null) return words;
  return html`<a href="${href}" rel="noopener noreferrer nofollow">${words}</a>`;
}

const OURS = 'https://toban.invalid';

/**
 * The address as a browser would read it, where it leads to http, https or mail, or to a page of ours. Null for anything
 * else, and for one with a name before its host (`https://bank.example@evil.example/`).
 */
export function safeAddress(address: string): string | null {
  if (!URL.canParse(address, OURS)) return null;
  const url = new URL(address, OURS);
  if (url.username !== '' || url.password !== '') return null;
  if (url.origin === OURS) return address.startsWith('/') ? url.pathname + url.search + url.hash : null;
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** Of ASCII only, so that it ends where Japanese goes on; a full stop or a bracket behind it is not part of it. */
const BARE = /(https?:\/\/[\w\-.~:/?#@!$&*+,;=%]*[\w\-~/#@$&*+=%])/;

/** Words with each bare address a link. */
const withLinks = (words: string): (Html | string)[] =>
  words.split(BARE).map((part, i) => (i % 2 === 1 ? anchor(part, html`${part}`) : part));
