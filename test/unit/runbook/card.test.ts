import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../shared/incident/index.ts';
import { calledOf } from '../../../shared/runbook/called.ts';
import { stepById } from '../../../shared/runbook/flow.ts';
import type { Runbook } from '../../../shared/runbook/model.ts';
import { parseRunbook } from '../../../shared/runbook/parse.ts';
import { runCard } from '../../../shared/runbook/view.ts';
import { parseConfig } from '../../../shared/workspace/index.ts';
import { ARAI, ONO, Play } from './play.ts';
import { move } from './runbooks.ts';

const root = resolve(import.meta.dirname, '../../..');
const config = parseConfig(readFileSync(`${root}/toban.yaml`, 'utf8'));
const incident = { roles: { commander: ARAI }, people: [ONO, ARAI] } as unknown as Incident;
const names = readdirSync(`${root}/runbooks/ja`);

function shipped(language: string, file: string): Runbook {
  const { runbook } = parseRunbook(readFileSync(`${root}/runbooks/${language}/${file}`, 'utf8'));
  if (!runbook) throw new Error(file);
  return runbook;
}

/** All words on the card, a line each. */
function card({ state, runbook }: Play, locale: 'ja' | 'en' = 'ja'): string {
  if (!state) throw new Error('not started');
  const clock = { now: () => 60_000 };
  const called = calledOf(config, locale);
  const { blocks } = runCard(state, runbook, incident, {
    locale,
    zone: 'Asia/Tokyo',
    clock,
    baseUrl: null,
    called,
  });
  const words = (part: unknown): string[] => {
    if (typeof part !== 'object' || part === null) return [];
    const own = 'type' in part && 'text' in part && typeof part.text === 'string' ? [part.text] : [];
    return [...own, ...Object.values(part).flatMap(words)];
  };
  return words(blocks).join('\n');
}

describe('the card of a run', () => {
  test('writes emphasis, links and what is struck out as Slack does; one tilde stands for about', () => {
    const play = new Play(
      '## 事実 {#facts}\n\n1. ~~再起動~~ **切り戻し**、~5分~~10分 [手順](https://example.com/) `ask text as x`\n',
    );
    expect(card(play)).toContain('~再起動~ 切り戻し、~5分~~10分 <https://example.com/|手順>');
  });

  test('points that are read out stay points', () => {
    const play = new Play(
      '## 要否 {#assess}\n\n次のどれかに当たりますか。\n\n- 要配慮個人情報 `say`\n- **財産**の被害 `say`\n\n1. どれですか。 `ask text as x`\n',
    );
    expect(card(play)).toContain(
      '次のどれかに当たりますか。\n• 要配慮個人情報\n• *財産*の被害\n*どれですか。*',
    );
  });

  test('says what Toban did, with the answers of then, and what it is about to do', () => {
    const play = new Play(
      '## 事実 {#facts}\n\n- 何人ですか。分かる範囲で。 `ask number as users`\n- `do status fixing`\n' +
        '- 約{users}人です。確認をお願いします。 `do call rota mobility`\n- {users}人に知らせる\n',
    );
    expect(card(play)).toContain('次: ステータスを「復旧作業中」に');
    play.by({ type: 'answer', step: 'users', value: 1_200 });
    expect(card(play)).toContain('*ステータスを「復旧作業中」に*');
    play.give({ type: 'finish', step: 'facts.2', visit: 1, result: { note: null } });
    expect(card(play)).toContain('✓ 何人ですか → *1,200*');
    expect(card(play)).toContain('✓ ステータスを「復旧作業中」に · ');
    expect(card(play)).toContain('_事実 · 車両オンコールの呼び出し_');
    const visit = 1;
    play.give({ type: 'finish', step: 'facts.3', visit, result: { failed: 'no-one: mobility' } });
    expect(card(play)).toContain('⚠️ 実行できませんでした（いま担当する人がいません）');
    play.give({ type: 'finish', step: 'facts.3', visit, result: { note: '小野 健' } });
    expect(card(play)).toContain('✓ 車両オンコールの呼び出し: 約1,200人です · 小野 健');
    play.by({ type: 'correct', name: 'users', value: 900, reason: '数え直した' });
    // Whoever was called heard of 1,200.
    expect(card(play)).toContain('車両オンコールの呼び出し: 約1,200人です');
    expect(card(play)).toContain('*900人に知らせる*');
  });

  test.each(names)('of %s shows people no id and no gap, whatever they answer', (file) => {
    for (const language of ['ja', 'en'] as const)
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(7)), { minLength: 20, maxLength: 40 }), (moves) => {
          const play = new Play(shipped(language, file));
          for (const [which, how] of moves) {
            if (play.state?.status !== 'running') break;
            if (stepById(play.runbook, play.open[which % play.open.length] ?? '') === null) break;
            move(play, which, how);
            expect(card(play, language)).not.toMatch(/\{[a-z]|(?<![/\w.])[a-z]+\.\d+\b/);
          }
        }),
        { numRuns: 8 },
      );
  });
});
