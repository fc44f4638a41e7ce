import { html } from 'hono/html';
import { personOf } from '../../../../shared/incident/index.ts';
import { changeRun, refusalWords, runAddress, runById, runbookAt } from '../../../../shared/runbook/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { formOf, formValue, formValues } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { gonePage } from '../retention/gone.ts';
import { commandOf } from './commands.ts';
import { folded, namesList, reasonField } from './fields.ts';
import { headSection, stagesSection } from './head.ts';
import { recordSection } from './record.ts';
import { type Played, type Refused, type RunScene, sceneOf } from './scene.ts';
import { openSteps } from './step.ts';
import { runVerbsOf } from './verbs.ts';

/** A run that the visitor may know of; null otherwise, as if there were none. */
export async function playedAt(c: WebContext, parts: WebParts): Promise<(Played & { path: string }) | null> {
  const { team, user } = visitorOf(c);
  const at = await runById(runVerbsOf(parts), c.req.param('id') ?? '', user);
  if (!at || at.state.team !== team) return null;
  const { path, state, incident } = at;
  const runbook = await runbookAt(parts.store, state.runbook.id, state.runbook.version);
  return { path, run: state, incident, runbook };
}

/** One run, played on its page as in Slack: what is open large, what comes next, what has been done by whom. */
export function runPage(parts: WebParts): Page {
  return async (c) => {
    const played = await playedAt(c, parts);
    return played ? tell(c, parts, played, null) : gonePage(c, parts, 'incidents');
  };
}

async function tell(
  c: WebContext,
  parts: WebParts,
  played: Played,
  refused: Refused | null,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { locale } = c.var;
  const shown = refused && turned(refused, played);
  const scene = await sceneOf(played, parts, visitorOf(c), locale, shown, c.req.raw.signal);
  const { run, text } = scene;
  const main = html`<article class="story run">
${refusedNotice(scene)}
${headSection(scene, parts)}
${notice(scene)}
${openSteps(scene)}
<div class="columns">${recordSection(scene)}${stagesSection(scene)}</div>
<div class="actions"><a href="${runAddress(run.id)}/print">${text.print}</a></div>
${scene.may && run.status === 'running' ? folded(scene, 'stop', '', scene.words.buttons.stop, reasonField(scene, 'stop', '')) : ''}
${scene.may ? namesList(scene) : ''}
</article>`;
  return page(c, { title: run.runbook.title, main, status });
}

/** An answer that came second is offered as a correction of the first. */
const turned = (refused: Refused, { run }: Played): Refused =>
  refused.verb === 'answer' && !isOpen(run, refused.step) && run.answers[refused.step] !== undefined
    ? { ...refused, verb: 'correct' }
    : refused;

const isOpen = ({ open }: Played['run'], id: string): boolean => open.some(({ step }) => step === id);

/** Why it was not done; and what was typed, where its form is not on the page any more. */
function refusedNotice(scene: RunScene) {
  const { refused, run, may, text } = scene;
  if (!refused) return '';
  const { verb, step, words, typed } = refused;
  const there =
    may &&
    (verb === 'correct'
      ? step in run.answers
      : verb === 'stop'
        ? run.status === 'running'
        : isOpen(run, step));
  const lost = there
    ? []
    : ['value', 'person', 'reason'].flatMap((name) =>
        formValues(typed, name).filter((value) => value !== ''),
      );
  return html`<div role="alert" class="notice wrong"><p><bdi>${words}</bdi></p>
${verb === 'correct' && refused.error === null && there ? html`<p><a href="#correct-${step}">${text.correctInstead}</a></p>` : ''}
${lost.length > 0 ? html`<p>${text.yours}</p>${lost.map((value) => html`<blockquote dir="auto"><bdi>${value}</bdi></blockquote>`)}` : ''}</div>`;
}

/** Why nothing can be pressed, where that is so. */
function notice({ may, incident, text, run }: RunScene) {
  if (may || run.status !== 'running') return '';
  return html`<p class="notice waiting">${incident.status === 'closed' ? text.closed : text.readOnly}</p>`;
}

/** Whose entry a refusal speaks of. */
const FIELD_OF: Readonly<Partial<Record<string, Refused['field']>>> = {
  'reason-needed': 'reason',
  'time-order': 'value',
};

/** What a press or a form of the page wants, by the same verbs as in Slack; a refusal shows what was typed again. */
export function changeRunFromPage(parts: WebParts): Page {
  return async (c) => {
    const played = await playedAt(c, parts);
    if (!played) return errorPage(c, 404, 'notFound');
    const { locale } = c.var;
    const { signal } = c.req.raw;
    const typed = await formOf(c);
    const verbs = runVerbsOf(parts);
    const by = await personOf(verbs, visitorOf(c).user, signal);
    const read = await commandOf(typed, played, { parts, by, locale, signal });
    if (!read) return errorPage(c, 400, 'badInput', typed);
    const form = { verb: formValue(typed, 'do') ?? '', step: formValue(typed, 'step') ?? '', typed };
    if ('error' in read) {
      const { error, field } = read;
      return tell(c, parts, played, { ...form, words: error, error, field }, 422);
    }
    const changed = await changeRun(verbs, { path: played.path, state: played.run }, read.command);
    if (changed.refusal) {
      const after = { ...played, run: changed.state };
      const reader = { ...parts, locale, zone: parts.config.workspace.timezone };
      const { nameOf } = await sceneOf(after, parts, visitorOf(c), locale, null, signal);
      const words = refusalWords(changed.refusal, played.runbook, reader, nameOf);
      const field = FIELD_OF[changed.refusal.refused] ?? null;
      const why = { words, error: field && words, field };
      return tell(c, parts, after, { ...form, ...why }, field ? 422 : 409);
    }
    await ring(parts, played.path, ['calls', 'work']);
    return c.redirect(runAddress(played.run.id), 303);
  };
}
