import { html } from 'hono/html';
import { localTime } from '../../../../shared/rota/index.ts';
import { formValues, type Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { field, type Option, select, ticks } from '../incidents/fields.ts';
import { errorIn, fold } from '../incidents/fold.ts';
import { typedIn } from '../incidents/scene.ts';
import { namesOf } from '../names.ts';
import { formsText } from './forms-text.ts';
import type { PostmortemScene } from './scene.ts';

/** Who can be chosen without knowing their id: those of the incidents, those named already, and whoever looks. */
export async function candidatesFor(
  { people }: WebParts,
  { found, state, visitor, text }: PostmortemScene,
  signal: AbortSignal,
): Promise<readonly Option[]> {
  const met = found.incidents.flatMap((one) => one.people.filter(({ bot }) => !bot));
  const all = [
    { user: visitor.user, name: visitor.name },
    ...(state.lead ? [state.lead] : []),
    ...state.reviewers,
    ...met,
  ];
  const known = new Map(all.map(({ user, name }) => [user, name]));
  const unknown = [...known].filter(([user, name]) => user === name).map(([user]) => user);
  const names = await namesOf(people, unknown, signal);
  return [...known].map(([id, name]) => ({ id, name: text.san(names.get(id) ?? name) }));
}

/** Title, lead, reviewers and due date, each folded in a form of its own. */
export function peopleSection(scene: PostmortemScene, people: readonly Option[]): Html | '' {
  const { state, refused, may } = scene;
  if (!may || state.state === 'archived') return '';
  const text = formsText(scene.locale);
  const value = (form: string, name: string, otherwise: string) => typedIn(scene, form, name, otherwise);
  const error = (form: string, name: string) => errorIn(scene, form, name);
  const chosen =
    refused?.form === 'reviewers'
      ? formValues(refused.typed, 'reviewer')
      : state.reviewers.map(({ user }) => user);
  return html`<section aria-labelledby="people"><h2 id="people">${text.people}</h2><div class="folds">
${fold(
  scene,
  'reviewers',
  text.reviewers,
  html`${ticks('reviewer', text.reviewersLabel, people, chosen)}
${field('reviewers', 'text', { name: 'others', label: text.others, hint: text.othersHint, value: value('reviewers', 'others', ''), error: error('reviewers', 'others') })}`,
)}
${fold(
  scene,
  'lead',
  text.lead,
  html`${select('lead', 'lead', text.leadLabel, people, value('lead', 'lead', state.lead?.user ?? ''))}
${field('lead', 'text', { name: 'others', label: text.others, hint: text.othersHint, value: value('lead', 'others', ''), error: error('lead', 'others') })}`,
)}
${fold(
  scene,
  'due',
  text.due,
  field('due', 'datetime-local', {
    name: 'due',
    label: text.dueLabel,
    hint: text.dueHint,
    value: value('due', 'due', state.dueAt === null ? '' : localTime(state.dueAt, scene.zone)),
    error: error('due', 'due'),
  }),
)}
${fold(
  scene,
  'title',
  text.rename,
  field('title', 'text', {
    name: 'title',
    label: text.title,
    value: value('title', 'title', state.title),
    error: error('title', 'title'),
    required: true,
  }),
)}
</div></section>`;
}
