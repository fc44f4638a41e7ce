import { html } from 'hono/html';
import { momentIn } from '../../../../shared/language/index.ts';
import {
  askable,
  isAiDraft,
  proseStanding,
  proseText,
  proseWords,
} from '../../../../shared/postmortem/index.ts';
import type { Html } from '../../html.ts';
import { badge } from '../../state.ts';
import { press } from '../incidents/press.ts';
import type { PostmortemScene } from './scene.ts';

/** Above the document: what a language model was asked for and how it stands, and the button that asks. */
export function proseSection(scene: PostmortemScene): Html | '' {
  const { found, state, locale, ai } = scene;
  const text = proseText(locale);
  const standing = state.state === 'draft' ? proseStanding(state) : null;
  const ask = askable({ ai }, found);
  if (standing === null && (ask === null || !scene.may)) return '';
  const tone = standing?.kind === 'failed' ? 'wrong' : 'waiting';
  return html`<section id="prose" aria-label="${text.badge}" ${isWriting(state) ? html`data-live` : ''}>
${standing ? html`<p class="notice ${tone}">${proseWords(standing, locale, (at) => momentIn(at, scene))}</p>` : ''}
${ask ? press(scene, 'prose', text.ask[ask]) : ''}</section>`;
}

/** While it writes, what it writes appears by itself. */
export const isWriting = (state: PostmortemScene['state']): boolean =>
  state.state === 'draft' && proseStanding(state)?.kind === 'writing';

/** Beside the title of a section that a machine wrote and no person has saved since. */
export const proseBadge = ({ state, locale }: PostmortemScene, section: string): Html | '' =>
  isAiDraft(state, section) ? badge('waiting', proseText(locale).badge) : '';
