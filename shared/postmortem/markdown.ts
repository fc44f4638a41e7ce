/**
 * Words of a user as Markdown that shows them as they are: nothing in them becomes a heading, a list, a link, a picture
 * or HTML (CommonMark 0.31; tables and strikethrough of GFM). Lines stay lines; blank ones go. Pure.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(escapeLine)
    .join('\n');
}

const escapeLine = (line: string): string =>
  line
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#|[a-zA-Z])/g, '\\&')
    // What would begin a block: a heading, a list, a rule, a line beneath a heading.
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');

/** The same in one line. */
export const escapeInline = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' '));

/** A link whose label is ready; an address that is none of the web's is left out. */
export function markdownLink(label: string, url: string): string {
  if (!/^https?:\/\/[^\s<>]+$/i.test(url)) return label;
  return `[${label}](<${url.replaceAll('\\', '%5C')}>)`;
}
