import { moment } from '../../../../shared/language/index.ts';
import {
  type Conflict,
  type FoundPostmortem,
  refusalWords,
  saveSection,
  sectionsOf,
  sectionVersion,
} from '../../../../shared/postmortem/index.ts';
import { ring } from '../../bell.ts';
import type { Page, WebContext } from '../../env.ts';
import { formOf, formValue } from '../../html.ts';
import { page, type View } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { byOf } from './change.ts';
import { editorOf, type Trouble } from './editor.ts';
import { editorText } from './editor-text.ts';
import { findPostmortem, sceneOf } from './scene.ts';
import { postmortemVerbs } from './verbs.ts';

/** The editor of one section, with what is saved now, or an old `version` to go back to: either is written on what is saved now. */
export function editSectionPage(parts: WebParts): Page {
  const verbs = postmortemVerbs(parts);
  return async (c) => {
    const found = await findPostmortem(c, parts);
    if (!found) return errorPage(c, 404, 'notFound');
    const asked = c.req.query('version');
    if (asked === undefined) return show(c, parts, found, null, null);
    const section = c.req.param('section') ?? '';
    const old = await sectionVersion(verbs, found.state, section, Number(asked));
    const head = found.state.sections[section];
    if (!old || !head) return errorPage(c, 404, 'notFound');
    const text = editorText(c.var.locale);
    const note = { words: text.going(text.version(old.version)), calm: true };
    return show(c, parts, found, { base: head.version, source: old.text }, note);
  };
}

interface Draft {
  readonly base: number;
  readonly source: string;
}

/** Draws anew or saves what was written. Whatever comes of it, the text is kept or shown again. */
export function saveSectionFromPage(parts: WebParts): Page {
  return async (c) => {
    const form = await formOf(c);
    const found = await findPostmortem(c, parts);
    if (!found) return errorPage(c, 404, 'notFound', form);
    const source = (formValue(form, 'source') ?? '').replace(/\r\n?/g, '\n');
    const draft = { base: Number(formValue(form, 'base') || Number.NaN), source };
    if (formValue(form, 'do') !== 'save') return show(c, parts, found, draft, null);
    const section = c.req.param('section') ?? '';
    const said = { section, base: draft.base, text: source };
    const saved = await saveSection(postmortemVerbs(parts), found.path, said, byOf(c));
    switch (saved.kind) {
      case 'refused':
        return show(c, parts, found, draft, { words: refusalWords(saved.refusal, c.var.locale) }, 422);
      case 'conflict':
        // From now on it is written on theirs: saving again is a decision.
        return show(c, parts, found, { base: saved.theirs.version, source }, conflictOf(c, saved), 409);
      default:
        await ring(parts, found.path, ['work']);
        return c.redirect(`/postmortems/${found.state.id}?done=${saved.kind}#section-${section}`, 303);
    }
  };
}

const conflictOf = (c: WebContext, { theirs }: Conflict): Trouble => ({
  words: editorText(c.var.locale).conflict(theirs.by?.name ?? null),
  theirs,
});

async function show(
  c: WebContext,
  parts: WebParts,
  found: FoundPostmortem,
  draft: Draft | null,
  trouble: Trouble | null,
  status: NonNullable<View['status']> = 200,
): Promise<Response> {
  const sections = await sectionsOf(postmortemVerbs(parts), found.state);
  const section = sections.find(({ id }) => id === c.req.param('section'));
  if (!section) return errorPage(c, 404, 'notFound', draft ? [['source', draft.source]] : []);
  const scene = sceneOf(c, parts, found, null);
  const shown = draft ?? { base: section.version, source: section.text };
  const when = trouble?.theirs ? moment(trouble.theirs.at, scene.now, scene.zone, scene.locale) : '';
  const main = editorOf(scene, section, shown, trouble, when);
  return page(c, { title: `${section.title} · ${found.state.title}`, main, status });
}
