import { html } from 'hono/html';
import { type ErrorCode, isTobanError } from '../../../shared/platform/errors.ts';
import type { WebContext } from '../env.ts';
import { CSRF_FIELD, csrfField, type Form, type Html } from '../html.ts';
import { page, type View } from '../layout.ts';
import { type ErrorKind, webText } from '../text.ts';

type Status = NonNullable<View['status']>;

/** What happened, what it means for what was typed, what to do. Nothing typed is lost: it can be sent again. */
export function errorPage(
  c: WebContext,
  status: Status,
  kind: ErrorKind,
  form: Form = [],
  note: string | null = null,
): Response | Promise<Response> {
  const text = webText(c.var.locale);
  const { title, body } = text.errors[kind];
  const signIn = `/sign-in?to=${encodeURIComponent(c.req.method === 'GET' ? new URL(c.req.url).pathname : '/')}`;
  const main = html`<section class="narrow">
<h1>${title}</h1>
<p>${body}</p>
${note ? html`<p>${note}</p>` : ''}
${typed(c, form)}
<p class="actions">${c.var.visitor ? '' : html`<a class="button" href="${signIn}">${text.signIn.title}</a>`}
<a href="/">${text.home}</a></p>
</section>`;
  return page(c, { title, main, status });
}

function typed(c: WebContext, form: Form): Html | '' {
  const fields = form.filter(([name]) => name !== CSRF_FIELD);
  if (form.length === 0) return '';
  const text = webText(c.var.locale);
  const { visitor } = c.var;
  const areas = fields.map(
    ([name, value]) => html`<label>${name}<textarea name="${name}" rows="3">${value}</textarea></label>`,
  );
  return html`<form method="post" action="${c.req.path}" class="stack">
${visitor ? csrfField(visitor) : ''}${areas}
<button>${text.sendAgain}</button></form>`;
}

const KINDS: Partial<Record<ErrorCode, readonly [Status, ErrorKind]>> = {
  'not-found': [404, 'notFound'],
  'bad-input': [400, 'badInput'],
  conflict: [409, 'conflict'],
  unavailable: [503, 'unavailable'],
  'unknown-outcome': [503, 'unavailable'],
  'rate-limited': [503, 'unavailable'],
};

/** The one place where a failure becomes a page. */
export function failurePage(c: WebContext, error: unknown, form: Form = []): Response | Promise<Response> {
  const [status, kind] = (isTobanError(error) && KINDS[error.code]) || ([500, 'bug'] as const);
  return errorPage(c, status, kind, form);
}
