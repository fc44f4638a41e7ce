import type { z } from 'zod';
import { Incident, incidentOut } from '../../../shared/api-schema/index.ts';
import {
  type Command,
  changeIncident,
  type Found,
  type Incident as IncidentState,
} from '../../../shared/incident/index.ts';
import { ring } from '../bell.ts';
import { verbsOf } from '../pages/incidents/verbs.ts';
import { incidentProblem } from './incident-problem.ts';
import { ID, incidentOf } from './incidents.ts';
import { mustBeCurrent } from './match.ts';
import { type Call, NO_QUERY, operation } from './operation.ts';
import { Problem } from './problem.ts';

export const needs = { scope: 'incidents:write', role: 'responder' } as const;

export type Change = Exclude<Command, { type: 'declare' }>;
type Writing = Call<unknown, unknown>;

export const told = ({ parts, now }: Writing, state: IncidentState) => ({
  item: incidentOut(parts, state, now),
  version: String(state.version),
});

/** By the one verb of Slack and the pages; `If-Match` is held against the record in the transaction that changes it. */
export async function change(
  call: Writing,
  found: Found,
  command: (state: IncidentState) => Change,
  strictly = true,
): Promise<IncidentState> {
  const { parts, caller, seen } = call;
  const { state, refusal } = await changeIncident(verbsOf(parts), found.path, (now) => {
    if (strictly && !now.heard.includes(call.cause)) mustBeCurrent(seen, String(now.version), caller);
    return command(now);
  });
  if (refusal) throw incidentProblem(refusal, caller.locale);
  if (!state) throw new Problem('not-found');
  await ring(parts, found.path, ['calls', 'work']);
  return state;
}

/** An operation that is one command on an incident. */
export const command = <B extends z.ZodObject>(one: {
  readonly id: string;
  readonly at: string;
  readonly summary: { readonly ja: string; readonly en: string };
  readonly body: B;
  readonly make: (body: z.output<B>, call: Call<unknown, z.output<B>>) => (state: IncidentState) => Change;
}) =>
  operation({
    id: one.id,
    method: 'POST',
    path: `/incidents/{incident}/${one.at}`,
    tag: 'incidents',
    summary: one.summary,
    params: ID,
    query: NO_QUERY,
    item: Incident,
    list: false,
    needs,
    body: one.body,
    key: 'accepted',
    match: 'accepted',
    run: async (call) => {
      const found = await incidentOf(call);
      return told(call, await change(call, found, one.make(call.body, call)));
    },
  });
