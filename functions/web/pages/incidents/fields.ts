import { html } from 'hono/html';
import type { Html } from '../../html.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  /** Why it was refused; said beside the field. */
  readonly error?: string | undefined;
  readonly most?: number;
  readonly required?: boolean;
  /** Id of a list of what may be meant. */
  readonly list?: string;
  /** Which keys a phone shows. */
  readonly inputmode?: 'decimal';
}

type Kind = 'text' | 'url' | 'number' | 'date' | 'datetime-local' | 'lines';

/** One field of a form with its hint and, where it was refused, why. `form` keeps ids apart on a page of several. */
export function field(
  form: string,
  kind: Kind,
  { name, label, value, hint, error, most, required, list, inputmode }: Field,
): Html {
  const id = `${form}-${name}`;
  const attributes = html`id="${id}" name="${name}" ${most ? html`maxlength="${String(most)}"` : ''} ${required ? html`required` : ''} ${list ? html`list="${list}" autocomplete="off"` : ''} ${inputmode ? html`inputmode="${inputmode}"` : ''} ${error || hint ? html`aria-describedby="${id}-note"` : ''} ${error ? html`aria-invalid="true"` : ''}`;
  const box =
    kind === 'lines'
      ? html`<textarea rows="3" ${attributes}>${value}</textarea>`
      : html`<input type="${kind}" value="${value}" ${attributes}>`;
  const note = error ?? hint;
  return html`<div class="field"><label for="${id}">${label}</label>${box}${note ? html`<p id="${id}-note" class="${error ? 'wrong' : 'muted'}">${note}</p>` : ''}</div>`;
}

export interface Option {
  readonly id: string;
  readonly name: string;
}

export function select(
  form: string,
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string,
  error?: string,
): Html {
  const id = `${form}-${name}`;
  const all = options.map(
    (one) => html`<option value="${one.id}" ${one.id === chosen ? html`selected` : ''}>${one.name}</option>`,
  );
  return html`<div class="field"><label for="${id}">${label}</label><select id="${id}" name="${name}" ${error ? html`aria-invalid="true" aria-describedby="${id}-note"` : ''}>${all}</select>${error ? html`<p id="${id}-note" class="wrong">${error}</p>` : ''}</div>`;
}

/** Boxes to tick, as one group. */
export function ticks(
  name: string,
  legend: string,
  options: readonly Option[],
  ticked: readonly string[],
): Html {
  const boxes = options.map(
    (one) =>
      html`<label class="tick"><input type="checkbox" name="${name}" value="${one.id}" ${ticked.includes(one.id) ? html`checked` : ''}> <span>${one.name}</span></label>`,
  );
  return html`<fieldset><legend>${legend}</legend>${boxes}</fieldset>`;
}
