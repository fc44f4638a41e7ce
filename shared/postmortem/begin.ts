import type { Incident, Person } from '../incident/index.ts';
import type { PostmortemVerbs } from './context.ts';
import { type CreatedPostmortem, createPostmortem } from './create.ts';
import { begunFor, type FoundPostmortem, pathFor } from './find.ts';
import type { Postmortem } from './model.ts';
import { askProse } from './prose/ask.ts';
import { sectionsOf } from './read.ts';
import { saveSection } from './save.ts';
import { gather } from './skeleton/gather.ts';
import { sectionText } from './skeleton/sections.ts';
import { chooseTemplate } from './template/choose.ts';
import { cleanText } from './text-rules.ts';

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
  if ((await pathFor(ctx, incident.id)) === null && chooseTemplate(ctx.config, incident).template === null)
    return null;
  const begun = await beginPostmortem(ctx, incident, null);
  if (begun.kind === 'already') {
    await refreshUntouched(ctx, begun, incident);
    await askProse(ctx, { ...begun, incidents: [incident] }, null);
  }
  return begun;
}

/**
 * After a correction: what Toban wrote into the draft and nobody has touched is written anew, so that no number of before
 * stays. Begins none, and tells nobody. Safe to repeat. The path of its record; null where there is none.
 */
export async function redraft(ctx: PostmortemVerbs, incident: Incident): Promise<string | null> {
  const begun = await begunFor(ctx, incident.id);
  if (!begun) return null;
  if (await refreshUntouched(ctx, begun, incident))
    await askProse(ctx, { ...begun, incidents: [incident] }, null);
  return begun.path;
}

/**
 * Writes anew what Toban wrote and nobody has touched, as the incident is known now; prose above what is known stays where
 * that is what it was. One for several is left alone. Says whether anything was written.
 */
async function refreshUntouched(
  ctx: PostmortemVerbs,
  { path, state }: Pick<FoundPostmortem, 'path' | 'state'>,
  incident: Incident,
): Promise<boolean> {
  if (state.state !== 'draft' || state.incidents.join() !== incident.id) return false;
  const known = await gather(ctx, incident);
  let written = false;
  for (const { id, text: before } of await sectionsOf(ctx, state)) {
    const head = state.sections[id];
    const text = sectionText(id, known);
    if (!head || head.by !== null || text === '' || cleanText(before).endsWith(cleanText(text))) continue;
    const { kind } = await saveSection(ctx, path, { section: id, base: head.version, text }, null);
    written ||= kind === 'saved' || kind === 'merged';
  }
  return written;
}
