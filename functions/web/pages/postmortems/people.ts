import { html } from 'hono/html';
import type { FoundPostmortem } from '../../../../shared/postmortem/index.ts';
import { localTime } from '../../../../shared/rota/index.ts';
import { formValues, type Html } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { field, type Option, select, ticks } from '../incidents/fields.ts';
import { errorIn, fold } from '../incidents/fold.ts';
import { typedIn } from '../incidents/scene.ts';
import { type Offered, offeredPeople, PEOPLE, peopleList } from '../people-offered.ts';
import { formsText } from './forms-text.ts';
import type { PostmortemScene } from './scene.ts';

/** Who has to do with it: whoever looks, those named already, and those of the incidents. */
export const metIn = ({ state, incidents }: FoundPostmortem, { user, name }: Offered): readonly Offered[] => [
  { user, name },
  ...(state.lead ? [state.lead] : []),
  ...state.reviewers,
  ...incidents.flatMap((one) => one.people.filter(({ bot }) => !bot)),
];

/** Who can be chosen without knowing their id; `met`: those who have to do with it, the first of all. */
export interface Candidates {
  readonly met: readonly Option[];
  readonly all: readonly Option[];
  readonly offered: readonly Offered[];
}

export async function candidatesFor(
  parts: WebParts,
  { found, visitor, text }: PostmortemScene,
  signal: AbortSignal,
): Promise<Candidates> {
  const met = metIn(found, visitor);
  const offered = await offeredPeople(parts, met, signal);
  const ids = new Set(met.map(({ user }) => user));
  const all = offered.map(({ user, name }) => ({ id: user, name: text.san(name) }));
  return { met: all.filter(({ id }) => ids.has(id)), all, offered };
}

/** Title, lead, reviewers and due date, each folded in a form of its own. */
export function peopleSection(scene: PostmortemScene, { met, all, offered }: Candidates): Html | '' {
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
  html`${ticks('reviewer', text.reviewersLabel, met, chosen)}
${field('reviewers', 'text', { name: 'others', label: text.others, hint: text.othersHint, value: value('reviewers', 'others', ''), list: PEOPLE, error: error('reviewers', 'others') })}`,
)}
${fold(
  scene,
  'lead',
  text.lead,
  html`${select('lead', 'lead', text.leadLabel, all, value('lead', 'lead', state.lead?.user ?? ''))}
${field('lead', 'text', { name: 'others', label: text.others, hint: text.othersHint, value: value('lead', 'others', ''), list: PEOPLE, error: error('lead', 'others') })}`,
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
</div>${peopleList(offered)}</section>`;
}
