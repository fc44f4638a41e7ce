import { expect, test } from 'vitest';
import { figuresOf } from '../../../shared/runbook/figures.ts';
import type { Run } from '../../../shared/runbook/run-model.ts';
import { ARAI, Play } from './play.ts';

const BODY = `1. 一つめ \`ask number as one\`
2. 二つめ
3. 三つめ \`optional\`
`;

/** Each gesture of a play takes a second. */
function played(...rest: object[]): Run {
  const play = new Play(BODY);
  play.by({ type: 'answer', step: 'one', value: 3 });
  for (const one of rest) play.by(one, ARAI);
  if (!play.state) throw new Error('nothing was played');
  return play.state;
}
const confirm = { type: 'confirm', step: 'start.2' };
const skip = { type: 'skip', step: 'start.3', reason: '' };
const correct = (value: number) => ({ type: 'correct', name: 'one', value, reason: '数え直した' });

test('a step counts where it was come to; its time is from then until it was done', () => {
  const figures = figuresOf([played(), played(correct(4), confirm), played(confirm, skip)]);
  expect(figures.get('one')).toEqual({
    reached: 3,
    passed: 3,
    skipped: 0,
    corrected: 1,
    median: 1_000,
    p90: 1_000,
  });
  expect(figures.get('start.2')).toMatchObject({ reached: 3, passed: 2, median: 1_000, p90: 2_000 });
  expect(figures.get('start.3')).toMatchObject({
    reached: 2,
    passed: 0,
    skipped: 1,
    median: null,
    p90: null,
  });
});

test('an answer corrected twice in one run is one run with a correction', () => {
  expect(figuresOf([played(correct(4), correct(5))]).get('one')?.corrected).toBe(1);
});

test('of ten times the ninth is p90, and the fifth the median', () => {
  const run = played(confirm);
  const slow = (seconds: number): Run => ({
    ...run,
    log: run.log.map((one) => (one.step === 'one' ? { ...one, at: run.startedAt + seconds * 1_000 } : one)),
  });
  const figures = figuresOf([7, 3, 10, 1, 2, 9, 4, 6, 5, 8].map(slow));
  expect(figures.get('one')).toMatchObject({ median: 5_000, p90: 9_000 });
  expect(figuresOf([]).size).toBe(0);
});
