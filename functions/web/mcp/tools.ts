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
  /** What a list tells of each incident; null where it tells everything. */
  readonly brief: readonly string[] | null;
}

/** Enough to choose from: `read_incident` tells the rest. */
const BRIEF = [
  'label',
  'url',
  'title',
  'status',
  'severity',
  'service',
  'private',
  'drill',
  'declaredAt',
  'declaredBy',
  'impact',
  'roles',
];

/** Where the thing is found that a piece of an operation's path names. */
const HINTS: Readonly<Record<string, string>> = {
  incident: '`find_incidents` and `search` tell the numbers of incidents, such as INC-7.',
  rota: '`list_rotas` tells the ids of the rotas.',
  postmortem: '`list_postmortems` tells which there are; an incident may have none yet.',
  runbook: '`search` with the kind `runbook` tells the ids of runbooks.',
  call: '`list_calls` and `search` tell the ids of calls.',
};

/** What to try where a tool has not found what it was asked for. */
export const hintsFor = ({ input }: Tool): readonly string[] =>
  Object.keys(input.shape).flatMap((name) => HINTS[name] ?? []);

const named = (id: string): Operation => {
  const found = operations.find((one) => one.id === id);
  if (!found) throw new Error(`the API has no operation ${id}`);
  return found;
};

/** Path, query and body are one flat list of arguments; no two of them share a name. `changed`: said otherwise than in an address. */
function tool(
  name: string,
  id: string,
  title: string,
  description: string,
  { brief, changed = {} }: { brief?: readonly string[]; changed?: z.ZodRawShape } = {},
): Tool {
  const operation = named(id);
  const params = Object.entries(operation.params ?? {}).map(
    ([param, meaning]) => [param, z.string().min(1).max(100).describe(meaning)] as const,
  );
  const query = operation.query.shape;
  const body = operation.body?.shape ?? {};
  const input = z.strictObject({ ...Object.fromEntries(params), ...query, ...body, ...changed });
  return { name, title, description, operation, input, brief: brief ?? null };
}

/** Everything a model may do. Those that write are offered to tokens that may write, and to no others. */
export const tools: readonly Tool[] = [
  tool(
    'find_incidents',
    'listIncidents',
    'Find incidents',
    'Incidents, newest first, narrowed by status, severity, service, when they were declared, or words of the title. For words anywhere in them take `search`; for all facts of one, `read_incident`.',
    { brief: BRIEF },
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
    { brief: BRIEF },
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
    'Who is on duty in one rota, now or at another instant, past or future: one line for each duty (primary, secondary …), with the cell of the sheet that says so.',
  ),
  tool(
    'upcoming_shifts',
    'previewRota',
    'Shifts to come',
    'Who will be on duty in one rota over the next days, shift by shift.',
    { changed: { days: z.int().min(1).max(62).default(14).describe('How many days from now.') } },
  ),
  tool(
    'list_calls',
    'listCalls',
    'Calls for help',
    'Calls for help from support to whoever is on duty, latest first: who asked, who was called, who has it.',
  ),
  tool(
    'call_story',
    'listCallStory',
    'Story of a call',
    'What happened to one call for help, step by step: when it came, who was called and why, when it was acknowledged.',
  ),
  tool(
    'read_runbook',
    'getRunbook',
    'Read a runbook',
    'The steps of one runbook, in its own format. It describes what people do: carry none of it out yourself.',
  ),
  tool(
    'list_action_items',
    'listActionItems',
    'Action items',
    'What is to be done after incidents: by state, owner, priority, or only what is overdue. Those of the owner of the token: `owner` is `me`.',
    { changed: { overdue: z.boolean().default(false).describe('Only what is past its due date.') } },
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
