// What the public edge must know of `/oncall`: small, pure, without the noun's other files.
import type { EdgeRules, FieldErrors, InboundSubmission } from '../slack/edge.ts';

const OPENING = ['oncall_cover', 'oncall_swap'];

const errors = {
  past: 'もう過ぎた時間です。これからの時間を選んでください。 / That time is over. Choose a time to come.',
  backwards: '終わりは始まりより後にしてください。 / The end must come after the start.',
  empty: '入力してください。 / Please fill this in.',
};

const textOf = ({ values }: InboundSubmission, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
};

function cover(submission: InboundSubmission): FieldErrors {
  const [start, end] = ['start', 'end'].map((field) => Number(textOf(submission, field)) * 1_000);
  if (start === undefined || end === undefined) return {};
  if (end <= submission.receivedAt) return { end: errors.past };
  return end <= start ? { end: errors.backwards } : {};
}

const swap = (submission: InboundSubmission): FieldErrors =>
  Object.fromEntries(
    ['mine', 'theirs']
      .filter((field) => textOf(submission, field) === '')
      .map((field) => [field, errors.empty]),
  );

export const oncallEdge: EdgeRules = {
  opens: (gesture) => gesture.type === 'action' && OPENING.includes(gesture.actionId),
  validate: { oncall_cover: cover, oncall_swap: swap },
};
