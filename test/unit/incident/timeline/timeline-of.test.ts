import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../../shared/incident/answer.ts';
import type { Incident, IncidentEvent } from '../../../../shared/incident/model.ts';
import { timelineOf } from '../../../../shared/incident/timeline/timeline-of.ts';
import { CS, cause, declared, MINUTE, ONO, type Scenario, T0 } from '../builders.ts';
import { entry, numbered, reader } from './builders.ts';

const eventsOf = (one: Scenario): IncidentEvent[] =>
  one.answers.flatMap((answer) => (isRefusal(answer) ? [] : answer.events));
const linesOf = (one: Scenario, entries = [] as ReturnType<typeof entry>[], locale: 'ja' | 'en' = 'ja') =>
  timelineOf(one.state as Incident, { events: numbered(eventsOf(one)), entries }, reader(locale));
const texts = (...of: Parameters<typeof linesOf>) => linesOf(...of).map(({ text }) => text);

const by = (user = ONO) => ({ by: user, cause: cause() });
const played = () =>
  declared()
    .give({ type: 'give-role', role: 'commander', to: CS, ...by() }, T0 + MINUTE)
    .give({ type: 'add-inquiries', count: 9, ticket: 'https://t.example/1', ...by() }, T0 + 2 * MINUTE)
    .give({ type: 'set-status', to: 'resolved', reason: null, ...by() }, T0 + 30 * MINUTE)
    .give({ type: 'set-status', to: 'fixing', reason: '再発', ...by() }, T0 + 31 * MINUTE);

describe('the timeline in words', () => {
  test('what happened, in the order of time; what came before the declare stands before it', () => {
    expect(texts(played()).map((line) => line.replace('ONO', '小野'))).toEqual([
      '発生',
      '検知',
      '小野さんがインシデントを宣言: 返却できない',
      '指揮: CSさん',
      '小野さんが問い合わせを9件加えた',
      '重要度は SEV2',
      '重要度に応じて呼び出し: U0LEADさん',
      '招待: U0LEADさん',
      '小野さんがステータスを「解決」に変更',
      '小野さんがステータスを「復旧作業中」に変更',
    ]);
  });

  test('the same in English, with the reason and the rule that fired', () => {
    const lines = linesOf(played(), [], 'en');
    expect(lines.map(({ text }) => text)).toContain('ONO set the status to Fixing');
    expect(lines.at(-1)?.facts).toEqual(['Reason: 再発']);
    expect(lines.find(({ mark }) => mark === 'severity')?.facts[0]).toContain('10 CS inquiries');
    expect(lines.map(({ text }) => text.replace('返却できない', '')).join()).not.toMatch(/[ぁ-ん]/);
  });

  test('a message stands at its own time, with its author, its link and its files', () => {
    const lines = linesOf(played(), [entry(T0 + 90_000, { files: ['screen.png'], by: CS })]);
    expect(lines[4]).toMatchObject({
      text: 'ONOさん: 再起動した',
      facts: ['ファイル: screen.png', 'CSさんが記録'],
      link: 'https://slack.example/p1',
      mark: 'message',
    });
  });

  test('one that was taken away is not told; of one that was deleted neither words, files nor link are', () => {
    const gone = entry(T0, { deleted: true, files: ['secret.pdf'] });
    const lines = linesOf(declared(), [entry(T0 + 1, { kept: false }), gone]);
    const told = lines.filter(({ mark }) => mark === 'message');
    expect(told).toMatchObject([{ text: 'ONOさん: （メッセージは削除されました）', facts: [], link: null }]);
  });

  test('a long silence is shown as one', () => {
    const lines = linesOf(played());
    expect(lines.filter(({ gap }) => gap !== null).map(({ gap }) => gap)).toEqual([28 * MINUTE]);
  });

  test('many who came in at one moment are one line, and it says how many more', () => {
    const one = declared();
    const joined = Array.from({ length: 12 }, (_, i) => ({
      type: 'joined',
      at: T0 + 5,
      user: `U${i}`,
      by: 'bot',
    }));
    const events = numbered([...eventsOf(one), ...(joined as IncidentEvent[])]);
    const lines = timelineOf(one.state as Incident, { events, entries: [] }, reader());
    expect(lines.filter(({ mark }) => mark === 'people').map(({ text }) => text)).toEqual([
      '参加: U0さん、U1さん、U2さん、U3さん、U4さん、U5さん、U6さん、U7さん、ほか4人',
    ]);
  });

  test('an event that another version wrote is shown by its type', () => {
    const events = numbered([{ type: 'teleported', at: T0 } as unknown as IncidentEvent]);
    expect(timelineOf(declared().state as Incident, { events, entries: [] }, reader())[0]?.text).toBe(
      '記録: teleported',
    );
  });
});
