import { html } from 'hono/html';
import { zoneName } from '../../../../shared/language/index.ts';
import { localTime } from '../../../../shared/rota/index.ts';
import type { Step, Value } from '../../../../shared/runbook/index.ts';
import type { Html } from '../../html.ts';
import { field, select, ticks } from '../incidents/fields.ts';
import { pressFields } from '../incidents/press.ts';
import { PEOPLE, peopleList } from '../people-offered.ts';
import { isRefused, peopleOf, type RunScene, tickedIn, typedIn } from './scene.ts';

/** Names what a form does and with which step. */
export const hidden = (scene: RunScene, verb: string, fields: Readonly<Record<string, string>>): Html =>
  html`${pressFields(scene, verb)}${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;

/** A form that is needed less often, folded; the one that was refused stands open. */
export function folded(
  scene: RunScene,
  verb: string,
  step: string,
  title: string,
  fields: Html,
  visit = '',
): Html {
  const open = isRefused(scene, verb, step) ? html`open` : '';
  return html`<details id="${verb}-${step}" ${open}><summary>${title}</summary>
<form method="post" action="${scene.address}" class="stack">${hidden(scene, verb, { step, visit })}${fields}<p class="actions"><button class="second">${title}</button></p></form></details>`;
}

export const reasonField = (scene: RunScene, verb: string, step: string, optional = false): Html =>
  field(`${verb}-${step}`, 'lines', {
    name: 'reason',
    label: optional ? scene.text.optionalReason : scene.text.reason,
    value: typedIn(scene, verb, step, 'reason', ''),
    error: errorOf(scene, verb, step, 'reason'),
  });

/** Somebody by name; the browser offers those of the incident. */
export const personField = (
  scene: RunScene,
  verb: string,
  step: string,
  name: string,
  label: string,
  now = '',
): Html =>
  field(`${verb}-${step}`, 'text', {
    name,
    label,
    hint: scene.text.personHint,
    value: typedIn(scene, verb, step, name, now),
    error: errorOf(scene, verb, step, name),
    list: PEOPLE,
  });

/** The names that person fields offer; once on a page. */
export const namesList = (scene: RunScene): Html =>
  peopleList(peopleOf(scene).map(({ user }) => ({ user, name: scene.nameOf(user) })));

/** Why a field of a form was refused. */
function errorOf(scene: RunScene, verb: string, step: string, name: string): string | undefined {
  const { refused } = scene;
  if (!refused || !isRefused(scene, verb, step) || refused.error === null) return undefined;
  return refused.field === name ? refused.error : undefined;
}

/** The field of a question by the kind of its answer. `now`: the answer as it stands, where one is to be corrected. */
export function answerField(
  scene: RunScene,
  verb: 'answer' | 'correct',
  { id, act }: Step,
  label: string,
  now: Value | null,
): Html {
  if (act.kind !== 'ask') return html``;
  const { text, zone, clock } = scene;
  const error = errorOf(scene, verb, id, 'value');
  const typed = (otherwise: string) => typedIn(scene, verb, id, 'value', otherwise);
  const form = `${verb}-${id}`;
  const one = { name: 'value', label, error };
  const plain = now === null ? '' : String(now);
  const options = act.options.map((option) => ({ id: option.label, name: option.label }));
  switch (act.type) {
    case 'text':
      return field(form, 'lines', { ...one, value: typed(plain) });
    case 'number':
      return field(form, 'text', {
        ...one,
        hint: text.numberHint,
        value: typed(plain),
        inputmode: 'decimal',
      });
    case 'choice':
      return select(form, 'value', label, [{ id: '', name: text.choose }, ...options], typed(plain), error);
    case 'many':
      return html`${ticks('value', label, options, tickedIn(scene, verb, id, Array.isArray(now) ? now : []))}${error ? html`<p class="wrong">${error}</p>` : ''}`;
    case 'person':
      return personField(scene, verb, id, 'value', label, now === null ? '' : scene.nameOf(String(now)));
    case 'time':
      return field(form, 'datetime-local', {
        ...one,
        hint: text.timeHint(zoneName(clock.now(), zone)),
        value: typed(typeof now === 'number' ? localTime(now, zone) : ''),
      });
  }
}

/** A correction of an answer: the field as it stands, and why. */
export const correctForm = (scene: RunScene, step: Step, now: Value): Html =>
  folded(
    scene,
    'correct',
    step.id,
    scene.text.correct,
    html`${answerField(scene, 'correct', step, scene.words.form.value, now)}${reasonField(scene, 'correct', step.id)}`,
  );
