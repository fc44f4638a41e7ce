import { html } from 'hono/html';
import { moment, viaText } from '../../../../shared/language/index.ts';
import type { Comment } from '../../../../shared/postmortem/index.ts';
import type { Html } from '../../html.ts';
import { badge } from '../../state.ts';
import { field, select } from '../incidents/fields.ts';
import { errorIn, fold } from '../incidents/fold.ts';
import { press } from '../incidents/press.ts';
import { typedIn } from '../incidents/scene.ts';
import { formsText } from './forms-text.ts';
import type { PostmortemScene } from './scene.ts';

/** What people said about it, in order of time. Plain words: nothing in them is Markdown. */
export function commentsSection(
  scene: PostmortemScene,
  { comments, cursor }: { readonly comments: readonly Comment[]; readonly cursor: string | null },
): Html {
  const text = formsText(scene.locale);
  const { address, may } = scene;
  const more = cursor
    ? html`<p><a href="${address}?${new URLSearchParams({ comments: cursor })}#comments">${text.later}</a></p>`
    : '';
  return html`<section aria-labelledby="comments"><h2 id="comments">${text.comments}</h2>
${comments.length > 0 ? html`<ol class="updates">${comments.map((one) => line(scene, one))}</ol>` : html`<p class="muted">${text.noComments}</p>`}
${more}${may ? html`<div class="folds">${form(scene)}</div>` : ''}</section>`;
}

function line(scene: PostmortemScene, { id, section, text: words, by, at, resolved }: Comment): Html {
  const text = formsText(scene.locale);
  const { state, now, zone, locale } = scene;
  const about = state.form.sections.find((one) => one.id === section);
  const time = moment(at, now, zone, locale);
  const label = resolved ? text.reopen : text.resolve;
  return html`<li id="${id}"><p class="muted"><bdi>${scene.text.san(by.name)}${viaText(by.via, locale)}</bdi> · <time datetime="${new Date(at).toISOString()}">${time}</time>${about ? html` · <a href="#section-${about.id}"><bdi>${about.title}</bdi></a>` : ''} ${resolved ? badge('done', text.resolved) : ''}</p>
<p class="said" dir="auto"><bdi>${words}</bdi></p>
${press(scene, 'resolve', label, { comment: id, resolved: String(resolved === null) })}</li>`;
}

function form(scene: PostmortemScene): Html {
  const text = formsText(scene.locale);
  const sections = scene.state.form.sections.map(({ id, title }) => ({ id, name: title }));
  return fold(
    scene,
    'comment',
    text.comment,
    html`${select('comment', 'section', text.about, [{ id: '', name: text.whole }, ...sections], typedIn(scene, 'comment', 'section', ''))}
${field('comment', 'lines', { name: 'text', label: text.commentText, value: typedIn(scene, 'comment', 'text', ''), error: errorIn(scene, 'comment', 'text'), required: true })}`,
  );
}
