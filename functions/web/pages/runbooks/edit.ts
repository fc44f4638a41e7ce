import { isTobanError } from '../../../../shared/platform/errors.ts';
import {
  checkRunbook,
  listRunbooks,
  type Pushed,
  pushRunbook,
  type RunbookEntry,
  runbookSource,
} from '../../../../shared/runbook/index.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { formOf, formValue } from '../../html.ts';
import { page, type View } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { editText } from './edit-text.ts';
import { type Draft, editorOf, titleOf, type Unsaved } from './editor.ts';
import { namesHere, readerOf } from './reader.ts';

/** An empty sheet is no start: a new one begins with a sample that works, or `from` another, to be translated. */
export function newRunbookPage(parts: WebParts): Page {
  return async (c) => {
    const entries = await listRunbooks(parts.store);
    const from = entries.find(({ id }) => id === c.req.query('from'));
    const kept = from && (await runbookSource(parts.store, from.id, from.version));
    const source = kept?.source ?? editText(c.var.locale).sample;
    return show(c, parts, { id: null, base: null, source }, entries, null);
  };
}

/** What is saved now, or an old `version` to go back to: either is written on what is saved now. */
export function editRunbookPage(parts: WebParts): Page {
  return async (c) => {
    const entries = await listRunbooks(parts.store);
    const entry = entries.find(({ id }) => id === c.req.param('id'));
    const version = c.req.query('version') || entry?.version;
    const kept = entry && version && (await runbookSource(parts.store, entry.id, version));
    if (!kept) return errorPage(c, 404, 'notFound');
    return show(c, parts, { id: entry.id, base: entry.version, source: kept.source }, entries, null);
  };
}

/** Checks or saves what was written. Whatever comes of it, the text is shown again or kept. */
export function saveRunbook(parts: WebParts): Page {
  const { store, clock, config } = parts;
  return async (c) => {
    const form = await formOf(c);
    const id = c.req.param('id') ?? null;
    const source = textOf(formValue(form, 'source'));
    const draft: Draft = { id, base: (id && formValue(form, 'base')) || null, source };
    const entries = await listRunbooks(store);
    if (id !== null && !entries.some((one) => one.id === id)) return errorPage(c, 404, 'notFound', form);
    if (formValue(form, 'do') !== 'save') return show(c, parts, draft, entries, null);
    const { user, name } = visitorOf(c);
    const names = namesHere(config, entries);
    try {
      const expected = { id, version: draft.base };
      const pushed = await pushRunbook(store, source, { user, name }, names, clock.now(), expected);
      if (pushed.entry && !pushed.conflict)
        return c.redirect(`/runbooks/${pushed.entry.id}?done=${pushed.changed ? 'saved' : 'unchanged'}`, 303);
      return await refuse(c, parts, draft, entries, pushed);
    } catch (error) {
      if (!isTobanError(error, 'refused')) throw error;
      return show(c, parts, draft, entries, { words: editText(c.var.locale).full }, 422);
    }
  };
}

/** A form writes each end of a line in two characters. */
export const textOf = (typed: string | undefined): string => (typed ?? '').replace(/\r\n?/g, '\n');

async function refuse(
  c: WebContext,
  parts: WebParts,
  draft: Draft,
  entries: readonly RunbookEntry[],
  { entry, conflict }: Pushed,
): Promise<Response> {
  const text = editText(c.var.locale);
  if (!conflict) return show(c, parts, draft, entries, { words: text.blocked }, 422);
  const words = text.conflicts[conflict](conflict === 'other-id' ? (draft.id ?? '') : (entry?.id ?? ''));
  const theirs =
    conflict === 'stale' && entry ? await runbookSource(parts.store, entry.id, entry.version) : null;
  if (!entry || !theirs)
    return show(c, parts, draft, entries, { words, movable: conflict === 'other-id' }, 422);
  // From now on it is written on theirs: saving again is a decision.
  const rebased = { ...draft, base: entry.version };
  return show(c, parts, rebased, entries, { words, theirs: { entry, source: theirs.source } }, 409);
}

async function show(
  c: WebContext,
  { store, clock, config }: WebParts,
  draft: Draft,
  entries: readonly RunbookEntry[],
  unsaved: Unsaved | null,
  status: NonNullable<View['status']> = 200,
): Promise<Response> {
  const { locale } = c.var;
  const reader = await readerOf({ store, config }, locale, clock.now());
  const checked = checkRunbook(draft.source, namesHere(config, entries));
  const main = editorOf(draft, checked, unsaved, reader, visitorOf(c));
  return page(c, { title: titleOf(draft, locale), main, status });
}
