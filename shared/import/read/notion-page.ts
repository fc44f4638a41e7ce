import { MOST_RECORD } from './row.ts';

/** A page of a Notion database as its export writes it: title, properties a line each, then the text. */
export interface NotionPage {
  readonly title: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Reads a page. `columns`: names of the properties, as the table beside it says; without one any `Name: value` right
 * beneath the title counts. A value may go on over several lines. Pure.
 */
export function parseNotionPage(markdown: string, columns: ReadonlySet<string>): NotionPage {
  const lines = markdown.slice(0, MOST_RECORD).replace(/\r\n?/g, '\n').split('\n');
  const heading = lines.findIndex((line) => line.trim() !== '');
  const found = /^# +(.*)$/.exec(lines[heading] ?? '');
  let at = found ? heading + 1 : Math.max(heading, 0);
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1;
  const properties: Record<string, string> = Object.create(null);
  let name: string | null = null;
  const begun = at;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, key = '', value = ''] = /^([^:\n]{1,200}?): ?(.*)$/.exec(line) ?? [];
    if (key !== '' && (columns.size === 0 || columns.has(key))) {
      name = key;
      properties[key] = value;
    } else if (name !== null && line.trim() !== '') properties[name] += `\n${line}`;
    else if (line.trim() === '' && leadsOn(lines, at + 1, columns) && name !== null) properties[name] += '\n';
    else break;
  }
  if (Object.keys(properties).length === 0) at = begun;
  return {
    title: found?.[1]?.trim() ?? '',
    properties: { ...properties },
    body: lines.slice(at).join('\n').trim(),
  };
}

/** Behind a blank line of a value, another property still follows before the next blank one. */
function leadsOn(lines: readonly string[], from: number, columns: ReadonlySet<string>): boolean {
  if (columns.size === 0) return false;
  for (let at = from; at < lines.length && (lines[at] ?? '').trim() !== ''; at += 1) {
    const key = /^([^:\n]{1,200}?): /.exec(lines[at] ?? '')?.[1];
    if (key !== undefined && columns.has(key)) return true;
    if (/^#{1,6} /.test(lines[at] ?? '')) return false;
  }
  return false;
}

/** `復旧手順 0a1b….md` → its id, without dashes; null for another file. */
export const notionId = (path: string): string | null =>
  /[ _-]([0-9a-f]{32})(?:_all)?\.(?:md|csv)$/i.exec(path)?.[1]?.toLowerCase() ?? null;
