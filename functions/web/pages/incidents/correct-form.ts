import { html } from 'hono/html';
import { incidentText, labelOf, MILESTONES, REMOVED, shownRows } from '../../../../shared/incident/index.ts';
import { zoneName } from '../../../../shared/language/index.ts';
import { SEVERITIES } from '../../../../shared/severity/index.ts';
import { csrfField, type Form, formValue, formValues, type Html } from '../../html.ts';
import { field, type Option, select, ticks } from './fields.ts';
import type { Scene } from './scene.ts';

/** The form of corrections as it is drawn. */
export interface Drawn {
  /** What the record says, by field; it comes back, so that what was left alone is known. */
  readonly shown: Readonly<Record<string, string>>;
  /** The version of the record that says it. */
  readonly seen: number;
  /** What was typed, where it was refused; only fields that stand in it differ from `shown`. */
  readonly typed: Form | null;
  /** Why it was refused. */
  readonly words: string | null;
  readonly errors: Readonly<Record<string, string>>;
}

/** Everything that can be put right, as one form with the reason at its end. */
export function correctionForm(scene: Scene, drawn: Drawn): Html {
  const { incident, text, locale, visitor, address, now, zone, settings } = scene;
  const { form, fields, milestones } = incidentText(locale);
  const { shown, seen, typed, words, errors } = drawn;
  const value = (name: string) => (typed && formValue(typed, name)) ?? shown[name] ?? '';
  const of = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: value(name),
    error: errors[name],
  });
  const times = MILESTONES.filter((name) => `time-${name}` in shown).map((name) =>
    field('correct', 'text', { ...of(`time-${name}`, milestones[name]), most: 40 }),
  );
  const services = [{ id: '', name: form.none }, ...settings.incident.services];
  const duties = settings.severity.duties.map(({ id, name }) => ({ id, name: name[locale] }));
  const ticked = typed && formValue(typed, 'duties') !== undefined;
  const ownDuties = ticked ? formValues(typed, 'duties') : (shown.duties ?? '').split(',');
  return html`<section class="narrow"><h1>${form.correct}</h1>
<p><a href="${address}">${labelOf(incident.number)}</a> <bdi>${incident.title}</bdi></p>
<p class="muted">${form.correctHint}</p>
${words ? html`<p role="alert" class="notice wrong">${words}</p>` : ''}
<form method="post" action="${address}/correct" class="stack">${csrfField(visitor)}
<input type="hidden" name="seen" value="${String(seen)}"><input type="hidden" name="shown" value="${JSON.stringify(shown)}">
<h2>${text.correct.times} <small class="muted">${zoneName(now, zone)}</small></h2>
<p class="muted">${text.correct.timeHint}</p>
<div class="fields">${times}</div>
<h2>${text.impact}</h2>
<div class="fields">${field('correct', 'text', { ...of('inquiries', fields.inquiries), most: 12 })}
${field('correct', 'text', { ...of('vehicles', fields.vehicles, form.amountHint), most: 40 })}
${field('correct', 'text', { ...of('users', fields.users, form.amountHint), most: 40 })}</div>
${duties.length > 0 ? ticks('duties', fields.duties, duties, ownDuties) : ''}
${errors.duties ? html`<p class="wrong">${errors.duties}</p>` : ''}
<h2>${fields.severities}</h2>
${severityRows(scene, drawn, value)}
<h2>${text.correct.words}</h2>
${field('correct', 'text', { ...of('title', fields.title), most: 150 })}
${field('correct', 'lines', { ...of('description', fields.description), most: 3_000 })}
${services.length > 1 ? select('correct', 'service', fields.service, services, value('service'), errors.service) : ''}
${field('correct', 'lines', { ...of('reason', form.why), most: 500, required: true })}
<p class="actions"><button>${form.correct}</button> <a href="${address}">${form.cancel}</a></p>
</form></section>`;
}

/** Each step with its time, and one more to be added. */
function severityRows(
  { text, locale }: Scene,
  { shown, errors }: Drawn,
  value: (name: string) => string,
): Html {
  const { form } = incidentText(locale);
  const all: readonly Option[] = SEVERITIES.map((id) => ({ id, name: id }));
  const row = (
    i: string,
    legend: string,
    options: readonly Option[],
  ) => html`<div class="fields" role="group" aria-label="${legend}">
${select('correct', `severity-${i}`, i === 'new' ? text.correct.add : form.severityFrom, options, value(`severity-${i}`), errors[`severity-${i}`])}
${field('correct', 'text', { name: `since-${i}`, label: form.severityAt, value: value(`since-${i}`), error: errors[`since-${i}`], most: 40 })}</div>`;
  const removable = [...all, { id: REMOVED, name: form.removed }];
  const none = [{ id: '', name: form.none }, ...all];
  return html`${shownRows(shown).map((i) => row(String(i), `${form.severityFrom} ${i + 1}`, removable))}${row('new', text.correct.add, none)}`;
}
