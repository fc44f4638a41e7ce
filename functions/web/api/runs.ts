import { z } from 'zod';
import type { Incident } from '../../../shared/incident/index.ts';
import {
  entryNamed,
  type Runbook,
  type Run as RunState,
  refusalWords,
  runAddress,
  runById,
  runbookAt,
  runsOf,
  startRun,
  stepById,
} from '../../../shared/runbook/index.ts';
import { ring } from '../bell.ts';
import { runVerbsOf } from '../pages/runs/verbs.ts';
import { ID as INCIDENT, incidentOf } from './incidents.ts';
import { type Call, iso, isoOrNull, NO_QUERY, operation, Person, personOut, time } from './operation.ts';
import { Problem } from './problem.ts';
import { apiText } from './text.ts';

export const ID = { run: 'The id of a run, such as run_….' };

const Value = z.union([z.string(), z.number(), z.array(z.string())]);

export const Run = z
  .object({
    id: z.string(),
    url: z.url(),
    incident: z.string().describe('The id of the incident.'),
    runbook: z.object({ id: z.string(), title: z.string(), version: z.string() }),
    status: z.enum(['running', 'done', 'stopped']),
    startedAt: time,
    startedBy: Person.nullable().describe('Null: by a rule.'),
    endedAt: time.nullable(),
    reason: z.string().nullable().describe('Why it was stopped.'),
    open: z
      .array(
        z.object({
          step: z.string(),
          visit: z.int().describe('How often it has been come to.'),
          text: z.string().describe('Markdown.'),
          kind: z.string().describe('`ask` wants an answer, `confirm` and `open` a word that it is done.'),
          wants: z.enum(['text', 'number', 'choice', 'many', 'person', 'time']).nullable(),
          choices: z.array(z.string()),
          since: time,
          holder: Person.nullable().describe('Who does it.'),
          failed: z.string().nullable().describe('Why what Toban does by itself did not work.'),
        }),
      )
      .describe('What waits for somebody.'),
    passed: z.array(
      z.object({
        step: z.string(),
        outcome: z.enum(['answered', 'done', 'said', 'skipped']),
        value: Value.nullable(),
        by: Person.nullable().describe('Null: Toban.'),
        at: time,
        note: z.string().nullable(),
      }),
    ),
    answers: z.record(z.string(), Value).describe('By step. A time is epoch ms.'),
  })
  .meta({ id: 'Run' });

export interface Played {
  readonly path: string;
  readonly run: RunState;
  readonly runbook: Runbook;
  readonly incident: Incident;
}

export const runOut = (
  { parts }: Pick<Call, 'parts'>,
  { run, runbook }: Pick<Played, 'run' | 'runbook'>,
): z.output<typeof Run> => ({
  id: run.id,
  url: `${parts.baseUrl}${runAddress(run.id)}`,
  incident: run.incident.slice('incidents/'.length),
  runbook: { ...run.runbook },
  status: run.status,
  startedAt: iso(run.startedAt),
  startedBy: run.startedBy && personOut(run.startedBy),
  endedAt: isoOrNull(run.endedAt),
  reason: run.stopped?.reason ?? null,
  open: run.open.map(({ step, visit, since, holder, failed }) => {
    const found = stepById(runbook, step)?.step;
    const ask = found?.act.kind === 'ask' ? found.act : null;
    return {
      step,
      visit,
      text: found?.text ?? '',
      kind: found?.act.kind ?? 'confirm',
      wants: ask?.type ?? null,
      choices: ask?.options.map(({ label }) => label) ?? [],
      since: iso(since),
      holder: holder && personOut(holder),
      failed,
    };
  }),
  passed: run.log.map(({ step, outcome, value, by, at, note }) => ({
    step,
    outcome,
    value: valueOut(value),
    by: by && personOut(by),
    at: iso(at),
    note,
  })),
  answers: Object.fromEntries(
    Object.entries(run.answers).map(([name, value]) => [name, valueOut(value) ?? '']),
  ),
});

const valueOut = (value: string | number | readonly string[] | null): z.output<typeof Value> | null =>
  value !== null && typeof value === 'object' ? [...value] : value;

/** Only where the caller may know of its incident: for everybody else there is none. */
export async function playedOf({
  parts,
  caller,
  path,
}: Pick<Call, 'parts' | 'caller' | 'path'>): Promise<Played> {
  const at = await runById(runVerbsOf(parts), path('run'), caller.user);
  if (at?.state.team !== caller.team) throw new Problem('not-found');
  const { id, version } = at.state.runbook;
  return {
    path: at.path,
    run: at.state,
    incident: at.incident,
    runbook: await runbookAt(parts.store, id, version),
  };
}

export const told = (call: Pick<Call, 'parts'>, played: Pick<Played, 'run' | 'runbook'>) => ({
  item: runOut(call, played),
  version: String(played.run.version),
  at: `/runs/${played.run.id}`,
});

/** Which entry a refusal speaks of. */
const POINTERS: Readonly<Partial<Record<string, string>>> = {
  'reason-needed': '/reason',
  'time-order': '/value',
};

/** Why a run was left as it was, in the words that people hear. */
export function runProblem(
  refusal: Parameters<typeof refusalWords>[0],
  runbook: Runbook,
  { parts, caller, zone }: Pick<Call, 'parts' | 'caller' | 'zone'>,
): Problem {
  const detail = refusalWords(refusal, runbook, { clock: parts.clock, locale: caller.locale, zone });
  const pointer = POINTERS[refusal.refused];
  return pointer === undefined
    ? new Problem('conflict', detail)
    : new Problem('invalid', detail, { errors: [{ pointer, detail }] });
}

export const runs = [
  operation({
    id: 'listRuns',
    method: 'GET',
    path: '/incidents/{incident}/runs',
    tag: 'runs',
    summary: {
      ja: 'インシデントで使っているランブック（新しい順）',
      en: 'The runs of an incident, latest first',
    },
    params: INCIDENT,
    query: NO_QUERY,
    item: Run,
    list: true,
    run: async (call) => {
      const { path } = await incidentOf(call);
      const all = await runsOf(call.parts.store, path);
      return { items: all.map((one) => runOut(call, one)), cursor: null };
    },
  }),
  operation({
    id: 'getRun',
    method: 'GET',
    path: '/runs/{run}',
    tag: 'runs',
    summary: { ja: '実行中・実行済みのランブック', en: 'One run of a runbook' },
    params: ID,
    query: NO_QUERY,
    item: Run,
    list: false,
    run: async (call) => {
      const { item, version } = told(call, await playedOf(call));
      return { item, version };
    },
  }),
  operation({
    id: 'startRun',
    method: 'POST',
    path: '/incidents/{incident}/runs',
    tag: 'runs',
    summary: { ja: 'ランブックを始める', en: 'Start a runbook' },
    params: INCIDENT,
    query: NO_QUERY,
    item: Run,
    list: false,
    needs: { scope: 'incidents:write', role: 'responder' },
    body: z.strictObject({
      runbook: z.string().max(100).describe('Its id, with its language or in the workspace’s.'),
    }),
    key: 'accepted',
    status: 201,
    run: async (call) => {
      const { parts, caller, body, by, cause } = call;
      const found = await incidentOf(call);
      const verbs = runVerbsOf(parts);
      const entry = await entryNamed(verbs, body.runbook);
      const detail = apiText(caller.locale).noRunbook(body.runbook);
      if (!entry) throw new Problem('invalid', detail, { errors: [{ pointer: '/runbook', detail }] });
      const started = await startRun(verbs, { path: found.path, team: caller.team }, entry, by, cause);
      const runbook = await runbookAt(parts.store, entry.id, started.state.runbook.version);
      if (started.refusal) throw runProblem(started.refusal, runbook, call);
      await ring(parts, started.path, ['calls', 'work']);
      return told(call, { run: started.state, runbook });
    },
  }),
];
