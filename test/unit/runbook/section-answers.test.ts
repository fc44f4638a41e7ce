import { expect, test } from 'vitest';
import { sectionAnswers } from '../../../shared/runbook/section-answers.ts';
import { ARAI, ONO, Play } from './play.ts';

const BODY = `1. 何が起きましたか。 \`ask text as what into postmortem.impact\`
2. 何人ですか。 \`ask number as users into impact.users\`
3. 原因は何ですか。 \`ask text as why into postmortem.causes\`
4. ほかにありますか。 \`ask text as more into postmortem.lessons optional\`
`;

const played = () => {
  const play = new Play(BODY);
  play.by({ type: 'answer', step: 'what', value: '名簿が公開された' });
  play.by({ type: 'answer', step: 'users', value: 12 });
  play.by({ type: 'answer', step: 'why', value: '設定' }, ARAI);
  play.by({ type: 'skip', step: 'more', reason: '' });
  return play;
};
const found = (...plays: Play[]) =>
  sectionAnswers(plays.flatMap(({ state, runbook }) => (state ? [{ run: state, runbook }] : [])));

test('answers for sections of the postmortem, in their order, with who and when; no others, and nothing skipped', () => {
  expect(found(played())).toEqual([
    {
      section: 'impact',
      question: '何が起きましたか。',
      type: 'text',
      value: '名簿が公開された',
      by: ONO,
      at: 3_000,
      run: 'run_1',
      title: '試し',
    },
    expect.objectContaining({ section: 'causes', value: '設定', by: ARAI, at: 5_000 }),
  ]);
});

test('a correction is what counts, by whom it was made', () => {
  const play = played();
  play.by({ type: 'correct', name: 'what', value: '名簿が一時間公開された', reason: '時刻を確認' }, ARAI);
  const answer = found(play).find(({ section }) => section === 'impact');
  expect(answer).toMatchObject({ value: '名簿が一時間公開された', by: ARAI });
});

test('an answer taken back is none', () => {
  const play = new Play(BODY);
  play.by({ type: 'answer', step: 'what', value: 'A' });
  play.by({ type: 'undo' });
  expect(found(play)).toEqual([]);
});

test('several runs of one incident are told together, in order of time', () => {
  const first = played();
  const second = new Play(BODY);
  second.by({ type: 'answer', step: 'what', value: '二つ目' });
  expect(found(first, second).map(({ value }) => value)).toEqual(['名簿が公開された', '二つ目', '設定']);
});
