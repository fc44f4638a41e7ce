import { html } from 'hono/html';
import { moment } from '../../../../shared/language/index.ts';
import { type Save, sectionHistory, sectionVersion } from '../../../../shared/postmortem/index.ts';
import { diffTable } from '../../diff.ts';
import type { Page } from '../../env.ts';
import type { Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { editorText } from './editor-text.ts';
import { findPostmortem, type PostmortemScene, sceneOf } from './scene.ts';
import { postmortemVerbs } from './verbs.ts';

/** Who saved a section when, and what each save changed; `version` and `from` in the address name the two texts. */
export function sectionHistoryPage(parts: WebParts): Page {
  const verbs = postmortemVerbs(parts);
  return async (c) => {
    const found = await findPostmortem(c, parts);
    const id = c.req.param('section') ?? '';
    const section = found?.state.form.sections.find((one) => one.id === id);
    const head = found?.state.sections[id];
    if (!found || !section || !head) return errorPage(c, 404, 'notFound');
    const text = editorText(c.var.locale);
    const scene = sceneOf(c, parts, found, null);
    const to = Number(c.req.query('version') ?? head.version);
    const from = Number(c.req.query('from') ?? Math.max(0, to - 1));
    const cursor = c.req.query('cursor') || null;
    const [history, before, after] = await Promise.all([
      sectionHistory(verbs, found.path, id, cursor),
      sectionVersion(verbs, found.state, id, from),
      sectionVersion(verbs, found.state, id, to),
    ]);
    if ((after === null && to !== 0) || (before === null && from !== 0)) return errorPage(c, 404, 'notFound');
    const here = `${scene.address}/sections/${id}/history`;
    const names = [from === 0 ? text.emptyBefore : text.version(from), text.version(to)] as const;
    const shown = after
      ? html`<h2>${text.changes(...names)}</h2>${diffTable(before?.text ?? '', after.text, c.var.locale)}
<details id="text"><summary>${text.text}</summary><pre class="source" tabindex="0" dir="auto">${after.text}</pre></details>
${scene.may && to !== head.version && found.state.state !== 'archived' ? html`<p class="actions"><a class="button second" href="${scene.address}/sections/${id}?version=${String(to)}">${text.goBack}</a></p>` : ''}`
      : html`<p class="muted">${text.nothing}</p>`;
    const main = html`<section>
<p><a href="${scene.address}#section-${id}">${text.back}</a></p>
<h1>${text.history} <small class="muted"><bdi>${section.title}</bdi></small></h1>
${shown}
<ol class="versions">${history.saves.map((save) => line(save, here, to, scene))}</ol>
${history.cursor ? html`<p class="actions paging"><a href="${here}?${new URLSearchParams({ cursor: history.cursor })}" rel="next">${text.older}</a></p>` : ''}
</section>`;
    return page(c, { title: `${text.history} · ${section.title}`, main });
  };
}

function line({ version, at, by, merged }: Save, here: string, shown: number, scene: PostmortemScene): Html {
  const text = editorText(scene.locale);
  const time = moment(at, scene.now, scene.zone, scene.locale);
  return html`<li><time datetime="${new Date(at).toISOString()}">${time}</time> <bdi>${by?.name ?? 'Toban'}</bdi> <span class="muted num">${text.version(version)}${merged ? ` · ${text.joined}` : ''}</span>
<span class="actions">${version === shown ? '' : html`<a href="${here}?version=${String(version)}">${text.compare}</a>`}</span></li>`;
}
