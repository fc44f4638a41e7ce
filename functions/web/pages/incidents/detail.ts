import { html } from 'hono/html';
import { actionItemsOf } from '../../../../shared/action-item/index.ts';
import {
  changeIncident,
  type Found,
  type Incident,
  type IncidentVerbs,
  incidentAddress,
  incidentAtAddress,
  labelOf,
  personOf,
  type Refusal,
  refusalText,
  retryFailed,
  tasksOf,
  timelinePage,
} from '../../../../shared/incident/index.ts';
import { holdOn } from '../../../../shared/legal-hold/index.ts';
import { postmortemOf } from '../../../../shared/postmortem/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { formOf, formValue } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { itemsSection } from '../actions/section.ts';
import { itemVerbs } from '../actions/verbs.ts';
import { errorPage } from '../error.ts';
import { namesOf } from '../names.ts';
import { offeredPeople } from '../people-offered.ts';
import { postmortemSection } from '../postmortems/section.ts';
import { postmortemVerbs } from '../postmortems/verbs.ts';
import { gonePage } from '../retention/gone.ts';
import { holdSection } from '../retention/on-record.ts';
import { readRuns, runsSection } from '../runs/section.ts';
import { actSection } from './act.ts';
import { checklistSection } from './checklist.ts';
import { commandsOf } from './commands.ts';
import { callsSection, dutiesSection, impactSection, rolesSection } from './impact.ts';
import { nowSection } from './now.ts';
import { type Refused, sceneOf } from './scene.ts';
import { timesSection } from './times.ts';
import { timelineSection, updatesSection } from './told.ts';
import { verbsOf } from './verbs.ts';

/** So many events and so many entries of the timeline at once. */
const LINES = 50;

function find(c: WebContext, verbs: IncidentVerbs): Promise<Found | null> {
  const { team, user } = visitorOf(c);
  return incidentAtAddress(verbs, team, c.req.param('label') ?? '', user);
}

/** One incident, read from top to bottom as a story; who may not know of it sees that there is no such page. */
export function incidentPage(parts: WebParts): Page {
  const verbs = verbsOf(parts);
  return async (c) => {
    const found = await find(c, verbs);
    return found ? tell(c, parts, found, null) : gonePage(c, parts, 'incidents');
  };
}

async function tell(
  c: WebContext,
  parts: WebParts,
  found: Found,
  refused: Refused | null,
): Promise<Response> {
  const state = await named(parts, found.state, c.req.raw.signal);
  const visitor = visitorOf(c);
  const scene = sceneOf(state, parts, visitor, c.var.locale, c.req.path, refused);
  const cursor = c.req.query('cursor') || null;
  const fromStart = c.req.query('from') === 'start';
  const order = fromStart ? 'oldest' : 'newest';
  const [tasks, runs, items, offered, postmortem, hold, timeline] = await Promise.all([
    tasksOf(verbsOf(parts), state),
    readRuns(parts, found.path, state),
    actionItemsOf(itemVerbs(parts), state.team, { incident: state.id }, visitor.user),
    scene.may
      ? offeredPeople(parts, [visitor, ...state.people.filter(({ bot }) => !bot)], c.req.raw.signal)
      : [],
    postmortemOf(postmortemVerbs(parts), state.id, visitor.user),
    holdOn(parts.store, found.path),
    timelinePage(
      parts.store,
      { ...found, state },
      { ...scene, user: visitor.user, order, limit: LINES, cursor },
    ),
  ]);
  const address = incidentAddress(state);
  const held = holdSection({ hold, name: address.split('/').at(-1) ?? '', address }, visitor, scene);
  const main = html`<article class="story">
${nowSection(scene)}
${actSection(scene)}
${hold ? held : ''}
<div class="story" id="story" data-live>
<div class="columns">${impactSection(scene)}${rolesSection(scene)}</div>
${checklistSection(scene, tasks)}
${runsSection(scene, runs)}
${dutiesSection(scene)}
${callsSection(scene)}
${timesSection(scene)}
${updatesSection(scene)}
${timelineSection(scene, timeline, { fromStart, turned: cursor !== null })}
</div>
${postmortemSection(scene, postmortem)}
${itemsSection(scene, items, offered)}
${hold ? '' : held}
</article>`;
  const title = `${labelOf(state.number)} ${state.title}`;
  return page(c, { title, main, ...(refused && { status: 422 }) });
}

/** Whom the rules have called in is known by id alone: the page has their names, as far as Slack can be asked. */
async function named({ people }: WebParts, state: Incident, signal: AbortSignal): Promise<Incident> {
  const unknown = state.people.filter(({ user, name }) => user === name).map(({ user }) => user);
  const names = await namesOf(people, unknown, signal);
  return {
    ...state,
    people: state.people.map((one) => ({ ...one, name: names.get(one.user) ?? one.name })),
  };
}

/** What a press or a form of the page wants, by the same verbs as in Slack; a refusal shows what was typed again. */
export function changeFromPage(parts: WebParts): Page {
  const verbs = verbsOf(parts);
  return async (c) => {
    const found = await find(c, verbs);
    if (!found) return errorPage(c, 404, 'notFound');
    const form = await formOf(c);
    const verb = formValue(form, 'do') ?? '';
    const { locale } = c.var;
    if (verb === 'retry') {
      await retryFailed(verbs, found.path);
      return done(c, parts, found);
    }
    const by = await personOf(verbs, visitorOf(c).user, c.req.raw.signal);
    const now = parts.clock.now();
    const read = commandsOf(form, by, { locale, now, zone: parts.config.workspace.timezone });
    if (!read) return errorPage(c, 400, 'badInput', form);
    const refuse = (words: string, errors: Refused['errors'] = {}) =>
      tell(c, parts, found, { form: verb, words, errors, typed: form });
    if ('errors' in read)
      return refuse(sceneOf(found.state, parts, visitorOf(c), locale, '', null).text.wrong, read.errors);
    for (const command of read.commands) {
      const { refusal } = await changeIncident(verbs, found.path, () => command);
      if (!refusal) continue;
      const words = refusalText(refusal, locale);
      return refuse(words, fieldOf(refusal, words));
    }
    return done(c, parts, found);
  };
}

/** Beside which field a refusal belongs. */
function fieldOf(refusal: Refusal, words: string): Refused['errors'] {
  if (refusal.refused === 'reason-needed') return { reason: words };
  if (refusal.refused === 'ticket-known') return { ticket: words };
  return refusal.refused === 'below-zero' ? { count: words } : {};
}

async function done(c: WebContext, parts: WebParts, { path, state }: Found): Promise<Response> {
  await ring(parts, path, ['calls', 'work']);
  return c.redirect(incidentAddress(state), 303);
}
