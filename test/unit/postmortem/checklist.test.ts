import { expect, test } from 'vitest';
import { checklistOf, openLines } from '../../../shared/postmortem/checklist.ts';
import type { Postmortem } from '../../../shared/postmortem/model.ts';
import type { CheckFacts } from '../../../shared/postmortem/parts.ts';
import { checkText } from '../../../shared/postmortem/text.ts';

const written = { version: 1, blank: false, open: 0, by: null, at: 1 };
const section = (id: string, required: boolean) => ({ id, title: id, required, guidance: '' });
const done = {
  form: {
    sections: [section('summary', true), section('lucky', false)],
    properties: [{ id: 'cost', name: '損失額', type: 'number', options: [], required: true }],
    checklist: [{ id: 'legal', name: '法務が確認した' }],
  },
  sections: { summary: written, lucky: { ...written, version: 0, blank: true } },
  properties: { cost: 0 },
  reviewers: [{ user: 'U1', name: '森' }],
  ticked: { legal: { by: { user: 'U1', name: '森' }, at: 1 } },
} satisfies Partial<Postmortem>;
const facts: CheckFacts = {
  incidents: [{ label: 'INC-7', ended: true, invalid: [] }],
  actionItems: [{ title: '監視を足す', owner: { name: '森' }, due: '2026-11-30', done: false }],
};

const left = (state: Partial<Postmortem>, more: Partial<CheckFacts> = {}) =>
  checklistOf({ ...done, ...state } as Postmortem, { ...facts, ...more })
    .filter((one) => !one.done)
    .map((one) => {
      const { label, why, todo } = checkText(one, 'ja');
      return [one.id, label, `${why}${todo}`];
    });

test('with everything there nothing is left, and an optional section may stay empty', () => {
  expect(left({})).toEqual([]);
  expect(checklistOf(done as unknown as Postmortem, facts).map(({ id }) => id)).toEqual([
    'section:summary',
    'property:cost',
    'times',
    'actions',
    'reviewers',
    'own:legal',
  ]);
});

test.each<[string, Partial<Postmortem>, Partial<CheckFacts>, string]>([
  [
    'section:summary',
    { sections: { summary: { ...written, blank: true } } },
    {},
    'まだ何も書かれていません。書いてください。',
  ],
  [
    'section:summary',
    { sections: { summary: { ...written, open: 2 } } },
    {},
    '「未確認」が2か所残っています。確かめて事実に置き換えるか、行を消してください。',
  ],
  [
    'section:lucky',
    { sections: { summary: written, lucky: { ...written, open: 1 } } },
    {},
    '「未確認」が1か所残っています。確かめて事実に置き換えるか、行を消してください。',
  ],
  ['property:cost', { properties: {} }, {}, 'まだ何も書かれていません。入力してください。'],
  [
    'times',
    {},
    { incidents: [{ label: 'INC-7', ended: false, invalid: [] }] },
    'INC-7 がまだ解決していません。インシデントを解決にしてください。',
  ],
  [
    'times',
    {},
    { incidents: [{ label: 'INC-7', ended: true, invalid: ['TTR'] }] },
    '時刻の前後が合いません（INC-7 TTR）。インシデントのページで時刻を直してください。',
  ],
  [
    'actions',
    {},
    {
      actionItems: [
        { title: '監視を足す', owner: null, due: '2026-11-30', done: false },
        { title: '手順を書く', owner: { name: '森' }, due: null, done: false },
        { title: '済んだこと', owner: null, due: null, done: true },
      ],
    },
    '2件に担当者か期限がありません（監視を足す、手順を書く）。担当者と期限を決めてください。',
  ],
  [
    'actions',
    {},
    {
      actionItems: [
        { title: '監視を足す', owner: null, due: '2026-11-30', done: false },
        { title: '証明書の更新', owner: { name: '高橋', left: true }, due: '2026-11-30', done: false },
        { title: '済んだこと', owner: { name: '高橋', left: true }, due: '2026-11-30', done: true },
      ],
    },
    '1件に担当者か期限がありません（監視を足す）。1件の担当者は Slack のアカウントが停止されています（証明書の更新: 高橋さん）。担当者と期限を決めてください。',
  ],
  ['reviewers', { reviewers: [] }, {}, 'まだ誰も指名されていません。読んでほしい人を選んでください。'],
  ['own:legal', { ticked: {} }, {}, 'まだ済んでいません。済んだらチェックを入れてください。'],
])('%s is left, and says why and what to do', (id, state, more, words) => {
  const rest = left(state, more);
  expect(rest.map(([one]) => one)).toEqual([id]);
  expect(rest[0]?.[2]).toBe(words);
});

test('lines to confirm are those that the draft marks, in either language', () => {
  expect(
    openLines('- [ ] 未確認: 原因\n* [ ] To confirm: the cause\n- [x] 未確認: 済み\n未確認: 文の中'),
  ).toBe(2);
});
