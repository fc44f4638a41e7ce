import { html } from 'hono/html';
import { recordId } from '../../../../shared/platform/ids.ts';
import {
  listTemplates,
  postmortemAddress,
  refusalWords,
  startPostmortem,
} from '../../../../shared/postmortem/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { CSRF_FIELD, csrfField, type Form, formOf, formValue, namesIn } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { field, select } from '../incidents/fields.ts';
import { byOf } from './change.ts';
import { newText } from './new-text.ts';
import { postmortemPageText } from './text.ts';
import { postmortemVerbs } from './verbs.ts';

/** The form of a postmortem that no incident asked for: about none, one or several. */
export function newPostmortemPage(parts: WebParts): Page {
  return (c) => {
    const asked: Form = [['incidents', c.req.query('incidents') ?? '']];
    return draw(c, parts, asked, {});
  };
}

/** Begins it; refused, the form is there again as it was filled in. */
export function startFromPage(parts: WebParts): Page {
  const verbs = postmortemVerbs(parts);
  return async (c) => {
    const form = await formOf(c);
    const read = (name: string) => (formValue(form, name) ?? '').trim();
    const { team, user } = visitorOf(c);
    const typed = form.filter(([name]) => name !== CSRF_FIELD);
    const wanted = {
      team,
      title: read('title'),
      template: read('template') || null,
      incidents: namesIn(read('incidents')),
      cause: recordId('web', user, ...typed.flat()),
    };
    const started = await startPostmortem(verbs, wanted, byOf(c));
    if (started.refusal) {
      const words = refusalWords(started.refusal, c.var.locale);
      return draw(c, parts, form, { [started.field]: words });
    }
    await ring(parts, started.path, ['work']);
    return c.redirect(postmortemAddress(started.state), 303);
  };
}

async function draw(
  c: WebContext,
  { store, clock }: WebParts,
  typed: Form,
  errors: Readonly<Record<string, string>>,
): Promise<Response> {
  const { locale } = c.var;
  const text = newText(locale);
  const templates = (await listTemplates(store)).filter(({ kind }) => kind === 'full');
  const seen = new Set<string>();
  const options = templates
    .toSorted((a, b) => Number(b.language === locale) - Number(a.language === locale))
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map(({ id, title }) => ({ id, name: `${title} (${id})` }));
  const value = (name: string) => formValue(typed, name) ?? '';
  const [error] = Object.values(errors);
  const shown = (name: string) => ({ name, value: value(name), error: errors[name] });
  // What it was drawn at names it, so that sent twice it is one and next month it is another.
  const nonce = value('seen') || String(clock.now());
  const main = html`<section class="narrow">
<p><a href="/postmortems">${postmortemPageText(locale).back}</a></p>
<h1>${text.title}</h1><p class="muted">${text.how}</p>
${error ? html`<p role="alert" class="notice wrong">${error}</p>` : ''}
<form method="post" action="/postmortems/new" class="stack">${csrfField(visitorOf(c))}<input type="hidden" name="seen" value="${nonce}">
${field('new', 'text', { ...shown('title'), label: text.name, hint: text.nameHint })}
${field('new', 'text', { ...shown('incidents'), label: text.incidents, hint: text.incidentsHint })}
${select('new', 'template', text.template, [{ id: '', name: text.byRule }, ...options], value('template'))}
<p class="actions"><button>${text.create}</button><a href="/postmortems/templates">${text.templates}</a></p></form></section>`;
  return page(c, { title: text.title, main, ...(error && { status: 422 }) });
}
