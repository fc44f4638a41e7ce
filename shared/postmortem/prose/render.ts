import { clockTime, type Locale } from '../../language/index.ts';
import { escapeInline, markdownLink } from '../markdown.ts';
import { skeletonText } from '../skeleton/text.ts';
import type { Checked } from './check.ts';
import type { Source } from './material.ts';
import { proseText } from './text.ts';

/**
 * A section as it is kept: the prose, each sentence with the times of what it rests on as links, and beneath it the facts
 * that stood there before. A line to confirm goes ahead: nobody publishes what only a machine has read. Pure.
 */
export function sectionWith(
  { sentences, unknown }: Checked,
  sources: readonly Source[],
  { skeleton, zone, locale }: { readonly skeleton: string; readonly zone: string; readonly locale: Locale },
): string {
  const { open } = skeletonText(locale);
  const text = proseText(locale);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const prose = sentences.map(({ text: words, cites }) => {
    const marks = cites.flatMap((id) => {
      const source = byId.get(id);
      return source ? [cite(source, zone, text.fact)] : [];
    });
    return `${escapeInline(words)} (${marks.join(', ')})`;
  });
  const left = unknown.map((what) => open(escapeInline(what)));
  const paragraphs = [
    ...(prose.length > 0 ? [open(text.readMe), prose.join('\n')] : []),
    ...(left.length > 0 ? [left.join('\n')] : []),
    ...(skeleton === '' ? [] : [skeleton]),
  ];
  return paragraphs.join('\n\n');
}

function cite({ at, url }: Source, zone: string, fact: string): string {
  const label = at === null ? fact : clockTime(at, zone);
  return url === null ? label : markdownLink(label, url);
}
