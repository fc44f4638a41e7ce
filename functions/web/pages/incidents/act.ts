import { html } from 'hono/html';
import { incidentText, STATUSES } from '../../../../shared/incident/index.ts';
import { type Amount, amountText, SEVERITIES } from '../../../../shared/severity/index.ts';
import { formValues, type Html } from '../../html.ts';
import { field, select, ticks } from './fields.ts';
import { errorIn, fold } from './fold.ts';
import { updateForm } from './later-forms.ts';
import { type Scene, typedIn } from './scene.ts';

/** What can be changed by more than a press: folded, one form each; the one that was refused stands open as it was typed. */
export function actSection(scene: Scene): Html | '' {
  const { may, text, refused } = scene;
  if (!may) return '';
  return html`<section id="act">
${refused ? html`<p role="alert" class="notice wrong">${refused.words}</p>` : ''}
<details id="changes" ${refused ? html`open` : ''}><summary>${text.act}</summary>
<div class="folds">${statusForm(scene)}${severityForm(scene)}${impactForm(scene)}${inquiriesForm(scene)}${updateForm(scene)}</div></details>
</section>`;
}

function statusForm(scene: Scene): Html {
  const { form, statuses } = incidentText(scene.locale);
  const options = STATUSES.map((id) => ({ id, name: statuses[id] }));
  return fold(
    scene,
    'status',
    form.status,
    html`${select('status', 'to', form.to, options, typedIn(scene, 'status', 'to', scene.incident.status))}
${field('status', 'lines', { name: 'reason', label: form.reason, hint: form.reasonHint, most: 1_000, value: typedIn(scene, 'status', 'reason', ''), error: errorIn(scene, 'status', 'reason') })}`,
  );
}

function severityForm(scene: Scene): Html {
  const { form } = incidentText(scene.locale);
  const { override, assessment } = scene.incident;
  const options = [
    { id: 'rules', name: `${form.byRule} (${assessment.severity})` },
    ...SEVERITIES.map((id) => ({ id, name: id })),
  ];
  return fold(
    scene,
    'severity',
    form.severity,
    html`${select('severity', 'severity', form.severity, options, typedIn(scene, 'severity', 'severity', override?.severity ?? 'rules'))}
${field('severity', 'lines', { name: 'reason', label: form.reason, most: 500, value: typedIn(scene, 'severity', 'reason', override?.reason ?? ''), error: errorIn(scene, 'severity', 'reason') })}`,
  );
}

function impactForm(scene: Scene): Html {
  const { form } = incidentText(scene.locale);
  const { facts } = scene.incident;
  const amount = (name: 'vehicles' | 'users', value: Amount | null) =>
    field('impact', 'text', {
      name,
      label: form[name],
      hint: form.amountHint,
      most: 40,
      value: typedIn(scene, 'impact', name, value ? amountText(value) : ''),
      error: errorIn(scene, 'impact', name),
    });
  const duties = scene.settings.severity.duties.map(({ id, name }) => ({ id, name: name[scene.locale] }));
  const { refused } = scene;
  const ticked = refused?.form === 'impact' ? formValues(refused.typed, 'duties') : facts.duties;
  return fold(
    scene,
    'impact',
    form.impact,
    html`${amount('vehicles', facts.vehicles)}${amount('users', facts.users)}
${duties.length > 0 ? ticks('duties', form.duties, duties, ticked) : ''}`,
  );
}

function inquiriesForm(scene: Scene): Html {
  const { text } = scene;
  const typed = (name: string, otherwise: string) => typedIn(scene, 'inquiries', name, otherwise);
  return fold(
    scene,
    'inquiries',
    text.addInquiries,
    html`${field('inquiries', 'number', { name: 'count', label: text.count, value: typed('count', '1'), error: errorIn(scene, 'inquiries', 'count') })}
${field('inquiries', 'url', { name: 'ticket', label: text.ticket, hint: text.ticketHint, most: 500, value: typed('ticket', ''), error: errorIn(scene, 'inquiries', 'ticket') })}`,
  );
}
