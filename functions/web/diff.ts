import { html } from 'hono/html';
import type { Locale } from '../../shared/language/index.ts';
import { type DiffLine, diffLines } from '../../shared/line-diff/index.ts';
import { type DiffText, diffText } from './diff-text.ts';
import type { Html } from './html.ts';

/** So many unchanged lines stand around a change, and more than so many between two are folded to one. */
const AROUND = 3;

/** What changed from one text to another, as a table of lines; what stayed the same is folded. Values are text only. */
export function diffTable(before: string, after: string, locale: Locale): Html {
  const text = diffText(locale);
  const lines = diffLines(before, after);
  const count = (kind: DiffLine['kind']) => lines.filter((line) => line.kind === kind).length;
  if (count('same') === lines.length) return html`<p class="muted">${text.none}</p>`;
  return html`<p class="muted">${text.counts(count('added'), count('removed'))}</p>
<table class="diff"><thead class="unseen"><tr><th scope="col">${text.before}</th><th scope="col">${text.after}</th><th scope="col">${text.line}</th></tr></thead>
<tbody>${folded(lines).map((part) => (typeof part === 'number' ? gap(part, text) : row(part, text)))}</tbody></table>`;
}

/** The lines near a change, and for each run of others how many they are. */
function folded(lines: readonly DiffLine[]): (DiffLine | number)[] {
  const near = (index: number) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ kind }) => kind !== 'same');
  const parts: (DiffLine | number)[] = [];
  for (const [index, line] of lines.entries()) {
    const last = parts.at(-1);
    if (near(index)) parts.push(line);
    else if (typeof last === 'number') parts[parts.length - 1] = last + 1;
    else parts.push(1);
  }
  return parts;
}

const gap = (count: number, text: DiffText): Html =>
  html`<tr><td colspan="3" class="diff-gap">⋯ ${text.same(count)}</td></tr>`;

const MARKS = { same: ' ', removed: '−', added: '+' } as const;

function row({ kind, text: words, before, after }: DiffLine, text: DiffText): Html {
  const mark =
    kind === 'same'
      ? ''
      : html`<span aria-hidden="true">${MARKS[kind]} </span><span class="unseen">${text[kind]}: </span>`;
  const line =
    kind === 'same' ? words : kind === 'added' ? html`<ins>${words}</ins>` : html`<del>${words}</del>`;
  return html`<tr class="diff-${kind}"><td class="diff-number">${before ?? ''}</td><td class="diff-number">${after ?? ''}</td><td class="diff-line" dir="auto">${mark}${line}</td></tr>`;
}
