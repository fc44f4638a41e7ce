import { html } from 'hono/html';
import {
  confirmErasure,
  discardErasure,
  type Erasure,
  type ErasureText,
  erasureOf,
  erasurePath,
  erasureText,
  isLevel,
  isNamed,
  type KeptErasure,
  LEVELS,
  type Level,
  lookAgain,
  type Obstacle,
  obstaclesFor,
  type Subject,
} from '../../../../shared/erasure/index.ts';
import { moment } from '../../../../shared/language/index.ts';
import { isTobanError } from '../../../../shared/platform/errors.ts';
import { isPseudonymId } from '../../../../shared/pseudonym/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { csrfField, type Form, formOf, formValue, type Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { badge } from '../../state.ts';
import { errorPage } from '../error.ts';
import { field } from '../incidents/fields.ts';
import { boundsSection, PHASES } from './list.ts';
import { heldSection, placesSection } from './places.ts';

/** One erasure: where the person stands, what must be settled first, the confirmation, how far it has come. */
export function erasurePage(parts: WebParts): Page {
  return async (c) => {
    const kept = await keptOf(c, parts);
    return kept ? draw(c, parts, kept, [], false) : errorPage(c, 404, 'notFound');
  };
}

async function keptOf(c: WebContext, { store }: WebParts): Promise<KeptErasure | null> {
  const id = c.req.param('id') ?? '';
  return isPseudonymId(id) ? erasureOf(store, id) : null;
}

async function draw(
  c: WebContext,
  parts: WebParts,
  { erasure, subject }: KeptErasure,
  typed: Form,
  wrong: boolean,
): Promise<Response> {
  const { clock, config } = parts;
  const { locale } = c.var;
  const text = erasureText(locale);
  const { phase, name, by, at } = erasure;
  const said = text.by(by.name, moment(at, clock.now(), config.workspace.timezone, locale));
  const looked =
    phase === 'looked' && subject ? await preview(c, parts, { erasure, subject }, typed, wrong) : '';
  const main = html`<section aria-labelledby="title"><p><a href="/settings/erasure">${text.title}</a></p>
<h1 id="title">${name}</h1>${subject && phase !== 'erased' ? html`<p>${text.whom}: <bdi>${subject.said}</bdi></p>` : ''}<p class="muted">${said}</p></section>
<div id="progress" ${UNDER_WAY.has(phase) ? html`data-live` : ''}><section><p>${badge(PHASES[phase], text.phases[phase])}</p>${progress(erasure, subject, text)}</section>
${looked}
${phase === 'erased' ? await heldSection(parts.store, erasure.held, visitorOf(c).user, text) : ''}
${phase === 'looking' || phase === 'looked' ? discardForm(c, erasure, text) : ''}</div>`;
  return page(c, { title: name, main, ...(wrong && { status: 422 as const }) });
}

/** The page follows by itself, until what it comes to is there: then nothing moves under whoever reads and chooses. */
const UNDER_WAY: ReadonlySet<Erasure['phase']> = new Set(['looking', 'erasing']);

function progress(
  { phase, name, counts, clean, held }: Erasure,
  subject: Subject | null,
  text: ErasureText,
): Html {
  if (phase === 'looking' || phase === 'erasing') {
    const { seen = 0, pass = 1 } = subject?.position ?? {};
    return html`<p role="status" class="notice waiting">${text[phase]} ${text.seen(seen, pass)}</p>`;
  }
  if (phase === 'discarded') return html`<p class="notice">${text.discarded}</p>`;
  if (phase === 'looked') return html``;
  const sum = Object.values(counts).reduce((all, one) => all + one, 0);
  return html`<p role="status" class="notice">${text.done(name, sum)} ${held.length > 0 ? '' : text.doneNote}</p>
${clean ? '' : html`<p role="alert" class="notice wrong">${text.stillWritten}</p>`}${countsTable(counts, text)}`;
}

async function preview(
  c: WebContext,
  parts: WebParts,
  { erasure, subject }: { readonly erasure: Erasure; readonly subject: Subject },
  typed: Form,
  wrong: boolean,
): Promise<Html> {
  const text = erasureText(c.var.locale);
  if (Object.keys(subject.counts).length === 0)
    return html`<section><p class="notice">${text.nowhere}</p></section>`;
  const obstacles = await standing(c, parts, subject);
  const confirm =
    obstacles.length > 0
      ? html`<form method="post" action="/settings/erasure/${erasure.id}">${csrfField(visitorOf(c))}<p class="actions"><button name="act" value="again">${text.lookAgain}</button></p></form>`
      : '';
  const form = html`<form method="post" action="/settings/erasure/${erasure.id}" class="stack">${csrfField(visitorOf(c))}
<section aria-labelledby="names"><h2 id="names">${text.names}</h2><p>${text.namesLead}</p>${namesTable(subject, typed, text)}</section>
${await placesSection(parts.store, subject, visitorOf(c).user, text)}
${obstacles.length > 0 ? '' : confirmSection(erasure, subject, wrong, text)}</form>`;
  return html`<section aria-labelledby="where"><h2 id="where">${text.where}</h2><p>${text.whereLead}</p>${countsTable(subject.counts, text)}</section>
${await heldSection(parts.store, subject.held, visitorOf(c).user, text)}
${obstacles.length > 0 ? obstaclesSection(obstacles, text) : ''}${confirm}${form}${boundsSection(text)}`;
}

function countsTable(counts: Erasure['counts'], text: ErasureText): Html {
  const shown = new Map<string, number>();
  for (const [kind, count] of Object.entries(counts)) {
    const label = (Object.hasOwn(text.kinds, kind) && text.kinds[kind]) || text.kinds.other;
    shown.set(label, (shown.get(label) ?? 0) + count);
  }
  const rows = [...shown].sort((a, b) => b[1] - a[1]);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${text.where}"><table class="load"><thead><tr><th scope="col">${text.kind}</th><th scope="col" class="num">${text.documents}</th></tr></thead>
<tbody>${rows.map(([label, count]) => html`<tr><td>${label}</td><td class="num">${String(count)}</td></tr>`)}</tbody></table></div>`;
}

function namesTable({ names, found }: Subject, typed: Form, text: ErasureText): Html {
  const rows = names.map(({ name, level }, i) => {
    const { texts = 0, others = 0 } = found[name] ?? {};
    const chosen = formValue(typed, `level-${i}`) ?? level;
    const levels = LEVELS.map(
      (one) =>
        html`<option value="${one}" ${one === chosen ? html`selected` : ''}>${text.levels[one]}</option>`,
    );
    const id = `level-${i}`;
    return html`<tr><td><label for="${id}"><bdi>${name}</bdi></label>${others > 0 ? html`<br><small class="wrong">${text.others}</small>` : ''}</td><td class="num">${String(texts)}</td>
<td><input type="hidden" name="name-${String(i)}" value="${name}"><select id="${id}" name="${id}">${levels}</select></td></tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${text.names}"><table class="load"><thead><tr><th scope="col">${text.name}</th><th scope="col" class="num">${text.texts}</th><th scope="col">${text.howFar}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function obstaclesSection(obstacles: readonly Obstacle[], text: ErasureText): Html {
  const rows = obstacles.map(({ kind, what, href }) => {
    const sentence = text.obstacle[kind](what);
    return html`<li>${href === null ? sentence : html`<a href="${href}">${sentence}</a>`}</li>`;
  });
  return html`<section aria-labelledby="obstacles"><h2 id="obstacles">${text.obstacles}</h2><p role="alert" class="notice wrong">${text.obstaclesLead}</p><ul class="bullets">${rows}</ul></section>`;
}

function confirmSection({ name }: Erasure, { said }: Subject, wrong: boolean, text: ErasureText): Html {
  const error = wrong ? text.typedWrong : undefined;
  return html`<section class="narrow" aria-labelledby="confirm"><h2 id="confirm">${text.confirm}</h2><p>${text.becomes(name)}</p><p class="notice waiting">${text.final}</p>
${field('erasure', 'text', { name: 'typed', label: text.typed(said), value: '', error, most: 200 })}
<p class="actions"><button name="act" value="erase">${text.run}</button></p></section>`;
}

const discardForm = (c: WebContext, { id }: Erasure, text: ErasureText): Html =>
  html`<section><form method="post" action="/settings/erasure/${id}">${csrfField(visitorOf(c))}
<p class="actions"><button class="second" name="act" value="discard">${text.discard}</button></p><p class="muted">${text.discardNote}</p></form></section>`;

async function standing(c: WebContext, { store, config, clock, account }: WebParts, subject: Subject) {
  let closed: boolean | null = null;
  try {
    closed = subject.user === null || ((await account(subject.user, c.req.raw.signal))?.deactivated ?? true);
  } catch (error) {
    if (!isTobanError(error)) throw error;
  }
  return obstaclesFor({ store, config, team: visitorOf(c).team, now: clock.now(), closed }, subject);
}

/** The presses. What must be settled first is looked for once more: hours may lie between the preview and the press. */
export function changeErasure(parts: WebParts): Page {
  const { store, clock, config } = parts;
  return async (c) => {
    const kept = await keptOf(c, parts);
    if (!kept) return errorPage(c, 404, 'notFound');
    const { user, name } = visitorOf(c);
    const { id } = kept.erasure;
    const verbs = { store, clock, locale: config.workspace.locale };
    const form = await formOf(c);
    switch (formValue(form, 'act')) {
      case 'discard':
        await discardErasure(verbs, id, { user, name });
        break;
      case 'again':
        await lookAgain(verbs, id, { user, name });
        break;
      case 'erase': {
        const { subject } = kept;
        if (kept.erasure.phase !== 'looked' || !subject) break;
        const named = isNamed(subject, formValue(form, 'typed') ?? '');
        const clear = named && (await standing(c, parts, subject)).length === 0;
        if (!clear) return draw(c, parts, kept, form, !named);
        await confirmErasure(verbs, id, levelsIn(form), { user, name });
        break;
      }
      default:
        return errorPage(c, 400, 'badInput');
    }
    await ring(parts, erasurePath(id), ['work']);
    return c.redirect(`/settings/erasure/${id}`, 303);
  };
}

function levelsIn(form: Form): Readonly<Record<string, Level>> {
  const chosen = form.flatMap(([field, value]): [string, Level][] => {
    const name = field.startsWith('level-') ? formValue(form, `name-${field.slice(6)}`) : undefined;
    return name !== undefined && isLevel(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(chosen);
}
