import { escapeInline, markdownLink } from '../markdown.ts';
import type { ActionItem } from '../parts.ts';
import type { ExportedFact, ExportedPostmortem } from './document.ts';
import { inertMarkdown } from './inert.ts';
import { exportText } from './text.ts';

/** `notion`: as Notion itself writes a page of a table: properties as lines below the title, headings three deep. */
export const FLAVOURS = ['markdown', 'notion'] as const;
export type Flavour = (typeof FLAVOURS)[number];

const DEEPEST: Readonly<Record<Flavour, number>> = { markdown: 6, notion: 3 };

/** A postmortem as one Markdown file. Nothing that people wrote becomes HTML or breaks out of its section. Pure. */
export function toMarkdown(
  { locale, title, facts, sections, items }: ExportedPostmortem,
  flavour: Flavour,
): string {
  const text = exportText(locale);
  const list = items.map((item) => itemLine(item, locale)).join('\n');
  const own = sections.some(({ id }) => id === 'action-items');
  const chapters = sections.map((section) => {
    const words = inertMarkdown(section.text.trim(), 1, DEEPEST[flavour]);
    const below = section.id === 'action-items' ? [words, list] : [words];
    const filled = below.filter((one) => one !== '').join('\n\n');
    return `## ${escapeInline(section.title)}\n\n${filled || text.blank}`;
  });
  const more = !own && list !== '' ? [`## ${text.actionItems}\n\n${list}`] : [];
  const head = facts.map((fact) => factLine(fact, flavour)).join('\n');
  return `${[`# ${escapeInline(title)}`, head, ...chapters, ...more].filter((one) => one !== '').join('\n\n')}\n`;
}

function factLine({ name, value, url }: ExportedFact, flavour: Flavour): string {
  const words = escapeInline(value);
  if (flavour === 'notion') return `${escapeInline(name)}: ${url === null ? words : value}`;
  return `- **${escapeInline(name)}**: ${url === null ? words : markdownLink(words, url)}`;
}

function itemLine({ title, owner, due, done }: ActionItem, locale: ExportedPostmortem['locale']): string {
  const text = exportText(locale);
  const who = owner ? escapeInline(text.san(owner.name)) : text.nobody;
  return `- [${done ? 'x' : ' '}] ${escapeInline(title)} (${who}, ${due ?? text.noDue})`;
}
