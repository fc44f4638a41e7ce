import type { fromMarkdown } from 'mdast-util-from-markdown';

type Block = ReturnType<typeof fromMarkdown>['children'][number];
export type Phrasing = Extract<Block, { type: 'paragraph' }>['children'][number];
type Text = Extract<Phrasing, { type: 'text' }>;

/** A mark between words, with what it may do: open before a word, close behind one. */
interface Mark {
  readonly opens: boolean;
  readonly closes: boolean;
}
type Piece = Phrasing | Mark;

const isMark = (piece: Piece | undefined): piece is Mark => piece !== undefined && 'opens' in piece;

/**
 * Words between `~~` and `~~` as struck out, also across emphasis and links; a mark without its twin stays as it was
 * written, and so does one that somebody escaped. One tilde strikes nothing: it stands for "about" as often.
 */
export function struck(children: readonly Phrasing[], source: string): readonly Phrasing[] {
  if (!children.some((child) => child.type === 'text' && child.value.includes('~~'))) return children;
  return paired(children.flatMap((child) => (child.type === 'text' ? split(child, source) : [child])));
}

function split(node: Text, source: string): readonly Piece[] {
  const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  if (/\\~|&(?:#126|#x7e|tilde);/i.test(written)) return [node];
  // Three and more are no mark.
  return node.value.split(/((?<!~)~~(?!~))/).flatMap((value, i, parts): Piece[] => {
    if (i % 2 === 0) return value === '' ? [] : [{ type: 'text', value }];
    return [
      { opens: /^\S/.test(parts[i + 1] || 'x'), closes: /\S$/.test(parts[i - 1] || 'x') } satisfies Mark,
    ];
  });
}

function paired(pieces: readonly Piece[]): readonly Phrasing[] {
  const done: Phrasing[] = [];
  const closing = closingFrom(pieces);
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i] as Piece;
    if (!isMark(piece)) {
      done.push(piece);
      continue;
    }
    const end = piece.opens ? (closing[i + 2] ?? -1) : -1;
    if (end < 0) done.push({ type: 'text', value: '~~' });
    else {
      done.push({ type: 'delete', children: paired(pieces.slice(i + 1, end)) as Phrasing[] });
      i = end;
    }
  }
  return done;
}

/** For each place the next mark that closes, -1 where none does: looked for once, as a text may hold 50,000 marks. */
function closingFrom(pieces: readonly Piece[]): readonly number[] {
  const next: number[] = [];
  let found = -1;
  for (let i = pieces.length - 1; i >= 0; i -= 1) {
    const piece = pieces[i];
    if (isMark(piece) && piece.closes) found = i;
    next[i] = found;
  }
  return next;
}
