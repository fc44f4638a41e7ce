import { z } from 'zod';
import { Incident, incidentOut } from '../../../shared/api-schema/index.ts';
import {
  type Found,
  incidentAtAddress,
  listIncidents,
  STANDS,
  timelinePage,
} from '../../../shared/incident/index.ts';
import { SEVERITIES } from '../../../shared/severity/index.ts';
import { verbsOf } from '../pages/incidents/verbs.ts';
import { type Call, cursor, instant, iso, NO_QUERY, operation, time } from './operation.ts';
import { Problem } from './problem.ts';

export const ID = { incident: 'The number or id of an incident, such as INC-7.' };

const TimelineLine = z
  .object({
    id: z.string(),
    at: time,
    mark: z
      .string()
      .describe('What kind of line it is: `message` and `note` are people’s, the others Toban’s.'),
    text: z.string().describe('Plain text, in the language asked for.'),
    facts: z.array(z.string()),
    link: z.string().nullable(),
  })
  .meta({ id: 'TimelineLine' });

/** Only where the caller may know of it: for everybody else there is none. */
export async function incidentOf({
  parts,
  caller,
  path,
}: Pick<Call<unknown>, 'parts' | 'caller' | 'path'>): Promise<Found> {
  const found = await incidentAtAddress(verbsOf(parts), caller.team, path('incident'), caller.user);
  if (!found) throw new Problem('not-found');
  return found;
}

export const readIncidents = [
  operation({
    id: 'listIncidents',
    method: 'GET',
    path: '/incidents',
    tag: 'incidents',
    summary: { ja: 'インシデントの一覧（新しい順）', en: 'Incidents, newest first' },
    query: z.strictObject({
      status: z.enum(STANDS).optional().describe('`open`: neither resolved nor closed.'),
      severity: z.enum(SEVERITIES).optional().describe('Of one severity.'),
      service: z.string().max(100).optional().describe('The id of a service in toban.yaml.'),
      from: instant
        .optional()
        .describe('Declared then or later: RFC 3339, such as 2026-11-24T12:00:00+09:00.'),
      to: instant.optional().describe('Declared before then: RFC 3339, such as 2026-11-25T12:00:00+09:00.'),
      q: z.string().max(100).default('').describe('Words of the title, or a number.'),
      cursor,
    }),
    item: Incident,
    list: true,
    run: async ({ parts, caller, now, query }) => {
      const { status = null, severity = null, service = null, from = null, to = null, q, cursor } = query;
      const asked = { status, severity, service, from, to, text: q, cursor: cursor ?? null };
      const list = await listIncidents(parts.store, { ...asked, team: caller.team, reader: caller.user });
      return { items: list.incidents.map((one) => incidentOut(parts, one, now)), cursor: list.cursor };
    },
  }),
  operation({
    id: 'getIncident',
    method: 'GET',
    path: '/incidents/{incident}',
    tag: 'incidents',
    summary: { ja: '1 件のインシデント', en: 'One incident' },
    params: ID,
    query: NO_QUERY,
    item: Incident,
    list: false,
    run: async (call) => {
      const { state } = await incidentOf(call);
      return { item: incidentOut(call.parts, state, call.now), version: String(state.version) };
    },
  }),
  operation({
    id: 'listTimeline',
    method: 'GET',
    path: '/incidents/{incident}/timeline',
    tag: 'incidents',
    summary: { ja: 'タイムライン', en: 'The timeline of an incident' },
    params: ID,
    query: z.strictObject({
      order: z.enum(['oldest', 'newest']).default('oldest').describe('From which end the pages begin.'),
      cursor,
    }),
    item: TimelineLine,
    list: true,
    run: async (call) => {
      const { parts, caller, zone, now, query } = call;
      const found = await incidentOf(call);
      const settings = { incident: parts.config.incident, severity: parts.config.severity };
      const page = await timelinePage(parts.store, found, {
        user: caller.user,
        order: query.order,
        limit: 100,
        cursor: query.cursor ?? null,
        locale: caller.locale,
        zone,
        now,
        settings,
      });
      const items = page.lines.map(({ at, facts, id, mark, text, link }) => ({
        id,
        at: iso(at),
        mark,
        text,
        facts: [...facts],
        link,
      }));
      return { items, cursor: page.cursor };
    },
  }),
];
