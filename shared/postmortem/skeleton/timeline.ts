import { clockTime, zoneName } from '../../language/index.ts';
import { escapeInline, escapeMarkdown, markdownLink } from '../markdown.ts';
import type { Known } from './known.ts';
import type { SkeletonText } from './text.ts';
import { fullDay } from './time.ts';

/** Leaves room for what people add. */
const MOST_CHARACTERS = 150_000;

/** What happened and what people kept, under a heading for each day. */
export function timelineSection(
  { lines, more, locale, zone, url }: Known,
  text: SkeletonText,
): readonly string[] {
  const written: string[] = [];
  let day = '';
  let length = 0;
  for (const { at, text: words, facts, link } of lines) {
    const today = `### ${fullDay(at, zone, locale)} ${zoneName(at, zone)}`;
    const said = escapeMarkdown(words).replaceAll('\n', '\n  ');
    const more = facts.length > 0 ? ` (${facts.map(escapeInline).join(' · ')})` : '';
    const source = link ? ` ${markdownLink('↗', link)}` : '';
    const line = `- **${clockTime(at, zone)}** ${said}${more}${source}`;
    length += line.length;
    if (length > MOST_CHARACTERS) return [...written, '', text.more(url)];
    if (today !== day) written.push(...(day === '' ? [] : ['']), today, '');
    day = today;
    written.push(line);
  }
  return more ? [...written, '', text.more(url)] : written;
}
