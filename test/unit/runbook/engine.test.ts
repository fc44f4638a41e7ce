import { describe, expect, test } from 'vitest';
import { questionFor } from '../../../shared/runbook/receive-reply.ts';
import { ARAI, ONO, Play } from './play.ts';

describe('a run', () => {
  test('opens one step at a time, reads words out, and ends', () => {
    const play = new Play('## a {#a}\n\n読む。\n\n- する\n- 何 `ask text as what into timeline`\n');
    expect(play.open).toEqual(['a.2']);
    play.by({ type: 'confirm', step: 'a.2' });
    expect(play.open).toEqual(['what']);
    play.by({ type: 'answer', step: 'what', value: '止まった' });
    expect(play.state).toMatchObject({ status: 'done', open: [], answers: { what: '止まった' } });
    expect(play.state?.log.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'a.1 said',
      'a.2 done',
      'what answered',
    ]);
    expect(play.tasks).toEqual(['into-what-3']);
  });

  test('takes the branch of an answer, by its option and by a number', () => {
    const body =
      '- 続く? `ask choice as on`\n  - はい `go #stop`\n  - いいえ\n- 何人 `ask number as n`\n- `when n >= 100 go #tell`\n- `end`\n## 止める {#stop}\n- 止めた\n- `end`\n## 伝える {#tell}\n- 伝えた\n';
    const stopping = new Play(body);
    stopping.by({ type: 'answer', step: 'on', value: 'はい' });
    expect(stopping.open).toEqual(['stop.1']);
    const telling = new Play(body);
    telling.by({ type: 'answer', step: 'on', value: 'いいえ' });
    telling.by({ type: 'answer', step: 'n', value: 100 });
    expect(telling.open).toEqual(['tell.1']);
    const neither = new Play(body);
    neither.by({ type: 'skip', step: 'on', reason: 'わからない' });
    neither.by({ type: 'skip', step: 'n', reason: 'わからない' });
    expect(neither.state?.status).toBe('done');
  });

  test('opens what is parallel at once and goes on when all of it is passed', () => {
    const play = new Play(
      '## 並ぶ {#p parallel}\n\n言葉。\n\n- a `by scribe`\n- b `optional`\n## 次 {#n}\n- c\n',
    );
    expect(play.open).toEqual(['p.2', 'p.3']);
    play.by({ type: 'confirm', step: 'p.3' });
    expect(play.open).toEqual(['p.2']);
    play.by({ type: 'confirm', step: 'p.2' });
    expect(play.open).toEqual(['n.1']);
  });

  test('does its own steps by tasks, waits, and lets people retry or skip what failed', () => {
    const play = new Play(
      '- `do status fixing`\n- `wait 10m`\n- 戻す `http POST https://ops.example/r`\n- 済んだ\n',
    );
    expect(play.tasks).toEqual(['do-start.1-1']);
    expect(play.by({ type: 'confirm', step: 'start.1' })).toEqual({ refused: 'not-that-kind' });
    play.give({ type: 'finish', step: 'start.1', visit: 1, result: { note: 'fixing' } });
    expect(play.tasks.at(-1)).toBe('wait-start.2-1');
    play.give({ type: 'finish', step: 'start.2', visit: 1, result: { note: null } });
    play.give({ type: 'finish', step: 'start.3', visit: 1, result: { failed: '503' } });
    expect(play.state?.open).toMatchObject([{ step: 'start.3', failed: '503' }]);
    play.by({ type: 'retry', step: 'start.3' });
    expect(play.state?.open).toMatchObject([{ failed: null }]);
    expect(play.tasks.filter((id) => id === 'http-start.3-1')).toHaveLength(2);
    play.by({ type: 'skip', step: 'start.3', reason: '手で戻した' });
    expect(play.open).toEqual(['start.4']);
    // What comes back late has nothing to do any more.
    play.give({ type: 'finish', step: 'start.3', visit: 1, result: { note: null } });
    expect(play.open).toEqual(['start.4']);
  });

  test('two people pressing at once: the second is told who was first and with what', () => {
    const play = new Play('- 何 `ask text as what`\n- 次\n');
    play.by({ type: 'answer', step: 'what', value: 'A' });
    expect(play.by({ type: 'answer', step: 'what', value: 'B' }, ARAI)).toMatchObject({
      refused: 'passed-already',
      by: '小野',
      value: 'A',
    });
    expect(play.state?.answers).toEqual({ what: 'A' });
  });

  test('a reply that was written before the question opened is for the one before', () => {
    const play = new Play('- 何 `ask text as what`\n- どこ `ask text as place`\n');
    const now = () =>
      play.state ? questionFor(play.state, play.runbook, play.state.open[0]?.since ?? 0) : null;
    expect(now()).toBe('what');
    play.by({ type: 'answer', step: 'what', value: 'A' });
    expect(now()).toBe('place');
    const { state, runbook } = play;
    if (!state?.open[0]) throw new Error('nothing is open');
    expect(questionFor(state, runbook, state.open[0].since - 1)).toBe('what');
    expect(play.by({ type: 'answer', step: 'what', value: 'B' }, ARAI)).toMatchObject({ value: 'A' });
    expect(play.state?.answers).toEqual({ what: 'A' });
  });

  test('a press on an earlier visit of a loop does nothing to the one that is open now', () => {
    const play = new Play('## a {#a}\n- 直った? `ask choice as ok`\n  - はい `end`\n  - いいえ `go #a`\n');
    play.by({ type: 'answer', step: 'ok', visit: 1, value: 'いいえ' });
    expect(play.state?.open).toMatchObject([{ step: 'ok', visit: 2 }]);
    expect(play.by({ type: 'answer', step: 'ok', visit: 1, value: 'はい' }, ARAI)).toMatchObject({
      refused: 'passed-already',
      by: '小野',
    });
    expect(play.state?.status).toBe('running');
  });

  test('the same press twice is once', () => {
    const play = new Play('- する\n- する\n');
    const command = { type: 'confirm', step: 'start.1', by: ONO, cause: 'same' } as const;
    play.give(command);
    expect(play.give(command)).toEqual({ events: [], tasks: [] });
  });

  test('the last answer is undone, unless something has left the house since', () => {
    const play = new Play('- 何 `ask text as what`\n- `wait 5m`\n- `do status fixing`\n- 次\n');
    play.by({ type: 'answer', step: 'what', value: 'A' });
    play.by({ type: 'undo' });
    expect(play.state).toMatchObject({ open: [{ step: 'what', visit: 1 }], answers: {}, log: [] });
    play.by({ type: 'answer', step: 'what', value: 'B' });
    // The wait of the first try is another visit: its end is not this one's.
    expect(play.state?.open).toMatchObject([{ step: 'start.2', visit: 2 }]);
    play.give({ type: 'finish', step: 'start.2', visit: 1, result: { note: null } });
    expect(play.open).toEqual(['start.2']);
    play.give({ type: 'finish', step: 'start.2', visit: 2, result: { note: null } });
    expect(play.by({ type: 'undo' })).toEqual({ refused: 'left-the-house' });
  });

  test('an answer is corrected with a reason; history keeps both, and it is written on anew', () => {
    const play = new Play('- 何人 `ask number as n into impact.users`\n- 次\n');
    play.by({ type: 'answer', step: 'n', value: 10 });
    expect(play.by({ type: 'correct', name: 'n', value: 20, reason: ' ' })).toEqual({
      refused: 'reason-needed',
    });
    play.by({ type: 'correct', name: 'n', value: 20, reason: '数え直し' }, ARAI);
    expect(play.state?.answers.n).toBe(20);
    expect(play.state?.log[0]).toMatchObject({ value: 10, corrections: [{ value: 20, by: ARAI }] });
    expect(play.tasks).toEqual(['into-n-2', 'into-n-3']);
  });

  test('a step is handed on; one that is not optional is skipped only with a reason', () => {
    const play = new Play('- する\n- 次\n');
    play.by({ type: 'hand', step: 'start.1', to: ARAI });
    expect(play.state?.open[0]?.holder).toEqual(ARAI);
    expect(play.by({ type: 'skip', step: 'start.1', reason: '' })).toEqual({ refused: 'reason-needed' });
    play.by({ type: 'skip', step: 'start.1', reason: '不要' });
    expect(play.state?.log[0]).toMatchObject({ outcome: 'skipped', note: '不要' });
  });

  test('a loop that nobody answers in ends and says so', () => {
    const play = new Play('## a {#a}\n- 何 `ask text as x`\n- `go #b`\n## b {#b}\n- `go #b`\n');
    play.by({ type: 'answer', step: 'x', value: 'A' });
    expect(play.state).toMatchObject({
      status: 'stopped',
      stopped: { by: null, reason: expect.stringContaining('endless') },
    });
  });
});
