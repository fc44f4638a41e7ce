import { html } from 'hono/html';
import { localTime } from '../../../../shared/rota/index.ts';
import { type Rehearsal, refusalWords, runText, type Step } from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import { type PlayScene, playForm } from './play-scene.ts';

type Wrong = NonNullable<Rehearsal['trouble']>['wrong'];

/** So many options are a button each; more stand in a list. */
const BUTTONS = 4;

/** What can be done with an open step: the fewest possible presses, and skipping it with a reason. */
export function playFields(step: Step, wrong: Wrong | null, scene: PlayScene): Html {
  const { buttons } = runText(scene.reader.locale);
  const { text } = scene;
  const id = `answer-${step.id}`;
  const own = html`<input type="hidden" name="step" value="${step.id}">`;
  const error =
    wrong === null ? '' : html`<p role="alert" class="wrong" id="${id}-note">${wrongWords(wrong, scene)}</p>`;
  return html`${playForm(scene, html`${own}${doing(step, id, wrong !== null, scene)}${error}`)}
<details><summary>${buttons.skip}</summary>${playForm(
    scene,
    html`${own}<div class="field"><label for="${id}-reason">${text.skipReason}</label><input id="${id}-reason" name="reason" maxlength="1000"></div>
<p class="actions"><button name="do" value="skip" class="second">${buttons.skip}</button></p>`,
  )}</details>`;
}

function doing(step: Step, id: string, invalid: boolean, scene: PlayScene): Html {
  const { buttons } = runText(scene.reader.locale);
  const { act } = step;
  const button = (value: string, label: string) =>
    html`<p class="actions"><button name="do" value="${value}">${label}</button></p>`;
  switch (act.kind) {
    case 'confirm':
      return button('confirm', buttons.done);
    case 'open':
      return button('confirm', buttons.read);
    case 'wait':
      return button('time', scene.text.passWait);
    case 'ask':
      if (act.type === 'choice' && act.options.length <= BUTTONS)
        return html`<p class="actions">${act.options.map(({ label }) => html`<button name="pick" value="${label}" class="second">${label}</button>`)}</p>`;
      return html`${field(step, act, id, invalid, scene)}${button('answer', buttons.answer)}`;
    default:
      return html``;
  }
}

function field(
  step: Step,
  act: Extract<Step['act'], { kind: 'ask' }>,
  id: string,
  invalid: boolean,
  { reader, visitor, text, carried, played }: PlayScene,
): Html {
  const typed = played.trouble?.step === step.id ? carried.typed : [];
  const [first = ''] = typed;
  const attributes = html`id="${id}" name="said" ${invalid ? html`aria-invalid="true" aria-describedby="${id}-note"` : ''}`;
  const label = (box: Html) => html`<div class="field"><label for="${id}">${text.answer}</label>${box}</div>`;
  switch (act.type) {
    case 'text':
      return label(html`<textarea rows="3" maxlength="4000" ${attributes}>${first}</textarea>`);
    case 'number':
      return label(html`<input inputmode="numeric" maxlength="40" value="${first}" ${attributes}>`);
    case 'time':
      return label(
        html`<input type="datetime-local" value="${first || localTime(played.now, reader.zone)}" ${attributes}>`,
      );
    case 'person':
      return label(
        html`<select ${attributes}><option value="${visitor.user}">${text.me(visitor.name)}</option></select>`,
      );
    case 'choice':
      return label(
        html`<select ${attributes}>${act.options.map((option) => html`<option>${option.label}</option>`)}</select>`,
      );
    case 'many': {
      const boxes = act.options.map(
        (option) =>
          html`<label class="tick"><input type="checkbox" name="said" value="${option.label}" ${typed.includes(option.label) ? html`checked` : ''}> <span>${option.label}</span></label>`,
      );
      return html`<fieldset><legend>${text.answer}</legend>${boxes}</fieldset>`;
    }
  }
}

function wrongWords(wrong: Wrong, { reader, runbook }: PlayScene): string {
  const { locale, zone, now } = reader;
  if (typeof wrong === 'string') return runText(locale).wrong[wrong];
  return refusalWords(wrong, runbook, { locale, zone, clock: { now: () => now } });
}
