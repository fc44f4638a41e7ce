import { html } from 'hono/html';
import type { Locale } from '../../shared/language/index.ts';
import type { Html } from './html.ts';
import { webText } from './text.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/**
 * A list is narrowed by one of these, or by none. What an old link or a saved filter narrows by and is no longer there
 * stands in it, too: the list must not look as if it showed everything.
 */
export function choice(
  name: string,
  label: string,
  { all, chosen, any, locale }: { all: readonly Choice[]; chosen: string; any: string; locale: Locale },
): Html {
  const gone = chosen !== '' && !all.some(({ id }) => id === chosen);
  const known = gone ? [...all, { id: chosen, name: webText(locale).gone(chosen) }] : all;
  const options = known.map(
    (one) => html`<option value="${one.id}" ${one.id === chosen ? html`selected` : ''}>${one.name}</option>`,
  );
  return html`<label>${label}<select name="${name}"><option value="">${any}</option>${options}</select></label>`;
}
