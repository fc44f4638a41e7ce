import { z } from 'zod';
import { Incident } from '../../../shared/api-schema/index.ts';
import { addNote, declare, type Over } from '../../../shared/incident/index.ts';
import { ring } from '../bell.ts';
import { verbsOf } from '../pages/incidents/verbs.ts';
import { Correction, checkDeclaration, correctionOf, Declaration, readImpact } from './incident-body.ts';
import { type Change, change, needs, told } from './incident-change.ts';
import { incidentProblem } from './incident-problem.ts';
import { stepIncidents } from './incident-steps.ts';
import { ID, incidentOf } from './incidents.ts';
import { mustBeCurrent } from './match.ts';
import { instant, iso, NO_QUERY, operation, time } from './operation.ts';

const Note = z
  .object({ id: z.string(), at: time, text: z.string() })
  .meta({ id: 'Note', description: 'A note on the timeline.' });

export const writeIncidents = [
  operation({
    id: 'declareIncident',
    method: 'POST',
    path: '/incidents',
    tag: 'incidents',
    summary: { ja: 'インシデントを宣言する', en: 'Declare an incident' },
    query: NO_QUERY,
    item: Incident,
    list: false,
    needs,
    body: Declaration,
    key: 'required',
    status: 201,
    run: async (call) => {
      const { parts, caller, body, by, cause, signal } = call;
      checkDeclaration(body, call);
      const { impact, over, ...said } = body;
      const result = await declare(
        verbsOf(parts),
        {
          ...said,
          team: caller.team,
          by: caller.program ? null : caller.user,
          ...(caller.program ? { program: by } : { via: by.via }),
          cause: ['api', cause],
          source: 'api',
          calls: [],
          facts: readImpact(impact, call),
          // That it has an end was checked.
          over: over as Over | null,
        },
        signal,
      );
      if (result.kind === 'refused') throw incidentProblem(result.refusal, caller.locale);
      await ring(parts, result.path, ['calls', 'work']);
      return { ...told(call, result.state), at: `/incidents/${result.state.id}` };
    },
  }),
  operation({
    id: 'correctIncident',
    method: 'PATCH',
    path: '/incidents/{incident}',
    tag: 'incidents',
    summary: {
      ja: '記録を訂正する（理由が必要です。通知や招待は行われません）',
      en: 'Put the record right, with a reason; nobody is notified or invited by it',
    },
    params: ID,
    query: NO_QUERY,
    item: Incident,
    list: false,
    needs,
    body: Correction,
    match: 'required',
    run: async (call) => {
      const found = await incidentOf(call);
      const set = correctionOf(call.body, call);
      const { by, cause, caller } = call;
      const seen = call.seen === null ? null : Number(call.seen);
      if (Number.isNaN(seen)) mustBeCurrent(call.seen, String(found.state.version), caller);
      // The record itself says which of the fields somebody changed since: what others did beside them is no obstacle.
      const make = (): Change => ({ type: 'correct', set, seen, reason: call.body.reason, by, cause });
      return told(call, await change(call, found, make, false));
    },
  }),
  ...stepIncidents,
  operation({
    id: 'addTimelineNote',
    method: 'POST',
    path: '/incidents/{incident}/timeline',
    tag: 'incidents',
    summary: { ja: 'タイムラインに書き足す', en: 'Add a note to the timeline' },
    params: ID,
    query: NO_QUERY,
    item: Note,
    list: false,
    needs,
    body: z.strictObject({
      text: z.string().trim().min(1).max(3_000),
      at: instant.nullable().default(null).describe('The time it is about; now, where it is left out.'),
    }),
    key: 'accepted',
    status: 201,
    run: async (call) => {
      const { caller, parts, now, body, by, cause } = call;
      const found = await incidentOf(call);
      const at = body.at ?? now;
      if (at > now) throw incidentProblem({ refused: 'in-the-future' }, caller.locale);
      const note = { team: caller.team, cause, by, text: body.text, at };
      const id = await addNote(verbsOf(parts), found.path, note);
      return { item: { id, at: iso(at), text: body.text } };
    },
  }),
];
