import { z } from 'zod';
import type { Operation } from '../api/operation.ts';
import { operations } from '../api/operations.ts';

/** A tool is one operation of the API under a name that tells a model what it is for. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** For a model: when to take it and what it answers. */
  readonly description: string;
  readonly operation: Operation;
  /** Of the operation's own parameters those that the tool has, with other words where a model needs them. */
  readonly input: z.ZodObject;
}

const named = (id: string): Operation => {
  const found = operations.find((one) => one.id === id);
  if (!found) throw new Error(`the API has no operation ${id}`);
  return found;
};

/** Path, query and body are one flat list of arguments; no two of them share a name. */
function tool(name: string, id: string, title: string, description: string): Tool {
  const operation = named(id);
  const params = Object.entries(operation.params ?? {}).map(
    ([param, meaning]) => [param, z.string().min(1).max(100).describe(meaning)] as const,
  );
  const query = operation.query.shape;
  const body = operation.body?.shape ?? {};
  const input = z.strictObject({ ...Object.fromEntries(params), ...query, ...body });
  return { name, title, description, operation, input };
}

/** Everything a model may do. Those that write are offered to tokens that may write, and to no others. */
export const tools: readonly Tool[] = [
  tool(
    'find_incidents',
    'listIncidents',
    'Find incidents',
    'Incidents, newest first, narrowed by status, severity, service, time or words of the title. For words anywhere in them take `search`.',
  ),
  tool(
    'search',
    'search',
    'Search everything',
    'Finds incidents, calls for help, postmortems, action items and runbooks by words in any text, by a name or by INC-7. Japanese needs no spaces.',
  ),
  tool(
    'read_incident',
    'getIncident',
    'Read an incident',
    'All facts of one incident: status, severity, impact, people, milestones.',
  ),
  tool(
    'incident_timeline',
    'listTimeline',
    'Timeline of an incident',
    'What happened in an incident and when, as it was written down, oldest first; with `order` newest first.',
  ),
  tool(
    'similar_incidents',
    'listSimilarIncidents',
    'Similar incidents',
    'Past incidents that have telling words in common with one incident, or with a description. Give `incident` or `text`, not both.',
  ),
  tool(
    'list_rotas',
    'listRotas',
    'Rotas',
    'The on-call rotas with their ids, which `who_is_on_duty` asks for.',
  ),
  tool(
    'who_is_on_duty',
    'listDuty',
    'Who is on duty',
    'Who is on duty in one rota, now or at another instant, past or future: one line for each duty (primary, secondary …).',
  ),
  tool(
    'list_action_items',
    'listActionItems',
    'Action items',
    'What is to be done after incidents: by state, owner, priority, or only what is overdue.',
  ),
  tool(
    'list_postmortems',
    'listPostmortems',
    'Postmortems',
    'Postmortems with their state and the incidents they are about.',
  ),
  tool(
    'read_postmortem',
    'getPostmortemMarkdown',
    'Read a postmortem',
    'The whole text of one postmortem as Markdown: by its id, or by INC-7.',
  ),
  tool(
    'add_comment',
    'addTimelineNote',
    'Add a comment',
    'Writes a note on the timeline of an incident, in the name of the owner of the token. People read it: ask before you write.',
  ),
  tool(
    'create_action_item',
    'addActionItem',
    'Create an action item',
    'Adds an action item in the name of the owner of the token, for incidents such as INC-7. People are reminded of it: ask before you write.',
  ),
];
