import type { Person } from '../../../../shared/incident/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import { recordId } from '../../../../shared/platform/ids.ts';
import { refusalWords } from '../../../../shared/postmortem/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { CSRF_FIELD, formOf, formValue, formValues } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { carryOut, type Outcome } from './commands.ts';
import { drawPostmortem } from './detail.ts';
import { formsText } from './forms-text.ts';
import { findPostmortem } from './scene.ts';

export const byOf = (c: WebContext): Person => {
  const { user, name } = visitorOf(c);
  return { user, name };
};

/** Which part of the page shows what a form did. */
const PLACES: Readonly<Record<string, string>> = {
  tick: '#checklist',
  prose: '#prose',
  doc: '#export',
  meeting: '#meeting',
  'no-meeting': '#meeting',
  properties: '#properties',
  link: '#about',
  unlink: '#about',
  comment: '#comments',
  resolve: '#comments',
};

function wordsOf(refusal: NonNullable<Outcome['refusal']>, locale: Locale): string {
  if (refusal === 'time') return formsText(locale).wrongTime;
  return 'several' in refusal ? formsText(locale).several(refusal.several) : refusalWords(refusal, locale);
}

/** What a press or a form of the page wants, by the same verbs as in Slack; a refusal shows what was typed again. */
export function changePostmortem(parts: WebParts): Page {
  return async (c) => {
    const form = await formOf(c);
    const found = await findPostmortem(c, parts);
    if (!found) return errorPage(c, 404, 'notFound', form);
    const verb = formValue(form, 'do') ?? '';
    const by = byOf(c);
    const typed = form.filter(([name]) => name !== CSRF_FIELD);
    const outcome = await carryOut({
      parts,
      found,
      by,
      verb,
      cause: recordId('web', by.user, ...typed.flat()),
      signal: c.req.raw.signal,
      read: (name) => (formValue(form, name) ?? '').trim(),
      all: (name) => formValues(form, name),
    });
    if (!outcome) return errorPage(c, 400, 'badInput', form);
    const { refusal, field } = outcome;
    if (refusal !== null) {
      const { locale } = c.var;
      const words = wordsOf(refusal, locale);
      const refused = { form: verb, words, errors: field ? { [field]: words } : {}, typed };
      return drawPostmortem(c, parts, found, refused);
    }
    await ring(parts, found.path, ['work']);
    return c.redirect(`/postmortems/${found.state.id}${PLACES[verb] ?? ''}`, 303);
  };
}
