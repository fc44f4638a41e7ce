import { changeIncident, type Incident } from '../incident/index.ts';
import { isTobanError, TobanError } from '../platform/errors.ts';
import { postOnce, type TaskKind } from '../tasks/index.ts';
import type { RunbookContext } from './context.ts';
import { decide, isRefusal } from './decide.ts';
import { behind, perform } from './deeds.ts';
import { askOf, stepById } from './flow.ts';
import { viewerOf } from './give.ts';
import { writeInto } from './into.ts';
import { runbookAt } from './library.ts';
import type { Act, Runbook } from './model.ts';
import { cardTask, type Told } from './plan.ts';
import { cardPath, runPath } from './records.ts';
import type { Run, RunDecision, RunEvent } from './run-model.ts';
import { entryNamed, startRun } from './verbs.ts';
import { runCard } from './view.ts';

type Kind<Step = unknown, Result = unknown> = TaskKind<Run, RunEvent, Step, Result>;

const NOTHING: RunDecision = { events: [], tasks: [] };

const incidentOf = async (ctx: RunbookContext, run: Run): Promise<Incident> => {
  const state = (await ctx.incidents.calls.store.get<Incident>(run.incident))?.data;
  if (!state) throw new TobanError('bug', 'the incident of a run is gone');
  return state;
};

const runbookOf = (ctx: RunbookContext, { runbook }: Run): Promise<Runbook> =>
  runbookAt(ctx.incidents.calls.store, runbook.id, runbook.version);

/** "Show version ≥ n": the one card of a run, in the room, edited in place. Before there is a room it waits. */
export function cardKind(
  ctx: RunbookContext,
): Kind<unknown, { readonly channel: string; readonly ts: string }> {
  const { slack, locale } = ctx.incidents.calls;
  return {
    persistent: false,
    guard: () => true,
    async perform(run, _task, attempt) {
      const [incident, runbook] = await Promise.all([incidentOf(ctx, run), runbookOf(ctx, run)]);
      if (!incident.room)
        throw new TobanError('unavailable', 'the room is not there yet', { retryAfterMs: 3_000 });
      const viewer = viewerOf(ctx, locale);
      const message = {
        channel: incident.room.channel,
        ...runCard(run, runbook, incident, viewer),
        key: run.id,
      };
      if (!run.post) return postOnce(slack, message, attempt);
      await slack.update({ ...message, ...run.post }, attempt.signal);
      return run.post;
    },
    done(run, _task, { channel, ts }, now) {
      if (run.post) return NOTHING;
      const pointers = [{ path: cardPath(run.team, channel, ts), data: { record: runPath(run.id) } }];
      return { events: [{ type: 'posted', at: now, channel, ts }], tasks: [], pointers };
    },
  };
}

interface Own {
  readonly step: string;
  readonly visit: number;
}

/** The result of a step's own work, with the runbook that says what comes next. */
interface Ended {
  readonly runbook: Runbook;
  readonly result: { readonly note: string | null } | { readonly failed: string };
}

/** Tries of a step before people are asked to decide: a minute or so for a request, an hour for what is our own. */
const MOST_TRIES = { http: 6, others: 20 } as const;

/** A step that Toban does by itself: when it has, the run goes on; when it cannot be done, people are asked to decide. */
function ownKind<K extends Act['kind']>(
  ctx: RunbookContext,
  kind: K,
  work: (
    run: Run,
    runbook: Runbook,
    act: Extract<Act, { kind: K }>,
    own: Own,
    attempt: Parameters<Kind['perform']>[2],
  ) => Promise<string | null>,
): Kind<Own, Ended> {
  return {
    persistent: false,
    guard: (run, { step }) =>
      run.status === 'running' &&
      run.open.some((open) => open.step === step.step && open.visit === step.visit && open.failed === null),
    async perform(run, { step: own, attempts }, attempt) {
      const runbook = await runbookOf(ctx, run);
      const act = stepById(runbook, own.step)?.step.act;
      if (act?.kind !== kind) throw new TobanError('bug', `the step ${own.step} is no ${kind}`);
      try {
        const note = await work(run, runbook, act as Extract<Act, { kind: K }>, own, attempt);
        return { runbook, result: { note } };
      } catch (error) {
        if (!isTobanError(error)) throw error;
        const again = error.retryable && attempts < MOST_TRIES[kind === 'http' ? 'http' : 'others'];
        if (again || error.code === 'bug') throw error;
        return { runbook, result: { failed: error.reason ?? error.code } };
      }
    },
    done(run, { step: own }, { runbook, result }, now) {
      const answer = decide({ type: 'finish', ...own, result }, run, runbook, now);
      return isRefusal(answer) ? NOTHING : answer;
    },
    // A mistake of ours is logged as one; the run says that it stands still, all the same.
    refused(run, { step: { step, visit } }, { code, reason }, now) {
      const open = run.open.some((one) => one.step === step && one.visit === visit);
      if (!open) return NOTHING;
      const failed = { type: 'failed', at: now, step, visit, reason: reason ?? code } as const;
      return { events: [failed], tasks: [cardTask(now)] };
    },
  };
}

export const waitKind = (ctx: RunbookContext): Kind<Own, Ended> => ownKind(ctx, 'wait', async () => null);

export const doKind = (ctx: RunbookContext): Kind<Own, Ended> =>
  ownKind(ctx, 'do', async (run, runbook, { deed }, own, attempt) => {
    const step = stepById(runbook, own.step)?.step;
    if (!step) throw new TobanError('bug', `there is no step ${own.step}`);
    return perform(ctx, run, await incidentOf(ctx, run), runbook, step, deed, own.visit, attempt);
  });

export const httpKind = (ctx: RunbookContext): Kind<Own, Ended> =>
  ownKind(ctx, 'http', async (run, _runbook, { method, url, secret }, own, { signal, now }) => {
    const { urls, secrets } = ctx.config;
    if (!urls.some((allowed) => url.startsWith(allowed)))
      throw new TobanError('refused', 'not an allowed address', { reason: 'url-not-allowed' });
    if (secret !== null && !secrets.includes(secret))
      throw new TobanError('refused', 'not an allowed secret', { reason: 'secret-unknown' });
    const body = {
      run: run.id,
      runbook: run.runbook.id,
      step: own.step,
      incident: run.incident,
      answers: run.answers,
    };
    await ctx.webhooks.send(
      { url, secret, method },
      { id: `${run.id}_${own.step}_${own.visit}`, at: now, body },
      signal,
    );
    return null;
  });

export const runKind = (ctx: RunbookContext): Kind<Own, Ended> =>
  ownKind(ctx, 'run', async (run, _runbook, { runbook: name }, own) => {
    const entry = await entryNamed(ctx.incidents, name, true);
    if (!entry)
      throw new TobanError('refused', 'there is no such runbook', { reason: `runbook-unknown: ${name}` });
    const incident = { path: run.incident, team: run.team };
    await startRun(ctx.incidents, incident, entry, run.startedBy, `${run.id} ${own.step} ${own.visit}`);
    return entry.title;
  });

/** Writes one answer where it belongs. What the incident refuses is seen among what failed; the run goes on. */
export const intoKind = (ctx: RunbookContext): Kind<{ readonly name: string; readonly into: string }> => ({
  persistent: false,
  guard: (run, { step }) => run.answers[step.name] !== undefined,
  async perform(run, task, { signal }) {
    const runbook = await runbookOf(ctx, run);
    const act = askOf(runbook, task.step.name);
    const step = stepById(runbook, task.step.name)?.step;
    if (!act || !step) throw new TobanError('bug', `there is no question ${task.step.name}`);
    await writeInto(ctx, run, act, step.text, `${run.id} ${task.id}`, signal);
    return { into: act.into };
  },
});

/** Writes on the incident's timeline that the run was started, or has come to its end, and by whom. */
export const tellKind = (ctx: RunbookContext): Kind<{ readonly what: Told }> => ({
  persistent: false,
  guard: () => true,
  async perform(run, { id, step: { what } }) {
    const last = run.stopped ? run.stopped.by : behind(run);
    await changeIncident(ctx.incidents, run.incident, () => ({
      type: 'note-run',
      run: run.id,
      title: run.runbook.title,
      what,
      who: what === 'started' ? run.startedBy : last,
      reason: what === 'stopped' ? (run.stopped?.reason ?? null) : null,
      cause: `${run.id} ${id}`,
    }));
    return null;
  },
});
