import { html } from 'hono/html';
import { momentIn } from '../../../../shared/language/index.ts';
import {
  failureWords,
  labelOf,
  type OpenStep,
  ownerOf,
  saidBefore,
  stepById,
} from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import { badge } from '../../state.ts';
import { press } from '../incidents/press.ts';
import { answerField, folded, hidden, personField, reasonField } from './fields.ts';
import { heldBy, type RunScene } from './scene.ts';
import { wordsOf } from './words.ts';

/** So many options are a button each; more are chosen from a list. */
const MOST_BUTTONS = 6;

/** What is open now, each step with its words and its form; a step that somebody types in is not redrawn beneath them. */
export function openSteps(scene: RunScene): Html | '' {
  const { run, runbook, text } = scene;
  if (run.open.length === 0) return '';
  const read = saidBefore(run, runbook).map((step) => html`<div class="read">${wordsOf(scene, step)}</div>`);
  return html`<section aria-labelledby="now-title" class="playing"><h2 id="now-title">${text.now}</h2>
<div id="read" data-live>${read}</div>
<ol class="open-steps" id="open" data-live="each">${run.open.map((open) => openStep(scene, open))}</ol>
</section>`;
}

function openStep(scene: RunScene, open: OpenStep): Html | '' {
  const at = stepById(scene.runbook, open.step);
  if (!at) return '';
  const { step, section } = at;
  const { text, words, may } = scene;
  const owner = ownerOf(step, scene.incident, scene);
  const facts = [
    section.title,
    open.holder ? words.held(open.holder.name) : owner && words.owner(owner.role, owner.holder),
    step.optional ? words.optional : null,
    step.act.kind === 'do' && step.text ? labelOf(step.act, scene.called) : null,
  ].filter((fact) => fact);
  const more = html`<div class="folds">${folded(scene, 'skip', step.id, words.buttons.skip, reasonField(scene, 'skip', step.id, step.optional), String(open.visit))}
${folded(scene, 'hand', step.id, words.buttons.hand, personField(scene, 'hand', step.id, 'person', words.form.person), String(open.visit))}</div>`;
  return html`<li id="step-${step.id}-${String(open.visit)}" data-step="${step.id}" ${heldBy(scene, step.id)}>
${facts.length > 0 ? html`<p class="muted"><bdi>${facts.join(' · ')}</bdi></p>` : ''}
<div class="question" id="words-${step.id}">${wordsOf(scene, step)}</div>
${waiting(scene, open)}
${may ? html`<p class="notice waiting" data-gone hidden>${text.passedMeanwhile}</p>${doIt(scene, open)}${more}` : ''}
</li>`;
}

/** What Toban does by itself, and what has become of it. */
function waiting(scene: RunScene, open: OpenStep): Html | '' {
  const { words, zone, locale, clock } = scene;
  const act = stepById(scene.runbook, open.step)?.step.act;
  if (open.failed) return html`<p>${badge('failed', words.failed(failureWords(open.failed, locale)))}</p>`;
  if (act?.kind === 'wait') {
    const until = open.since + act.ms;
    return html`<p>${badge('waiting', words.waiting(momentIn(until, { now: clock.now(), zone, locale })))}</p>`;
  }
  const own = act?.kind === 'do' || act?.kind === 'http' || act?.kind === 'run';
  return own ? html`<p>${badge('waiting', words.working)}</p>` : '';
}

function doIt(scene: RunScene, open: OpenStep): Html | '' {
  const step = stepById(scene.runbook, open.step)?.step;
  const { buttons } = scene.words;
  const fields = { step: open.step, visit: String(open.visit) };
  if (!step) return '';
  if (open.failed) return press(scene, 'retry', buttons.retry, fields, true);
  const { act } = step;
  switch (act.kind) {
    case 'confirm':
      return press(scene, 'confirm', buttons.done, fields, true);
    case 'open':
      return html`<p><a href="${act.url}" rel="noopener noreferrer">${act.url}</a></p>${press(scene, 'confirm', buttons.read, fields, true)}`;
    case 'ask': {
      if (act.type === 'choice' && act.options.length <= MOST_BUTTONS)
        return html`<form method="post" action="${scene.address}" class="actions" aria-labelledby="words-${step.id}">${hidden(scene, 'answer', fields)}${act.options.map(
          ({ label }, i) =>
            html`<button name="value" value="${label}" id="pick-${step.id}-${String(i)}" class="second">${label}</button>`,
        )}</form>`;
      return html`<form method="post" action="${scene.address}" class="stack" aria-labelledby="words-${step.id}">${hidden(scene, 'answer', fields)}${answerField(scene, 'answer', step, scene.text.answer, null)}<p class="actions"><button>${buttons.answer}</button></p></form>`;
    }
    default:
      return '';
  }
}
