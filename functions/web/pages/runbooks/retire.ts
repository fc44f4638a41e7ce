import { html } from 'hono/html';
import type { Locale } from '../../../../shared/language/index.ts';
import { type RunbookEntry, retireRunbook } from '../../../../shared/runbook/index.ts';
import { type Page, type Visitor, visitorOf } from '../../env.ts';
import { csrfField, formOf, formValue, type Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { runbookPageText } from './text.ts';

/** Takes a runbook out of use, or brings it back. */
export function retireOnPage({ store, clock }: WebParts): Page {
  return async (c) => {
    const form = await formOf(c);
    const { user, name } = visitorOf(c);
    const retired = formValue(form, 'retired') === 'yes';
    const found = await retireRunbook(store, c.req.param('id') ?? '', retired, { user, name }, clock.now());
    if (!found) return errorPage(c, 404, 'notFound', form);
    return c.redirect(`/runbooks/${found.entry.id}?done=${retired ? 'retired' : 'restored'}`, 303);
  };
}

export function retiredNotice(done: string | undefined, locale: Locale): Html | '' {
  const { retired } = runbookPageText(locale);
  const words = done === 'retired' ? retired.done : done === 'restored' ? retired.restored : null;
  return words ? html`<p role="status" class="notice">${words}</p>` : '';
}

/** Last on the page, and with what follows from it: nobody presses it by the way. */
export function retireSection({ id, retired }: RunbookEntry, visitor: Visitor, locale: Locale): Html {
  const { retired: words } = runbookPageText(locale);
  return html`<section aria-labelledby="retire"><h2 id="retire">${retired ? words.word : words.act}</h2>
${retired ? '' : html`<p class="muted">${words.help}</p>`}
<form method="post" action="/runbooks/${id}/retire">${csrfField(visitor)}<input type="hidden" name="retired" value="${retired ? 'no' : 'yes'}">
<button class="second">${retired ? words.back : words.act}</button></form></section>`;
}
