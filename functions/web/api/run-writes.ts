import { z } from 'zod';
import { changeRun, type RunCommand } from '../../../shared/runbook/index.ts';
import { ring } from '../bell.ts';
import { commandOf } from '../pages/runs/commands.ts';
import { runVerbsOf } from '../pages/runs/verbs.ts';
import { mustBeCurrent } from './match.ts';
import { type Call, NO_QUERY, operation } from './operation.ts';
import { Problem } from './problem.ts';
import { ID, type Played, playedOf, Run, runProblem, told } from './runs.ts';
import { apiText } from './text.ts';

const needs = { scope: 'incidents:write', role: 'responder' } as const;

type Change = Exclude<RunCommand, { type: 'start' | 'finish' }>;

async function change(call: Call, played: Played, command: Change) {
  const { parts, caller, seen } = call;
  if (!played.run.heard.includes(call.cause)) mustBeCurrent(seen, String(played.run.version), caller);
  const { path, run, runbook } = played;
  const changed = await changeRun(runVerbsOf(parts), { path, state: run }, { ...command, cause: call.cause });
  if (changed.refusal) throw runProblem(changed.refusal, runbook, call);
  await ring(parts, path, ['calls', 'work']);
  const { item, version } = told(call, { run: changed.state, runbook });
  return { item, version };
}

const value = z
  .union([z.string().max(10_000), z.number(), z.array(z.string().max(1_000)).max(100)])
  .describe('Words, a number, a choice or several, a Slack ID, or a time as people say it.');

/** Which part of a body stands for a field of the page's form. */
const POINTERS = { value: '/value', person: '/value', reason: '/reason' } as const;

export const writeRuns = [
  operation({
    id: 'changeRunStep',
    method: 'POST',
    path: '/runs/{run}/steps/{step}',
    tag: 'runs',
    summary: {
      ja: '手順に回答する・済みにする・飛ばす・もう一度試す・回答を訂正する',
      en: 'Answer a step, say it is done, skip it, try it again, or correct its answer',
    },
    params: { ...ID, step: 'The id of a step, as the run has it.' },
    query: NO_QUERY,
    item: Run,
    list: false,
    needs,
    body: z.strictObject({
      do: z.enum(['answer', 'confirm', 'skip', 'retry', 'correct']),
      value: value.optional(),
      reason: z
        .string()
        .max(1_000)
        .default('')
        .describe('Needed to skip a step that is not optional, and to correct.'),
      visit: z
        .int()
        .min(1)
        .optional()
        .describe('As the run gave it: where a loop has come to the step again since, nothing is done.'),
    }),
    key: 'accepted',
    match: 'accepted',
    run: async (call) => {
      const { parts, caller, body, by, path, signal } = call;
      const played = await playedOf(call);
      const said =
        body.value === undefined ? [] : [body.value].flat().map((one) => ['value', String(one)] as const);
      const form = [
        ['do', body.do],
        ['step', path('step')],
        ['visit', body.visit === undefined ? '' : String(body.visit)],
        ['reason', body.reason],
        ...said,
      ] as const;
      // Read as the page reads its form, so that an answer means the same wherever it is given.
      const read = await commandOf(form, played, { parts, by, locale: caller.locale, signal });
      if (read === null) throw new Problem('conflict', apiText(caller.locale).notThatStep);
      if ('error' in read) {
        const pointer = POINTERS[read.field];
        throw new Problem('invalid', read.error, { errors: [{ pointer, detail: read.error }] });
      }
      return change(call, played, read.command);
    },
  }),
  operation({
    id: 'undoRunStep',
    method: 'POST',
    path: '/runs/{run}/undo',
    tag: 'runs',
    summary: { ja: '直前の手順を取り消す', en: 'Take back the last step' },
    params: ID,
    query: NO_QUERY,
    item: Run,
    list: false,
    needs,
    body: z.strictObject({}),
    key: 'accepted',
    match: 'accepted',
    run: async (call) => change(call, await playedOf(call), { type: 'undo', by: call.by, cause: call.cause }),
  }),
  operation({
    id: 'stopRun',
    method: 'POST',
    path: '/runs/{run}/stop',
    tag: 'runs',
    summary: { ja: 'ランブックを途中でやめる', en: 'Stop a run' },
    params: ID,
    query: NO_QUERY,
    item: Run,
    list: false,
    needs,
    body: z.strictObject({ reason: z.string().max(1_000) }),
    key: 'accepted',
    match: 'accepted',
    run: async (call) => {
      const { body, by, cause } = call;
      return change(call, await playedOf(call), { type: 'stop', reason: body.reason, by, cause });
    },
  }),
];
