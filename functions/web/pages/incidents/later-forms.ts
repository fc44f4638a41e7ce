import { html } from 'hono/html';
import { incidentText } from '../../../../shared/incident/index.ts';
import { formValues, type Html } from '../../html.ts';
import { field, ticks } from './fields.ts';
import { errorIn, fold } from './fold.ts';
import { type Scene, typedIn } from './scene.ts';

/** Words to other departments, filled with what they were told last; those who read at this severity are ticked. */
export function updateForm(scene: Scene): Html {
  const { incident, locale, refused, settings } = scene;
  const { form, known, doing } = incidentText(locale);
  const { audiences } = settings.incident;
  const reading = audiences.filter(({ severities }) => severities.includes(incident.severity));
  const every = Math.min(...reading.map((one) => one.every ?? Number.POSITIVE_INFINITY));
  const last = incident.updates.at(-1);
  const ticked =
    refused?.form === 'update' ? formValues(refused.typed, 'audiences') : reading.map(({ id }) => id);
  const options = audiences.map(({ id, name }) => ({ id, name: name[locale] }));
  const of = (name: string, label: string, otherwise: string) => ({
    name,
    label,
    value: typedIn(scene, 'update', name, otherwise),
    error: errorIn(scene, 'update', name),
  });
  return fold(
    scene,
    'update',
    form.update,
    html`${options.length > 0 ? ticks('audiences', form.audiences, options, ticked) : ''}
${field('update', 'lines', { ...of('known', known, last?.known ?? incident.description), most: 2_000, required: true })}
${field('update', 'lines', { ...of('doing', doing, last?.doing ?? ''), most: 2_000 })}
${field('update', 'number', { ...of('minutes', form.minutes, Number.isFinite(every) ? String(every / 60_000) : ''), hint: form.minutesHint })}`,
  );
}
