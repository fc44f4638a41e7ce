import type { Incident, Person } from '../incident/index.ts';
import type { PostmortemVerbs } from './context.ts';
import { type CreatedPostmortem, createPostmortem } from './create.ts';
import type { FoundPostmortem } from './find.ts';
import type { Postmortem } from './model.ts';
import { askProse } from './prose/ask.ts';
import { type OfIncident, ofIncidentPath } from './records.ts';
import { saveSection } from './save.ts';
import { gather } from './skeleton/gather.ts';
import { sectionText } from './skeleton/sections.ts';
import { chooseTemplate } from './template/choose.ts';

/**
 * Begins a postmortem with all that is known of its incident; the one there is already, where there is one. It is complete
 * as it stands; prose follows where a language model may be asked.
 */
export async function beginPostmortem(
  ctx: PostmortemVerbs,
  incident: Incident,
  by: Person | null,
): Promise<CreatedPostmortem> {
  const known = await gather(ctx, incident);
  const begun = await createPostmortem(ctx, incident, (section) => sectionText(section, known), by);
  if (begun.kind === 'created') await askProse(ctx, { ...begun, incidents: [incident] }, by);
  return begun;
}

/**
 * At resolve: the postmortem that the configuration asks for, with what is known. Resolved once more, the sections that no
 * person has touched are written anew. Null where none is asked for and none was begun. Safe to repeat.
 */
export async function beginAtResolve(
  ctx: PostmortemVerbs,
  incident: Incident,
): Promise<{ readonly path: string; readonly state: Postmortem } | null> {
  const { store } = ctx.incidents.calls;
  const pointer = await store.get<OfIncident>(ofIncidentPath(incident.id));
  if (!pointer && chooseTemplate(ctx.config, incident).template === null) return null;
  const begun = await beginPostmortem(ctx, incident, null);
  if (begun.kind === 'already') {
    await refreshUntouched(ctx, begun, incident);
    await askProse(ctx, { ...begun, incidents: [incident] }, null);
  }
  return begun;
}

/** Writes anew what Toban wrote and nobody has touched, as the incident is known now. One for several is left alone. */
async function refreshUntouched(
  ctx: PostmortemVerbs,
  { path, state }: Pick<FoundPostmortem, 'path' | 'state'>,
  incident: Incident,
): Promise<void> {
  if (state.state !== 'draft' || state.incidents.join() !== incident.id) return;
  const known = await gather(ctx, incident);
  for (const { id } of state.form.sections) {
    const head = state.sections[id];
    if (!head || head.by !== null) continue;
    const text = sectionText(id, known);
    if (text === '') continue;
    await saveSection(ctx, path, { section: id, base: head.version, text }, null);
  }
}
