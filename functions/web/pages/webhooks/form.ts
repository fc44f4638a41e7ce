import { html } from 'hono/html';
import { publicTarget } from '../../../../shared/adapters/webhook/index.ts';
import { EVENT_KINDS, isEventKind } from '../../../../shared/delivery/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import {
  LONGEST_DESCRIPTION,
  LONGEST_URL,
  type WebhookSettings,
  webhookText,
} from '../../../../shared/webhook/index.ts';
import { type Form, formValue, formValues, type Html } from '../../html.ts';
import { field, ticks } from '../incidents/fields.ts';

export type Errors = Readonly<Partial<Record<'url' | 'description' | 'kinds', string>>>;

/** What an admin typed, as it was typed, and what is wrong with it. */
export interface Typed extends WebhookSettings {
  readonly errors: Errors;
}

export const BLANK: Typed = { url: '', description: '', kinds: [], private: false, errors: {} };

export function typedIn(form: Form, locale: Locale): Typed {
  const text = webhookText(locale);
  const read = (name: string) => (formValue(form, name) ?? '').trim();
  const url = read('url');
  const description = read('description');
  const kinds = formValues(form, 'kinds').filter(isEventKind);
  const errors: Errors = {
    ...((url.length > LONGEST_URL || publicTarget(url) === null) && { url: text.errors.url }),
    ...(description.length > LONGEST_DESCRIPTION && { description: text.errors.description }),
    ...(kinds.length === 0 && { kinds: text.errors.kinds }),
  };
  return { url, description, kinds, private: formValue(form, 'private') === 'yes', errors };
}

/** Null where nothing is wrong. */
export const settingsOf = ({ errors, ...settings }: Typed): WebhookSettings | null =>
  Object.keys(errors).length === 0 ? settings : null;

const GROUPS = ['call', 'incident', 'action_item', 'postmortem'] as const;

/** The fields of one, for making and for changing it. */
export function settingsFields(
  { url, description, kinds, private: secret, errors }: Typed,
  locale: Locale,
): Html {
  const text = webhookText(locale);
  const { fields } = text;
  const groups = GROUPS.map((group) => {
    const options = EVENT_KINDS.filter((kind) => kind.startsWith(`${group}.`));
    return ticks(
      'kinds',
      text.groups[group],
      options.map((id) => ({ id, name: text.kinds[id] })),
      kinds,
    );
  });
  return html`${field('webhook', 'url', { name: 'url', label: fields.url, hint: fields.urlHint, value: url, most: LONGEST_URL, required: true, error: errors.url })}
${field('webhook', 'text', { name: 'description', label: fields.description, hint: fields.descriptionHint, value: description, most: LONGEST_DESCRIPTION, error: errors.description })}
<div class="field" role="group" aria-labelledby="kinds-label"><p id="kinds-label">${fields.kinds}</p>${errors.kinds ? html`<p class="wrong">${errors.kinds}</p>` : ''}
<div class="kinds">${groups}</div></div>
<div class="field"><label class="tick"><input type="checkbox" name="private" value="yes" aria-describedby="private-note" ${secret ? html`checked` : ''}> <span>${fields.private}</span></label><p id="private-note" class="muted">${fields.privateHint}</p></div>`;
}
