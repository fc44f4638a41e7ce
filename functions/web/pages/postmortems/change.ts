import type { Person } from '../../../../shared/incident/index.ts';
import {
  type AppliedPostmortem,
  applyPostmortem,
  type FoundPostmortem,
  isState,
  movePostmortem,
  type PostmortemRefusal,
  refusalWords,
} from '../../../../shared/postmortem/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { type Form, formOf, formValue } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import type { Refused } from '../incidents/scene.ts';
import { drawPostmortem } from './detail.ts';
import { findPostmortem } from './scene.ts';
import { postmortemVerbs } from './verbs.ts';

export interface Change {
  readonly parts: WebParts;
  readonly found: FoundPostmortem;
  readonly by: Person;
  readonly verb: string;
  read(name: string): string;
}

export const byOf = (c: WebContext): Person => {
  const { user, name } = visitorOf(c);
  return { user, name };
};

/** What a press or a form of the page wants, by the same verbs as in Slack; a refusal shows what was typed again. */
export function changePostmortem(parts: WebParts): Page {
  return async (c) => {
    const found = await findPostmortem(c, parts);
    const form = await formOf(c);
    if (!found) return errorPage(c, 404, 'notFound', form);
    const verb = formValue(form, 'do') ?? '';
    const read = (name: string) => (formValue(form, name) ?? '').trim();
    const applied = await apply({ parts, found, by: byOf(c), verb, read });
    if (!applied) return errorPage(c, 400, 'badInput', form);
    if (applied.refusal) return drawPostmortem(c, parts, found, refusedAs(c, verb, applied.refusal, form));
    await ring(parts, found.path, ['work']);
    return c.redirect(`/postmortems/${found.state.id}`, 303);
  };
}

/** Null where the form says nothing that there is. */
async function apply(change: Change): Promise<AppliedPostmortem | null> {
  const { parts, found, by, verb, read } = change;
  const verbs = postmortemVerbs(parts);
  const to = verb.startsWith('move-') ? verb.slice('move-'.length) : read('to');
  if (verb.startsWith('move'))
    return isState(to) ? movePostmortem(verbs, found, to, read('reason') || null, by) : null;
  if (verb !== 'tick') return null;
  const item = read('item');
  return applyPostmortem(verbs, found.path, { type: 'tick', item, done: read('done') === 'true', by });
}

function refusedAs(c: WebContext, form: string, refusal: PostmortemRefusal, typed: Form): Refused {
  const words = refusalWords(refusal, c.var.locale);
  const errors = refusal.refused === 'reason-needed' ? { reason: words } : {};
  return { form, words, errors, typed };
}
