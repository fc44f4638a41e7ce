import { fieldName, labelOf } from '../../incident/index.ts';
import type { Locale } from '../../language/index.ts';
import { writtenTime } from '../../rota/index.ts';
import type { PostmortemVerbs } from '../context.ts';
import { type CorrectedLater, correctedLater } from '../corrected-later.ts';
import { type FoundPostmortem, postmortemAddress, type Reads } from '../find.ts';
import type { PropertyValue } from '../model.ts';
import type { ActionItem } from '../parts.ts';
import { sectionsOf } from '../read.ts';
import type { Property } from '../template/model.ts';
import { postmortemText } from '../text.ts';
import { exportText } from './text.ts';

/** One line of its head. `url`: the value is a link. All plain text as people wrote it: escape it where it goes. */
export interface ExportedFact {
  readonly name: string;
  readonly value: string;
  readonly url: string | null;
}

/** A postmortem as it leaves Toban, whatever the format. In the language it is written in. */
export interface ExportedPostmortem {
  readonly locale: Locale;
  readonly title: string;
  readonly facts: readonly ExportedFact[];
  /** `text` is Markdown as people wrote it. */
  readonly sections: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly items: readonly ActionItem[];
}

/** All that an export shows. `nameOf`: the display name of a Slack id, where it is known. */
export async function exportOf(
  ctx: Reads & Pick<PostmortemVerbs, 'zone' | 'baseUrl' | 'actionItems'>,
  { state, incidents }: FoundPostmortem,
  nameOf: (user: string) => string,
): Promise<ExportedPostmortem> {
  const locale = state.language;
  const text = exportText(locale);
  const [sections, items] = await Promise.all([sectionsOf(ctx, state), ctx.actionItems(state)]);
  const time = (at: number) => writtenTime(at, ctx.zone);
  const said = (name: string, value: string | null, url: string | null = null): ExportedFact[] =>
    value ? [{ name, value, url }] : [];
  const later = correctedLater({ state, incidents });
  const page = ctx.baseUrl && `${ctx.baseUrl}${postmortemAddress(state)}`;
  return {
    locale,
    title: state.title,
    facts: [
      ...said(text.incidents, incidents.map((one) => `${labelOf(one.number)} ${one.title}`).join(text.list)),
      ...said(text.state, postmortemText(locale).states[state.state]),
      ...said(text.lead, state.lead && text.san(state.lead.name)),
      ...said(text.reviewers, state.reviewers.map(({ name }) => text.san(name)).join(text.list)),
      ...said(text.published, state.publishedAt === null ? null : time(state.publishedAt)),
      ...said(text.corrected, later.map((one) => correctedLine(one, locale, time)).join(text.list)),
      ...state.form.properties.flatMap((property) => {
        const value = state.properties[property.id];
        if (value === undefined) return [];
        const words = propertyWords(property, value, locale, nameOf);
        return said(property.name, words, property.type === 'url' ? words : null);
      }),
      ...said(text.source, page, page),
    ],
    sections: sections.map(({ id, title, text: words }) => ({ id, title, text: words })),
    items,
  };
}

/** Which facts of which incident were put right, and when. Plain text. */
export const correctedLine = (
  { incident, fields, at }: CorrectedLater,
  locale: Locale,
  time: (at: number) => string,
): string => {
  const names = fields.map((field) => fieldName(field, locale));
  return exportText(locale).correctedLine(labelOf(incident.number), names, time(at));
};

function propertyWords(
  { type }: Property,
  value: PropertyValue,
  locale: Locale,
  nameOf: (user: string) => string,
): string {
  const text = exportText(locale);
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  return type === 'person' ? text.san(nameOf(String(value))) : String(value);
}
