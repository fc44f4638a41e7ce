import type { NewTask } from '../tasks/index.ts';
import { askOf, stepById } from './flow.ts';
import type { Runbook } from './model.ts';
import type { Run, RunEvent } from './run-model.ts';

const task = (
  id: string,
  verb: string,
  dueAt: number,
  step: object,
  more: Partial<NewTask> = {},
): NewTask => ({
  id,
  kind: `runbook.${verb}`,
  lane: 'work',
  dueAt,
  step,
  mode: 'create',
  ...more,
});

/** "Show version ≥ n". Somebody waits for it: it goes with the calls. */
export const cardTask = (now: number): NewTask =>
  task('card', 'card', now, {}, { mode: 'arm', lane: 'calls' });

/** What Toban must do after these facts: show the card, do its own steps, write answers where they belong. */
export function tasksFor(events: readonly RunEvent[], after: Run, runbook: Runbook, now: number): NewTask[] {
  const tasks = [cardTask(now), ...tellTasks(events, after, now)];
  for (const event of events) {
    if (event.type === 'started' || event.type === 'passed')
      for (const step of event.opens) tasks.push(...ownTasks(step, after, runbook, now));
    if (event.type === 'retried') tasks.push(...ownTasks(event.step, after, runbook, now));
    if (event.type === 'passed' && event.outcome === 'answered')
      tasks.push(...intoTasks(event.step, after, runbook, now));
    if (event.type === 'corrected') tasks.push(...intoTasks(event.name, after, runbook, now));
  }
  return tasks;
}

/** What stands on the incident's timeline: that it was started, and that it has come to its end. */
export type Told = 'started' | 'done' | 'stopped';

function tellTasks(events: readonly RunEvent[], after: Run, now: number): NewTask[] {
  const tell = (what: Told) => task(`tell-${what}-${after.version}`, 'tell', now, { what });
  const ends = events.some(({ type }) => type === 'started' || type === 'passed' || type === 'stopped');
  return [
    ...(events.some(({ type }) => type === 'started') ? [tell('started')] : []),
    ...(ends && after.status !== 'running' ? [tell(after.status)] : []),
  ];
}

function ownTasks(id: string, after: Run, runbook: Runbook, now: number): NewTask[] {
  const act = stepById(runbook, id)?.step.act;
  const visit = after.open.find(({ step }) => step === id)?.visit;
  if (!act || visit === undefined) return [];
  const step = { step: id, visit };
  switch (act.kind) {
    case 'wait':
      return [task(`wait-${id}-${visit}`, 'wait', now + act.ms, step, { mode: 'arm' })];
    case 'do':
    case 'http':
    case 'run':
      return [task(`${act.kind}-${id}-${visit}`, act.kind, now, step, { mode: 'arm' })];
    default:
      return [];
  }
}

function intoTasks(name: string, after: Run, runbook: Runbook, now: number): NewTask[] {
  const into = askOf(runbook, name)?.into;
  return into ? [task(`into-${name}-${after.version}`, 'into', now, { name, into })] : [];
}
