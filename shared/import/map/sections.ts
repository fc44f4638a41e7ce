import type { DraftSection } from './draft.ts';

/** Beyond, the rest stays together. */
const MOST_SECTIONS = 40;
/** The longest one section of a postmortem may be. */
const MOST_TEXT = 200_000;

/** A page cut at its headings of the highest level, code blocks left whole. `first`: what stands before any. Pure. */
export function sectionsOf(body: string, first: string): readonly DraftSection[] {
  const lines = body.replace(/\r\n?/g, '\n').split('\n');
  const headings = headingsIn(lines);
  const level = Math.min(...headings.map((one) => one.level));
  const cuts = headings.filter((one) => one.level === level).slice(0, MOST_SECTIONS);
  const parts = [{ at: -1, title: first }, ...cuts].map(({ at, title }, i) => ({
    title,
    text: lines
      .slice(at + 1, cuts[i]?.at)
      .join('\n')
      .trim(),
  }));
  return parts.filter(({ text }) => text !== '').flatMap(inPieces);
}

function headingsIn(lines: readonly string[]): readonly { at: number; level: number; title: string }[] {
  let fence: string | null = null;
  return lines.flatMap((line, at) => {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark) fence = fence === null ? mark : fence === mark ? null : fence;
    const found = fence === null && !mark ? /^(#{1,3}) +(.+?)#* *$/.exec(line) : null;
    if (!found) return [];
    return [
      {
        at,
        level: found[1]?.length ?? 1,
        title: (found[2] ?? '').replace(/[*_`]/g, '').trim().slice(0, 200),
      },
    ];
  });
}

function inPieces({ title, text }: DraftSection): readonly DraftSection[] {
  if (text.length <= MOST_TEXT) return [{ title, text }];
  const pieces = text.match(/[\s\S]{1,200000}/g) ?? [];
  return pieces.map((piece, i) => ({ title: i === 0 ? title : `${title} (${i + 1})`, text: piece }));
}
