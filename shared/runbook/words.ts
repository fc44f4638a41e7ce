import { escapeMrkdwn, mention } from '../slack/index.ts';
import { fill } from './fill.ts';
import { stepById } from './flow.ts';
import { headlineOf } from './headline.ts';
import type { Runbook, Step } from './model.ts';
import type { Run, Value } from './run-model.ts';
import { saidValue } from './said.ts';
import type { RunViewer } from './viewer.ts';

/** What a step is, at a glance, with answers filled in; mrkdwn. */
export const headlineWords = (
  step: Step,
  run: Pick<Run, 'answers'>,
  runbook: Runbook,
  viewer: RunViewer,
): string => filled(escapeMrkdwn(headlineOf(step, viewer.called)), run, runbook, viewer);

/** A step's words in full, with their point in a list, emphasis, links and what is struck out as Slack writes them; without any, what it does. */
export const richWords = (
  step: Step,
  run: Pick<Run, 'answers'>,
  runbook: Runbook,
  viewer: RunViewer,
): string =>
  filled(
    escapeMrkdwn(step.text || headlineOf(step, viewer.called))
      .replace(/^- /, '• ')
      .replace(/\*\*(.+?)\*\*/g, '*$1*')
      .replace(/(?<!~)~~(?=[^\s~])(.*?[^\s~])~~(?!~)/g, '~$1~')
      .replace(/\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/g, '<$2|$1>'),
    run,
    runbook,
    viewer,
  );

/** What people answered comes last into words that are ready: it can make neither a link nor emphasis of itself. */
const filled = (text: string, { answers }: Pick<Run, 'answers'>, runbook: Runbook, viewer: RunViewer) =>
  fill(text, answers, (value, name) => answerWords(value, stepById(runbook, name)?.step, viewer));

/** An answer in mrkdwn: a person is a mention. */
export const answerWords = (value: Value, step: Step | undefined, viewer: RunViewer): string => {
  if (step?.act.kind === 'ask' && step.act.type === 'person') return mention(String(value));
  return escapeMrkdwn(saidValue(value, viewer, step?.act).replace(/\s*\n\s*/g, ' '));
};
