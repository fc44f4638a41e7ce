import type { Page } from '../store/port.ts';
import { commentsOfPostmortem, savesOfSection } from '../store/shapes.ts';
import type { Comment } from './comments.ts';
import type { Reads } from './find.ts';
import type { Postmortem, PostmortemEvent, SectionHead, SectionVersion } from './model.ts';
import { versionPath } from './records.ts';
import type { TemplateSection } from './template/model.ts';

/** A section as a page shows it. `text` is Markdown as people wrote it: render it safely. */
export interface Section extends TemplateSection, SectionHead {
  readonly text: string;
}

/** All sections with their texts, in order. */
export function sectionsOf(ctx: Reads, state: Postmortem): Promise<readonly Section[]> {
  return Promise.all(
    state.form.sections.map(async (section): Promise<Section> => {
      const head = state.sections[section.id] ?? { version: 0, blank: true, open: 0, by: null, at: null };
      const kept = await sectionVersion(ctx, state, section.id, head.version);
      return { ...section, ...head, text: kept?.text ?? '' };
    }),
  );
}

/** One version of a section; null where there is none. */
export async function sectionVersion(
  ctx: Reads,
  { id, form }: Pick<Postmortem, 'id' | 'form'>,
  section: string,
  version: number,
): Promise<SectionVersion | null> {
  if (!Number.isInteger(version) || version < 1 || !form.sections.some((one) => one.id === section))
    return null;
  const { store } = ctx.incidents.calls;
  return (await store.get<SectionVersion>(versionPath(id, section, version)))?.data ?? null;
}

export type Save = Extract<PostmortemEvent, { type: 'section-saved' }>;

/** Who saved a section when, latest first, without the texts; 50 at a time. */
export async function sectionHistory(
  ctx: Reads,
  path: string,
  section: string,
  cursor: string | null = null,
): Promise<{ readonly saves: readonly Save[]; readonly cursor: string | null }> {
  const page = await ctx.incidents.calls.store.page<Save>({
    shape: savesOfSection,
    values: { type: 'section-saved', section },
    parent: path,
    limit: 50,
    cursor,
  });
  return { saves: page.docs.map(({ data }) => data), cursor: page.cursor };
}

/** What people said about it, in order of time; 100 at a time. */
export async function commentsOf(
  ctx: Reads,
  path: string,
  cursor: string | null = null,
): Promise<{ readonly comments: readonly Comment[]; readonly cursor: string | null }> {
  const query = { shape: commentsOfPostmortem, values: {}, parent: path, limit: 100, cursor };
  const page: Page<Comment> = await ctx.incidents.calls.store.page<Comment>(query);
  return { comments: page.docs.map(({ data }) => data), cursor: page.cursor };
}
