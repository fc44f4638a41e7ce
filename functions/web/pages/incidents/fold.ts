import { html } from 'hono/html';
import type { Html } from '../../html.ts';
import { type Acting, pressFields } from './press.ts';
import type { Scene } from './scene.ts';

/** One form of the page, folded; the one that was refused stands open. */
export function fold(
  scene: Acting & Pick<Scene, 'refused'>,
  verb: string,
  title: string,
  fields: Html,
  /** What the button says, where not the same as the fold. */
  label = title,
): Html {
  const open = scene.refused?.form === verb ? html`open` : '';
  return html`<details id="change-${verb}" ${open}><summary>${title}</summary>
<form method="post" action="${scene.address}" class="stack">${pressFields(scene, verb)}${fields}<p class="actions"><button class="second">${label}</button></p></form></details>`;
}

/** Why a field of a form was refused. */
export const errorIn = (
  { refused }: Pick<Scene, 'refused'>,
  form: string,
  name: string,
): string | undefined => (refused?.form === form ? refused.errors[name] : undefined);
