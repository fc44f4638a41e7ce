import { html } from 'hono/html';
import type { Locale } from '../../shared/language/index.ts';
import type { Html } from './html.ts';
import { webText } from './text.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/**
 * What there is to choose from, with what an old link or a saved filter narrows by and is no longer there: a list must not
 * look as if it showed everything.
 */
export const withGone = (all: readonly Choice[], chosen: string, locale: Locale): readonly Choice[] =>
  chosen === '' || all.some(({ id }) => id === chosen)
    ? all
    : [...all, { id: chosen, name: webText(locale).gone(chosen) }];

/** A list is narrowed by one of these, or by none. */
export function choice(
  name: string,
  label: string,
  { all, chosen, any, locale }: { all: readonly Choice[]; chosen: string; any: string; locale: Locale },
): Html {
  const options = withGone(all, chosen, locale).map(
    (one) => html`<option value="${one.id}" ${one.id === chosen ? html`selected` : ''}>${one.name}</option>`,
  );
  return html`<label>${label}<select name="${name}"><option value="">${any}</option>${options}</select></label>`;
}
