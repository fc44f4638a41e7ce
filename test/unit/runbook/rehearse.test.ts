import { describe, expect, test } from 'vitest';
import { parseRunbook } from '../../../shared/runbook/parse.ts';
import { type RehearsalMove, rehearse } from '../../../shared/runbook/rehearse.ts';
import { HEAD, ONO } from './play.ts';

const START = Date.parse('2026-11-24T12:00:00+09:00');

function play(body: string, ...moves: RehearsalMove[]) {
  const { runbook, problems } = parseRunbook(HEAD + body);
  if (!runbook) throw new Error(JSON.stringify(problems));
  return rehearse(runbook, moves, { startedAt: START, zone: 'Asia/Tokyo', by: ONO });
}

const BODY = `## 聞く {#ask}

1. 何人ですか。 \`ask number as users into impact.users\`
2. \`when users >= 100 go #many\`
3. 終わり \`end\`

## 多い {#many}

1. 当番を呼ぶ \`do call rota mobility\`
2. 送る \`http POST https://ops.example/x\`
3. 待つ \`wait 10m\`
4. 確かめる
`;
const open = ({ run }: ReturnType<typeof play>) => run.open.map(({ step }) => step);
const answer = (said: string): RehearsalMove => ({ do: 'answer', step: 'users', said });

describe('a rehearsal', () => {
  test('goes the way that the answers take, and does at once what Toban would do by itself', () => {
    expect(open(play(BODY))).toEqual(['users']);
    const played = play(BODY, answer('１，２００人'));
    expect(open(played)).toEqual(['many.3']);
    expect(played.run.log.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'users answered',
      'many.1 done',
      'many.2 done',
    ]);
    expect(played.run.answers).toEqual({ users: 1_200 });
    expect(play(BODY, answer('5')).run.status).toBe('done');
  });

  test('lets a wait go by at once, and the clock with it', () => {
    const played = play(BODY, answer('100'), { do: 'time', step: 'many.3' });
    expect(open(played)).toEqual(['many.4']);
    expect(played.now - START).toBe(600_000);
    expect(played.run.log.at(-1)?.at).toBe(START + 600_000);
  });

  test('keeps what went before a move that is refused, and says why it was', () => {
    const typed = play(BODY, answer('たくさん'));
    expect(typed.trouble).toEqual({ step: 'users', wrong: 'no-number' });
    expect(typed.moves).toEqual([]);
    const gone = play(BODY, answer('100'), { do: 'confirm', step: 'users' });
    expect(gone.trouble?.wrong).toMatchObject({ refused: 'passed-already' });
    expect(gone.moves).toHaveLength(1);
    expect(play(BODY, { do: 'time', step: 'users' }).trouble?.wrong).toEqual({ refused: 'not-that-kind' });
    expect(play(BODY, { do: 'answer', step: 'none', said: 'x' }).trouble).not.toBeNull();
    expect(play(BODY, { do: 'skip', step: 'users', reason: ' ' }).trouble?.wrong).toEqual({
      refused: 'reason-needed',
    });
  });

  test('of a runbook that goes in circles by itself comes to an end and says where', () => {
    const round = `## 始め {#a}

1. 何人ですか。 \`ask number as users\`

## 回る {#b}

1. \`do status fixing\`
2. \`when users < 5 go #b\`
`;
    expect(play(round, answer('9')).run.status).toBe('done');
    const { run } = play(round, answer('1'));
    expect(run.status).toBe('stopped');
    expect(run.stopped?.reason).toMatch(/^endless: b\.1/);
  });
});
