import { expect, test } from 'vitest';
import { groupsOf, importText } from '../../../shared/import/index.ts';
import type { Outcome, RowRefusal } from '../../../shared/import/run/model.ts';

const outcome = (line: number, result: Outcome['result'], remarks: Outcome['remarks'] = []): Outcome => ({
  at: { file: 'a.csv', line },
  title: `障害 ${line}`,
  externalId: null,
  incident: null,
  number: null,
  remarks,
  result,
});
const refused = (line: number, ...refusals: RowRefusal[]) => outcome(line, { kind: 'refused', refusals });

test('a reason is said once, with how many it concerns and which; what is refused comes first', () => {
  const person = { about: 'person-unknown', name: '退職 太郎' } as const;
  const time = (value: string) => ({ why: 'no-time', column: '発生日時', value }) as const;
  const many = Array.from({ length: 30 }, (_, i) => outcome(100 + i, { kind: 'created' }, [person]));
  const groups = groupsOf(
    [
      refused(2, time('先週'), { why: 'no-title' }),
      refused(3, time('昨日')),
      refused(4, { why: 'no-time', column: '復旧日時', value: '昨日' }),
      refused(5, { why: 'severity-unknown', column: '重要度', value: '謎' }),
      refused(6, { why: 'severity-unknown', column: '重要度', value: '要確認' }),
      outcome(7, { kind: 'same' }, [person]),
      ...many,
    ],
    importText('ja'),
  );
  expect(groups.map(({ kind, count, outcomes }) => [kind, count, outcomes.length])).toEqual([
    ['refused', 2, 2],
    ['refused', 1, 1],
    ['refused', 1, 1],
    ['refused', 1, 1],
    ['refused', 1, 1],
    ['remark', 30, 20],
  ]);
  expect(groups[0]?.sentence).toContain('「発生日時」の「先週」');
  expect(groups.at(-1)?.sentence).toContain('退職 太郎');
});
