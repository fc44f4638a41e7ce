import { html } from 'hono/html';
import { moment } from '../../../../shared/language/index.ts';
import type { Parsed, RunbookEntry } from '../../../../shared/runbook/index.ts';
import { MOST_SOURCE } from '../../../../shared/runbook/index.ts';
import { assetPath } from '../../assets.ts';
import { diffTable } from '../../diff.ts';
import type { Visitor } from '../../env.ts';
import { csrfField, type Html } from '../../html.ts';
import { markdown } from '../../markdown.ts';
import { documentOf } from './document.ts';
import { editText } from './edit-text.ts';
import { problemBadge, problemList } from './problems.ts';
import type { RunbookReader } from './reader.ts';
import { runbookPageText } from './text.ts';

/** What somebody is writing. `id` and `base`: the runbook and the version it is written on; both null for a new one. */
export interface Draft {
  readonly id: string | null;
  readonly base: string | null;
  readonly source: string;
}

/** Why it was not saved. `theirs`: what somebody else saved in between; `movable`: it could be saved as a new one. */
export interface Unsaved {
  readonly words: string;
  readonly theirs?: { readonly entry: RunbookEntry; readonly source: string };
  readonly movable?: boolean;
}

const FIELD = 'source';

/** The text on one side, what is wrong with it and how it reads on the other. Works by its buttons alone. */
export function editorOf(
  draft: Draft,
  checked: Parsed,
  unsaved: Unsaved | null,
  reader: RunbookReader,
  visitor: Visitor,
): Html {
  const text = editText(reader.locale);
  const { id, base, source } = draft;
  const address = id === null ? '/runbooks/new' : `/runbooks/${id}/edit`;
  return html`<section>
<h1>${id === null ? text.writing : text.editing(id)}</h1>
${unsaved ? html`<p role="alert" class="notice wrong">${unsaved.words}</p>` : ''}
${unsaved?.theirs ? between(unsaved.theirs, source, reader) : ''}
<form method="post" action="${address}" enctype="multipart/form-data" class="editor" data-editor ${unsaved ? html`data-unsaved` : ''} data-place="${text.place('{line}', '{column}')}">
${csrfField(visitor)}<input type="hidden" name="base" value="${base ?? ''}"><input type="hidden" name="id" value="${id ?? ''}">
<div class="field"><label for="${FIELD}">${text.source}</label>
<textarea id="${FIELD}" name="${FIELD}" maxlength="${String(MOST_SOURCE)}" rows="24" spellcheck="false" autocapitalize="off" dir="auto" aria-describedby="source-note">
${source}</textarea>
<p id="source-note" class="muted">${text.sourceHint} <output id="caret" class="num"></output></p>
${help(reader)}
<p class="actions"><button name="do" value="save">${text.save}</button>
<button name="do" value="check" class="second">${text.check}</button>
<button name="do" value="play" formaction="/runbooks/play" class="second">${text.play}</button>
${unsaved?.movable ? html`<button name="do" value="save" formaction="/runbooks/new" class="second">${text.saveAsNew}</button>` : ''}
<a href="${id === null ? '/runbooks' : `/runbooks/${id}`}">${text.cancel}</a></p></div>
<div class="preview"><h2>${text.preview}</h2>
<p id="not-current" role="status" class="notice wrong" data-text="${text.notCurrent}" hidden></p>
<div id="preview" class="stack" data-preview>${previewOf(source, checked, reader)}</div></div>
</form>
<script type="module" src="${assetPath('editor.js')}"></script>
</section>`;
}

function previewOf(source: string, { runbook, problems }: Parsed, reader: RunbookReader): Html {
  const words = source.replace(/^---[\s\S]*?^---[ \t]*$/m, '');
  return html`<p>${problemBadge(problems, reader.locale)}</p>
${problems.length > 0 ? problemList(problems, source, reader, FIELD) : ''}
${runbook ? html`<h3 class="preview-title" dir="auto">${runbook.title}</h3>${documentOf(runbook, reader)}` : markdown(words, { heading: 3 })}`;
}

function between(
  { entry, source }: NonNullable<Unsaved['theirs']>,
  mine: string,
  { locale, now, zone }: RunbookReader,
): Html {
  const text = editText(locale);
  return html`<div class="stack"><p>${text.overwrite}</p>
<details open><summary>${text.between}</summary>${diffTable(source, mine, locale)}</details>
<details><summary>${text.theirs(entry.by, moment(entry.at, now, zone, locale))}</summary><pre class="source" tabindex="0">${source}</pre></details></div>`;
}

function help({ locale }: RunbookReader): Html {
  const text = editText(locale);
  const rows = text.commands.map(
    ([command, meaning]) => html`<div><dt><code>${command}</code></dt><dd>${meaning}</dd></div>`,
  );
  return html`<details><summary>${text.help}</summary><dl class="commands">${rows}</dl></details>`;
}

/** For the page of a runbook just saved. */
export const savedNotice = (
  kind: string | undefined,
  { locale }: Pick<RunbookReader, 'locale'>,
): Html | '' => {
  if (kind !== 'saved' && kind !== 'unchanged') return '';
  return html`<p role="status" class="notice">${editText(locale)[kind]}</p>`;
};

export const titleOf = ({ id }: Draft, locale: RunbookReader['locale']): string =>
  id === null ? editText(locale).writing : `${runbookPageText(locale).edit} · ${id}`;
