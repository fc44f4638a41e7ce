import { folded } from '../mapping/words.ts';
import type { Cell } from './columns.ts';
import type { DraftSection } from './draft.ts';
import { partsOf } from './entries.ts';
import { causeIn, headingOf } from './headings.ts';

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

/** Nothing of a text is lost because it is longer than one section holds. */
export function inPieces({ title, text }: DraftSection): readonly DraftSection[] {
  if (text.length <= MOST_TEXT) return [{ title, text }];
  // Not within a sign of two halves.
  const pieces = text.match(/[\s\S]{1,199999}(?![\uDC00-\uDFFF])/g) ?? [];
  return pieces.map((piece, i) => ({ title: i === 0 ? title : `${title} (${i + 1})`, text: piece }));
}

/** Columns whose texts are documents with headings of their own. */
const DOCUMENT =
  /^(?:blob|body|content|markdown|document|statedocument|postmortem|retrospective|本文|ポストモーテム)$/;

/** What a cell says of the postmortem: a list of sections, a document cut at its headings, or one section. Pure. */
export function sectionsOfCell({ column, value, list }: Cell, locale: 'ja' | 'en'): readonly DraftSection[] {
  const title = headingOf(column, locale);
  if (!list) {
    const last = column.split('.').at(-1) ?? column;
    return DOCUMENT.test(folded(last))
      ? sectionsOf(value, title)
      : inPieces({ title, text: causeIn(value, locale) });
  }
  const read = list.map(partsOf);
  if (read.every(({ of }) => of.title !== undefined && of.text !== undefined))
    return read.flatMap(({ of, rest }) =>
      inPieces({ title: (of.title ?? '').slice(0, 200), text: [of.text ?? '', ...rest].join('\n\n') }),
    );
  const lines = list.map((entry) =>
    Object.values(entry)
      .filter((part) => part.trim() !== '')
      .join(' · '),
  );
  return inPieces({ title, text: lines.map((line) => `- ${line.replaceAll('\n', '\n  ')}`).join('\n') });
}
