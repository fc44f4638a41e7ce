import { html } from 'hono/html';
import type { Visitor } from '../../env.ts';
import { csrfField, type Html } from '../../html.ts';

/** A page that acts by forms. */
export interface Acting {
  readonly visitor: Visitor;
  /** Whether the visitor may press anything. */
  readonly may: boolean;
  /** Where its forms go. */
  readonly address: string;
  /** The version of the record that it was drawn from. */
  readonly seen: number;
}

/** Names what a form does, and the version it was drawn from: the same press twice is one. */
export const pressFields = ({ visitor, seen }: Acting, verb: string): Html =>
  html`${csrfField(visitor)}<input type="hidden" name="do" value="${verb}"><input type="hidden" name="seen" value="${String(seen)}">`;

/** A button that acts by itself; nothing for those who may not. */
export function press(
  scene: Acting,
  verb: string,
  label: string,
  fields: Readonly<Record<string, string>> = {},
  primary = false,
): Html | '' {
  if (!scene.may) return '';
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const id = ['press', verb, ...Object.values(fields)].join('-');
  return html`<form method="post" action="${scene.address}">${pressFields(scene, verb)}${hidden}<button id="${id}" ${primary ? '' : html`class="second"`}>${label}</button></form>`;
}
