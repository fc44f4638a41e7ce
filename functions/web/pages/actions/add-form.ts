import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import { actionItemText } from '../../../../shared/action-item/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import type { Visitor } from '../../env.ts';
import { csrfField, type Form, formValue, type Html } from '../../html.ts';
import { field } from '../incidents/fields.ts';
import { itemFields } from './item-form.ts';

export interface Refused {
  readonly typed: Form;
  readonly errors: Readonly<Record<string, string>>;
}

/** The form to add one, folded; with a name of its own, so that sent twice it is one. `from`: what it follows from, else it is typed. */
export function addForm(
  visitor: Visitor,
  locale: Locale,
  here: string,
  from:
    | (({ readonly incident: string } | { readonly postmortem: string }) & { readonly items: number })
    | null,
  refused: Refused | null = null,
): Html {
  const { buttons, fields, hints } = actionItemText(locale);
  // A page that is polled stays the same while nothing has changed: there it is named by how many there are.
  const fresh = from ? String(from.items) : randomBytes(12).toString('base64url');
  const nonce = refused ? (formValue(refused.typed, 'nonce') ?? '') : fresh;
  const typed = { typed: refused?.typed ?? null, errors: refused?.errors ?? {} };
  const where =
    from === null
      ? field('new', 'text', {
          name: 'incident',
          label: fields.incident,
          hint: hints.incident,
          value: refused ? (formValue(refused.typed, 'incident') ?? '') : '',
          error: refused?.errors.incident,
          most: 100,
        })
      : 'incident' in from
        ? html`<input type="hidden" name="incident" value="${from.incident}">`
        : html`<input type="hidden" name="postmortem" value="${from.postmortem}">`;
  return html`<details id="add" ${refused ? html`open` : ''}><summary>${buttons.add}</summary>
<form method="post" action="/actions" class="stack add">${csrfField(visitor)}<input type="hidden" name="do" value="add"><input type="hidden" name="nonce" value="${nonce}"><input type="hidden" name="back" value="${here}">
${itemFields('new', null, locale, typed)}${where}<p class="actions"><button>${buttons.create}</button></p></form></details>`;
}
