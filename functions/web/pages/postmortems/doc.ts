import { html } from 'hono/html';
import { momentIn } from '../../../../shared/language/index.ts';
import { docBarred, docText, docTrouble } from '../../../../shared/postmortem/index.ts';
import type { Html } from '../../html.ts';
import { safeAddress } from '../../markdown.ts';
import { press } from '../incidents/press.ts';
import type { PostmortemScene } from './scene.ts';

/** The Google Doc among the exports: where it is, how the last writing went, and the button. */
export function docExport(scene: PostmortemScene): Html | '' {
  const { found, state, locale, config } = scene;
  const { doc } = state;
  const text = docText(locale);
  const barred = docBarred({ config }, found) !== null;
  const href = doc?.url ? safeAddress(doc.url) : null;
  if (barred && href === null) return '';
  const writing = doc?.standing === 'asked';
  const trouble = docTrouble(state, locale);
  const at = doc?.standing === 'written' ? text.written(momentIn(doc.at, scene)) : '';
  return html`<div id="google-doc" class="stack" ${writing ? html`data-live` : ''}>
${trouble ? html`<p role="alert" class="notice wrong">${trouble}</p>` : ''}
${writing ? html`<p role="status" class="notice waiting">${text.writing}</p>` : ''}
${href ? html`<p><a href="${href}" rel="noopener noreferrer">${text.open}</a> <span class="muted">${at}</span></p>` : ''}
${barred || writing ? '' : press(scene, 'doc', text.ask[href ? 'again' : 'first'])}
${href && scene.may && !barred ? html`<p class="muted">${text.replaces}</p>` : ''}</div>`;
}
