import { html } from 'hono/html';
import type { Visitor, WebContext } from './env.ts';

/** A piece of a page. Made by the `html` template only: every value in it is escaped unless it is such a piece itself. */
export type Html = ReturnType<typeof html>;

export const CSRF_FIELD = 'csrf';

/** Stands in every form that posts. */
export const csrfField = ({ csrf }: Visitor): Html =>
  html`<input type="hidden" name="${CSRF_FIELD}" value="${csrf}">`;

/** What somebody typed, in the form's order; files are left out. */
export async function formOf(c: WebContext): Promise<[name: string, value: string][]> {
  const parsed = await c.req.parseBody({ all: true });
  return Object.entries(parsed).flatMap(([name, value]) =>
    [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
  );
}

/** What somebody typed, field by field in the form's order. */
export type Form = readonly (readonly [name: string, value: string])[];
export const formValue = (form: Form, field: string): string | undefined =>
  form.find(([name]) => name === field)?.[1];
/** Several names in one field, as typed: `INC-7 INC-9`. */
export const namesIn = (typed: string): string[] => typed.split(/[\s,、]+/).filter((one) => one !== '');
export const formValues = (form: Form, field: string): readonly string[] =>
  form.flatMap(([name, value]) => (name === field ? [value] : []));
