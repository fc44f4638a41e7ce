import { html } from 'hono/html';
import { incidentAddress, labelOf } from '../../../../shared/incident/index.ts';
import { momentIn } from '../../../../shared/language/index.ts';
import {
  correctedLater,
  correctedLine,
  needsReason,
  nextStates,
  type Postmortem,
  postmortemText,
  type State,
} from '../../../../shared/postmortem/index.ts';
import type { Html } from '../../html.ts';
import { field } from '../incidents/fields.ts';
import { errorIn, fold } from '../incidents/fold.ts';
import { press } from '../incidents/press.ts';
import { typedIn } from '../incidents/scene.ts';
import { dueOf, postmortemStates } from './rows.ts';
import type { PostmortemScene } from './scene.ts';

/** The top of the page, for one glance: how it stands, what it is about, who sees to it, until when; what can be pressed. `complete`: nothing of the checklist is left. */
export function headSection(scene: PostmortemScene, notice: string | null, complete: boolean): Html {
  const { state, found, text, locale, refused } = scene;
  const about = found.incidents.map(
    (one) =>
      html`<span><a href="${incidentAddress(one)}">${labelOf(one.number)}</a> <bdi>${one.title}</bdi></span>`,
  );
  const change = (form: string, what: string) =>
    scene.may && state.state !== 'archived'
      ? html` <a class="quiet" href="#change-${form}"><span class="unseen">${what}: </span>${text.change}</a>`
      : '';
  const facts: readonly (readonly [string, Html | string | readonly Html[]])[] = [
    [text.incidents, about.length > 0 ? about : text.noIncident],
    [
      text.lead,
      html`${state.lead ? html`<bdi>${text.san(state.lead.name)}</bdi>` : text.noLead}${change('lead', text.lead)}`,
    ],
    [text.due, html`${dueOf(state, scene)}${change('due', text.due)}`],
    [text.reviewers, html`${namesOf(state, scene)}${change('reviewers', text.reviewers)}`],
  ];
  return html`<section>
<p><a href="/postmortems">${text.back}</a></p>
${notice ? html`<p role="status" class="notice">${notice}</p>` : ''}
${refused ? html`<p role="alert" class="notice wrong">${refused.words}</p>` : ''}
${state.mergedInto ? html`<p class="notice waiting"><a href="/postmortems/${state.mergedInto}">${text.merged}</a></p>` : ''}
${correctedNotice(scene)}
<p class="states">${postmortemStates(state, locale)}</p>
<h1><bdi>${state.title}</bdi></h1>
<dl class="facts-list">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${moves(scene, complete)}
</section>`;
}

/** The record was put right after readers could quote it: said at the top, with where the facts of now are. */
function correctedNotice({ found, text, locale, now, zone }: PostmortemScene): Html[] {
  return correctedLater(found).map((later) => {
    const what = correctedLine(later, locale, (at) => momentIn(at, { now, zone, locale }));
    return html`<p class="notice waiting">${text.corrected(what, later.unread)} <a href="${incidentAddress(later.incident)}">${labelOf(later.incident.number)}</a></p>`;
  });
}

function namesOf({ reviewers }: Postmortem, { text }: PostmortemScene): Html | string {
  if (reviewers.length === 0) return text.noReviewers;
  return html`${reviewers.map(({ name }) => html`<bdi>${text.san(name)}</bdi>`)}`;
}

/** Each state it leads to: a press, or a form where a reason is needed. The next one stands out once nothing is left. */
function moves(scene: PostmortemScene, complete: boolean): Html | '' {
  const { state, may } = scene;
  if (!may) return '';
  const { moves: words } = postmortemText(scene.locale);
  const next = nextStates(state.state);
  const pressed = next
    .filter((to) => !needsReason(state.state, to))
    .map((to) => press(scene, 'move', words[to], { to }, complete && (to === 'ready' || to === 'published')));
  const asked = next
    .filter((to) => needsReason(state.state, to))
    .map((to) => withReason(scene, to, words[to]));
  return html`<div class="acts">${pressed}</div><div class="folds">${asked}</div>`;
}

function withReason(scene: PostmortemScene, to: State, label: string): Html {
  const form = `move-${to}`;
  return fold(
    scene,
    form,
    label,
    html`${field(form, 'lines', { name: 'reason', label: scene.text.reason, value: typedIn(scene, form, 'reason', ''), error: errorIn(scene, form, 'reason'), most: 1_000, required: true })}`,
  );
}
