import { fromMarkdown } from 'mdast-util-from-markdown';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is longer, nested deeper or linked more often takes seconds to read: it goes out as it is, as a code block. */
const MOST = 100_000;
const DEEP = /^[ \t>*+-]{100}/m;
const MOST_LINKS = 2_000;

/**
 * A person's Markdown made fit to stand in a larger document that others render: HTML in it is text, comments are left
 * out, an address that leads neither to the web nor to mail is none, and headings come `sink` levels lower, `deepest` at
 * most. Everything else stays as it was written. Pure.
 */
export function inertMarkdown(source: string, sink: number, deepest: number): string {
  if (source.length > MOST || DEEP.test(source) || source.split('](').length > MOST_LINKS)
    return asCode(source);
  const edits: Edit[] = [];
  const visit = (node: Node, top: boolean): void => {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? 0;
    const written = source.slice(from, to);
    if (node.type === 'html') {
      const comment = /^<!--[\s\S]*-->$/.test(written.trim());
      edits.push({ from, to, text: comment ? '' : written.replaceAll('<', '&lt;') });
      return;
    }
    if (
      (node.type === 'link' || node.type === 'image' || node.type === 'definition') &&
      !leadsOut(node.url)
    ) {
      // In brackets alone it leads nowhere: the address stays to be read.
      edits.push({ from, to, text: node.type === 'definition' ? '' : `\`${written.replaceAll('`', "'")}\`` });
      return;
    }
    // A heading underlined in the other way; over several lines it stays as it is.
    const lines = node.type === 'heading' && top && !written.startsWith('#') ? written.split('\n') : [];
    if (node.type === 'heading') {
      const marks = '#'.repeat(Math.min(deepest, node.depth + sink));
      const own = /^#+/.exec(written)?.[0];
      if (own !== undefined) edits.push({ from, to: from + own.length, text: marks });
      else if (lines.length === 2) edits.push({ from, to: from, text: `${marks} ` });
    }
    if ('children' in node) for (const child of node.children) visit(child as Node, node.type === 'root');
    if (lines.length === 2) edits.push({ from: from + (lines[0]?.length ?? 0), to, text: '' });
  };
  visit(fromMarkdown(source), false);
  return edits.reduceRight(
    (text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to),
    source,
  );
}

function leadsOut(address: string): boolean {
  if (!URL.canParse(address, 'https://toban.invalid')) return false;
  return ['http:', 'https:', 'mailto:'].includes(new URL(address, 'https://toban.invalid').protocol);
}

/** A text as a code block: its fence is longer than any in it. */
function asCode(source: string): string {
  const longest = Math.max(2, ...(source.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${source}\n${fence}`;
}
