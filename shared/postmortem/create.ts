import { type Incident, membersOf, type Person } from '../incident/index.ts';
import { commit } from '../tasks/index.ts';
import { isRefusal } from './answer.ts';
import type { PostmortemVerbs } from './context.ts';
import { decide } from './decide.ts';
import type { Command, Postmortem } from './model.ts';
import { type OfIncident, ofIncidentPath, postmortemId, postmortemPath } from './records.ts';
import { inHours } from './reminders.ts';
import { fold } from './summary.ts';
import { type Choice, chooseTemplate } from './template/choose.ts';
import { templateNamed } from './template/library.ts';
import type { Template } from './template/model.ts';

export interface CreatedPostmortem {
  readonly kind: 'created' | 'already';
  readonly path: string;
  readonly state: Postmortem;
}

/** Where the configuration names a template that there is not, and where somebody begins one that it does not ask for. */
export const OTHERWISE = 'sre';

/**
 * Begins the postmortem of an incident. An incident has one: begun again, by anybody, it is that one. `textOf`: what a
 * section begins with, by its id. `by`: null for Toban at resolve, where the configuration must ask for it.
 */
export async function createPostmortem(
  ctx: PostmortemVerbs,
  incident: Incident,
  textOf: (section: string) => string,
  by: Person | null,
): Promise<CreatedPostmortem> {
  const { store, clock } = ctx.incidents.calls;
  const command = await commandFor(ctx, {
    id: postmortemId(incident.team, incident.id),
    team: incident.team,
    title: incident.title,
    about: incident,
    incidents: [incident.id],
    choice: chooseTemplate(ctx.config, incident),
    textOf,
    by,
  });
  return store.transaction(async (tx): Promise<CreatedPostmortem> => {
    const pointer = (await tx.get<OfIncident>(ofIncidentPath(incident.id)))?.data;
    const path = pointer?.record ?? postmortemPath(command.id);
    const there = (await tx.get<Postmortem>(path))?.data ?? null;
    if (there) return { kind: 'already', path, state: there };
    const now = clock.now();
    const answer = decide(command, null, now);
    if (isRefusal(answer)) throw new Error('a beginning is never refused');
    const own: OfIncident = { record: path };
    const pointers = [...(answer.pointers ?? []), { path: ofIncidentPath(incident.id), data: own }];
    const state = (await commit(tx, path, null, { ...answer, pointers }, fold, now)) as Postmortem;
    return { kind: 'created', path, state };
  });
}

/** What a postmortem begins with. */
export interface Beginning extends Pick<Command & { type: 'create' }, 'id' | 'team' | 'title' | 'incidents'> {
  /** Whose people, lead and privacy it has; null where it is about none. */
  readonly about: Incident | null;
  readonly choice: Choice;
  readonly textOf: (section: string) => string;
  readonly by: Person | null;
}

/** The command that begins it, with the form that was chosen. */
export async function commandFor(
  ctx: PostmortemVerbs,
  { id, team, title, incidents, about, choice, textOf, by }: Beginning,
): Promise<Extract<Command, { type: 'create' }>> {
  const hours = { hours: ctx.config.hours, zone: ctx.zone };
  const templates = await templatesFor(ctx, choice);
  const form = formOf(templates);
  return {
    type: 'create',
    id,
    team,
    title,
    language: ctx.locale,
    templates: templates.map(({ id }) => id),
    form,
    incidents,
    private: about?.private ?? false,
    readers: about?.private ? membersOf(about) : [],
    lead: (about && leadOf(about)) ?? by,
    // Never on a day off: then when people next work.
    dueAt: choice.due === null ? null : inHours(ctx.incidents.calls.clock.now() + choice.due, hours),
    by,
    texts: Object.fromEntries(form.sections.map(({ id }) => [id, textOf(id)])),
  };
}

/** The form an incident's postmortem has: its template, and behind it the supplements. */
export async function templatesFor(
  { incidents, locale }: PostmortemVerbs,
  choice: Choice,
): Promise<readonly Template[]> {
  const { store } = incidents.calls;
  const main =
    (await templateNamed(store, choice.template ?? OTHERWISE, locale)) ??
    (await templateNamed(store, OTHERWISE, locale));
  const more = await Promise.all(choice.supplements.map((id) => templateNamed(store, id, locale)));
  return [main, ...more].filter((one) => one !== null);
}

/** Of two sections with one id the first counts, so that a supplement never doubles what is there. */
function formOf(templates: readonly Template[]): Postmortem['form'] {
  const all = <T extends { readonly id: string }>(of: (one: Template) => readonly T[]): readonly T[] =>
    [
      ...new Map(
        templates
          .flatMap(of)
          .reverse()
          .map((one) => [one.id, one]),
      ).values(),
    ].reverse();
  return {
    sections: all(({ sections }) => sections),
    properties: all(({ properties }) => properties),
    checklist: all(({ checklist }) => checklist),
  };
}

/** Who led it, else who declared it, else who was on duty. */
function leadOf({ roles, declaredBy, people }: Incident): Person | null {
  const onDuty = people.find(({ why, bot }) => why === 'duty' && !bot);
  const known = [roles.commander, declaredBy?.bot ? null : declaredBy, onDuty];
  // Somebody of another system's past may have no account here.
  const found = known.find((one) => one && one.user !== '');
  return found ? { user: found.user, name: found.name } : null;
}
