import { html } from 'hono/html';
import type { Locale } from '../../../../shared/language/index.ts';
import type { Html } from '../../html.ts';
import { paletteText } from './text.ts';

/** Stands closed at the end of every page; `palette.js` opens it. Without scripts the header's search does its work. */
export function paletteDialog(locale: Locale): Html {
  const text = paletteText(locale);
  return html`<dialog id="palette" class="palette" aria-label="${text.title}" data-failed="${text.failed}" data-count="${text.count}">
<form action="/search"><input type="search" name="q" maxlength="100" role="combobox" aria-label="${text.title}" aria-expanded="false" aria-controls="palette-list" aria-autocomplete="list" autocomplete="off" placeholder="${text.hint}"></form>
<div id="palette-list" role="listbox" aria-label="${text.title}"></div>
<p class="unseen" role="status"></p>
<p class="muted keys shown">${text.keys}</p>
</dialog>`;
}
