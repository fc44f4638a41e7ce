import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import {
  importText,
  isSource,
  listMappings,
  MOST_BYTES,
  recentUploads,
  SOURCES,
  sourceOf,
  takeUpload,
  type Upload,
} from '../../../../shared/import/index.ts';
import { moment } from '../../../../shared/language/index.ts';
import { isTobanError } from '../../../../shared/platform/errors.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { csrfField, formOf, formValue, type Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { badge, type State } from '../../state.ts';
import type { Reader } from '../board.ts';
import { select } from '../incidents/fields.ts';
import { failureText, importPageText } from './text.ts';

/** As they stand, in a word. */
export const PHASES: Readonly<Record<Upload['phase'], State>> = {
  mapping: 'waiting',
  trying: 'waiting',
  tried: 'waiting',
  running: 'waiting',
  done: 'done',
  failed: 'failed',
  erased: 'off',
};

/** Where an import begins: a file, and the imports of late. */
export const importPage =
  (parts: WebParts): Page =>
  (c) =>
    draw(c, parts, null);

async function draw(c: WebContext, parts: WebParts, failure: string | null): Promise<Response> {
  const { store, clock, config } = parts;
  const { locale } = c.var;
  const text = importPageText(locale);
  const visitor = visitorOf(c);
  const [mappings, recent] = await Promise.all([
    listMappings(store, visitor.team),
    recentUploads(store, visitor.team),
  ]);
  const reader = { locale, zone: config.workspace.timezone, now: clock.now() };
  const kinds = [
    { id: '', name: text.auto },
    ...SOURCES.map((id) => ({ id, name: importText(locale).sources[id] })),
  ];
  const saved = [{ id: '', name: text.proposed }, ...mappings.map(({ name }) => ({ id: name, name }))];
  const nonce = randomBytes(12).toString('base64url');
  const main = html`<section class="narrow" aria-labelledby="title"><h1 id="title">${text.title}</h1>
<p>${text.lead}</p><p class="notice">${text.quiet}</p>
${failure === null ? '' : html`<p role="alert" class="notice wrong">${failureText(failure, text)}</p>`}
<form method="post" action="/settings/import" enctype="multipart/form-data" class="stack">${csrfField(visitor)}<input type="hidden" name="nonce" value="${nonce}">
<div class="field"><label for="import-file">${text.file}</label><input type="file" id="import-file" name="file" required accept=".zip,.csv,.tsv,.txt,.json,.ndjson,.jsonl" aria-describedby="import-file-note"><p id="import-file-note" class="muted">${text.fileHint}</p></div>
${select('import', 'source', text.source, kinds, '')}
${mappings.length > 0 ? select('import', 'mapping', text.mapping, saved, '') : ''}
<p class="actions"><button>${text.upload}</button></p></form></section>
<section aria-labelledby="recent"><h2 id="recent">${text.recent}</h2>
${recent.length > 0 ? html`<ul class="feeds">${recent.map((one) => row(one, reader))}</ul>` : html`<p class="muted">${text.none}</p>`}</section>`;
  return page(c, { title: text.title, main, ...(failure !== null && { status: 422 as const }) });
}

function row(one: Upload, { locale, zone, now }: Reader): Html {
  const text = importPageText(locale);
  const made = text.uploaded(one.by.name, moment(one.createdAt, now, zone, locale));
  return html`<li><p>${badge(PHASES[one.phase], text.phases[one.phase])} <a href="/settings/import/${one.id}"><bdi>${one.name}</bdi></a><br>
<small class="muted">${importText(locale).sources[one.source]} · ${made}</small></p></li>`;
}

/** The file itself: what cannot be read is said at once, before anything is kept. */
export function takeFile(parts: WebParts): Page {
  const { store, clock, openArchive, config } = parts;
  return async (c) => {
    const { user, name: by, team } = visitorOf(c);
    const form = await formOf(c);
    const { file } = await c.req.parseBody({ all: true });
    if (!(file instanceof File) || file.size === 0) return draw(c, parts, 'no-file');
    if (file.size > MOST_BYTES) return draw(c, parts, 'too-large');
    const said = formValue(form, 'source') ?? '';
    const source = isSource(said) ? said : sourceOf(file.name);
    if (source === null) return draw(c, parts, 'no-source');
    const chosen = formValue(form, 'mapping') ?? '';
    const saved =
      chosen === '' ? null : (await listMappings(store, team)).find(({ name }) => name === chosen);
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      const upload = await takeUpload(
        { store, clock, openArchive },
        { name: file.name, bytes, source, guessed: !isSource(said), mapping: saved?.mapping ?? null },
        {
          team,
          by: { user, name: by },
          nonce: `${user} ${formValue(form, 'nonce') ?? ''}`,
          zone: config.workspace.timezone,
          services: config.incident.services,
        },
      );
      return c.redirect(`/settings/import/${upload.id}`, 303);
    } catch (error) {
      if (!isTobanError(error, 'bad-input')) throw error;
      return draw(c, parts, error.reason ?? 'other');
    }
  };
}
