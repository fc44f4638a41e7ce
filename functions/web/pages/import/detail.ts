import { html } from 'hono/html';
import {
  changeUpload,
  importText,
  saveMapping,
  type Upload,
  type UploadCommand,
  uploadPath,
} from '../../../../shared/import/index.ts';
import { moment } from '../../../../shared/language/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { csrfField, formOf, formValue, type Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { badge } from '../../state.ts';
import { errorPage } from '../error.ts';
import { mappingForm, mappingIn } from './mapping-form.ts';
import { reportSection } from './report.ts';
import { failureText, importPageText } from './text.ts';
import { PHASES } from './upload.ts';
import { uploadOf } from './upload-of.ts';

/** One import, from its columns to its report. While something is under way the page follows by itself. */
export function uploadPage(parts: WebParts): Page {
  return async (c) => {
    const upload = await uploadOf(c, parts);
    return upload ? draw(c, parts, upload, null) : errorPage(c, 404, 'notFound');
  };
}

async function draw(
  c: WebContext,
  parts: WebParts,
  upload: Upload,
  wrongZone: string | null,
): Promise<Response> {
  const { config, clock } = parts;
  const { locale } = c.var;
  const text = importPageText(locale);
  const { phase, name, by, createdAt, source } = upload;
  const made = moment(createdAt, clock.now(), config.workspace.timezone, locale);
  const mapped = phase === 'mapping' || phase === 'tried' || phase === 'failed' || phase === 'done';
  const form = mapped ? mappingForm(upload, parts, visitorOf(c), locale, wrongZone) : '';
  // While something is under way the page follows; what comes of it is drawn whole, and then it stands still.
  const live = phase === 'trying' || phase === 'running';
  const folded = phase === 'tried' || phase === 'done';
  const main = html`<section aria-labelledby="title"><p><a href="/settings/import">${text.title}</a></p>
<h1 id="title"><bdi>${name}</bdi></h1>
<p class="muted">${importText(locale).sources[source]} · ${text.uploaded(by.name, made)}</p></section>
<div id="progress" ${live ? html`data-live` : ''}>${await progress(c, parts, upload)}${
    form === ''
      ? ''
      : folded && wrongZone === null
        ? html`<section><details id="columns"><summary>${text.columns}</summary>${form}</details></section>`
        : html`<section aria-labelledby="columns"><h2 id="columns">${text.columns}</h2>${form}</section>`
  }
${live || phase === 'erased' ? '' : discardForm(c, upload)}</div>`;
  return page(c, { title: name, main, ...(wrongZone !== null && { status: 422 as const }) });
}

async function progress(c: WebContext, { store }: WebParts, upload: Upload): Promise<Html> {
  const { locale } = c.var;
  const text = importPageText(locale);
  const { phase, done, counts, failure, id } = upload;
  const state = html`<p>${badge(PHASES[phase], text.phases[phase])}</p>`;
  switch (phase) {
    case 'mapping':
      return state;
    case 'trying':
    case 'running':
      return html`<section>${state}<p role="status" class="notice waiting">${text[phase]} ${text.dealt(done)}</p></section>`;
    case 'failed':
      return html`<section>${state}<p role="alert" class="notice wrong">${failureText(failure, text)}</p></section>`;
    case 'erased':
      return html`<section>${state}<p class="notice">${text.erased}</p></section>`;
    case 'tried':
    case 'done': {
      const count = counts.created + counts.changed;
      const run =
        phase === 'done'
          ? ''
          : count === 0
            ? html`<p>${text.nothing}</p>`
            : html`<form method="post" action="/settings/import/${id}">${csrfField(visitorOf(c))}<input type="hidden" name="act" value="run">
<p class="actions"><button>${text.run(count)}</button></p><p class="muted">${text.runNote}</p></form>`;
      return html`<section aria-labelledby="report"><h2 id="report">${text.report}</h2>${state}${await reportSection(store, upload, locale)}${run}</section>`;
    }
  }
}

function discardForm(c: WebContext, { id }: Upload): Html {
  const text = importPageText(c.var.locale);
  return html`<section><form method="post" action="/settings/import/${id}">${csrfField(visitorOf(c))}<input type="hidden" name="act" value="discard">
<p class="actions"><button class="second">${text.discard}</button></p><p class="muted">${text.discardNote}</p></form></section>`;
}

/** The presses: a dry run with the mapping as it is in the form, the run itself, and away with the file. */
export function changeUploadFromPage(parts: WebParts): Page {
  const { store, clock } = parts;
  return async (c) => {
    const upload = await uploadOf(c, parts);
    if (!upload) return errorPage(c, 404, 'notFound');
    const { user, name, team } = visitorOf(c);
    const form = await formOf(c);
    const act = formValue(form, 'act');
    let command: UploadCommand;
    if (act === 'try') {
      const mapping = mappingIn(form, upload);
      if (mapping === null) return draw(c, parts, upload, formValue(form, 'zone') ?? '');
      const saveAs = (formValue(form, 'saveAs') ?? '').trim().slice(0, 60);
      if (saveAs !== '') await saveMapping(store, team, { name: saveAs, mapping, by: name, at: clock.now() });
      command = { type: 'try', mapping };
    } else if (act === 'run' || act === 'discard') command = { type: act };
    else return errorPage(c, 400, 'badInput');
    await changeUpload(parts, { id: upload.id, team, by: { user, name } }, command);
    await ring(parts, uploadPath(upload.id), ['work']);
    return c.redirect(`/settings/import/${upload.id}`, 303);
  };
}
