import { html } from 'hono/html';
import type { Section, SectionVersion } from '../../../../shared/postmortem/index.ts';
import { assetPath } from '../../assets.ts';
import { diffTable } from '../../diff.ts';
import { csrfField, type Html } from '../../html.ts';
import { markdown } from '../../markdown.ts';
import { editorText } from './editor-text.ts';
import type { PostmortemScene } from './scene.ts';

/** Why it was not saved. `theirs`: somebody else changed the same lines; `calm`: nothing is wrong, it is only good to know. */
export interface Trouble {
  readonly words: string;
  readonly calm?: boolean;
  readonly theirs?: SectionVersion;
}

/** One section: the text on one side, how it reads on the other. Works by its buttons alone. */
export function editorOf(
  { address, visitor, locale, state }: PostmortemScene,
  section: Section,
  { base, source }: { readonly base: number; readonly source: string },
  trouble: Trouble | null,
  when: string,
): Html {
  const text = editorText(locale);
  const { id, title, guidance } = section;
  // No limit on the field itself: it would cut off what is pasted, without a word.
  return html`<section>
<p><a href="${address}#section-${id}"><bdi>${state.title}</bdi></a></p>
<h1><bdi>${title}</bdi></h1>
${trouble ? noticeOf(trouble) : ''}
${trouble?.theirs ? between(trouble.theirs, source, address, { locale, when }) : ''}
<form method="post" action="${address}/sections/${id}" enctype="multipart/form-data" class="editor" data-editor ${trouble && !trouble.calm ? html`data-unsaved` : ''} data-place="${text.place('{line}', '{column}')}">
${csrfField(visitor)}<input type="hidden" name="base" value="${String(base)}">
<div class="field">${guidance ? html`<details open><summary>${text.guidance}</summary>${markdown(guidance, { heading: 3 })}</details>` : ''}
<label for="source">${trouble?.theirs ? text.mine : text.field}</label>
<textarea id="source" name="source" rows="20" dir="auto" aria-describedby="source-note">
${source}</textarea>
<p id="source-note" class="muted">${text.hint} <output id="caret" class="num"></output></p>
<p class="actions"><button name="do" value="save">${text.save}</button>
<button name="do" value="check" class="second">${text.check}</button>
<a href="${address}#section-${id}">${trouble?.theirs ? text.takeTheirs : text.cancel}</a></p></div>
<div class="preview"><h2>${text.preview}</h2>
<p id="not-current" role="status" class="notice wrong" data-text="${text.notCurrent}" hidden></p>
<div id="preview" class="stack" data-preview>${markdown(source, { heading: 3 })}</div></div>
</form>
<script type="module" src="${assetPath('editor.js')}"></script>
</section>`;
}

const noticeOf = ({ words, calm }: Trouble): Html =>
  calm
    ? html`<p role="status" class="notice">${words}</p>`
    : html`<p role="alert" class="notice wrong">${words}</p>`;

/** Both texts, and where they differ. */
function between(
  theirs: SectionVersion,
  mine: string,
  address: string,
  { locale, when }: { readonly locale: PostmortemScene['locale']; readonly when: string },
): Html {
  const text = editorText(locale);
  const who = `${theirs.by?.name ?? 'Toban'} ${when}`;
  return html`<div class="stack"><p>${text.conflictHow}</p>
<h2>${text.difference}</h2>${diffTable(theirs.text, mine, locale)}
<details open><summary>${text.theirs} <bdi>${who}</bdi></summary><pre class="source" tabindex="0" dir="auto">${theirs.text}</pre></details>
<p><a href="${address}/sections/${theirs.section}/history">${text.history}</a></p></div>`;
}
