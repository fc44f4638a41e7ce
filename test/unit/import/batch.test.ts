import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apply } from '../../../shared/incident/apply.ts';
import { claimNumber } from '../../../shared/incident/claim-number.ts';
import { declare, describeIncident, incidentPath } from '../../../shared/incident/index.ts';
import { findDifferences } from '../../../shared/insights/index.ts';
import { neededWords } from '../../../shared/language/index.ts';
import { type Postmortem, postmortemOf, saveSection, sectionsOf } from '../../../shared/postmortem/index.ts';
import { entryOf } from '../../../shared/search-index/index.ts';
import type { Store } from '../../../shared/store/port.ts';
import { at, BY, draft, NOW, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(() => {
  scene = openScene();
});
afterEach(() => scene.store.close());

describe('an incident of the past', () => {
  test('enters with its own times, people, severity and number, and nothing is to be done for it', async () => {
    await scene.listen();
    expect(
      await scene.run([
        draft(),
        draft({ externalId: 'notion:b', severity: null, postmortem: [], lead: null }),
      ]),
    ).toEqual([{ kind: 'created' }, { kind: 'created' }]);
    expect(await scene.incident()).toMatchObject({
      number: 1,
      status: 'closed',
      open: false,
      severity: 'SEV2',
      override: { reason: '取り込み元の記録による（notion:a）', by: BY },
      declaredAt: at('2024-03-05T14:10'),
      enteredAt: NOW,
      statusAt: at('2024-03-05T16:00'),
      declaredBy: { user: 'U0LEAD', name: '森 由紀' },
      roles: { commander: { user: '', name: '退職した人' } },
      people: [{ user: 'U0LEAD' }, { user: '', name: '退職した人' }],
      facts: { inquiries: 3, vehicles: { count: 120, share: null } },
      past: { externalId: 'notion:a', link: 'https://notion.example/a', by: BY },
      room: null,
      calledIn: [],
    });
    expect(await scene.incident('notion:b')).toMatchObject({ number: 2, override: null, severity: 'SEV3' });
    expect(await scene.tasks()).toEqual([]);
    expect((await findDifferences(scene.store)).differences).toEqual([]);
  });

  test('brings its postmortem, published when it was over, section by section', async () => {
    await scene.run([draft()]);
    const found = await postmortemOf(scene.looking, (await scene.incident()).id, 'U0LEAD');
    const state = found?.state as Postmortem;
    expect(state).toMatchObject({
      state: 'published',
      createdAt: at('2024-03-05T16:00'),
      lead: null,
      dueAt: null,
    });
    const sections = await sectionsOf(scene.looking, state);
    expect(sections.map(({ title, text }) => [title, text])).toEqual([
      ['原因', '設定の誤り'],
      ['学び', '確かめる'],
    ]);
  });

  test('is found by what the source called it, and not by the sentence that an import writes beside each severity', async () => {
    await scene.run([draft({ externalId: 'waroom:WR-4711' })]);
    const { text, words } = entryOf('incident', describeIncident(await scene.incident('waroom:WR-4711')));
    expect(text).not.toContain('取り込み元');
    expect(neededWords('WR-4711').every((word) => words.includes(word))).toBe(true);
    expect(words).toContain('説明');
  });

  test('placed by its day alone has no numbers that nobody wrote down', async () => {
    await scene.run([draft({ times: {}, day: at('2024-03-05T00:00') })]);
    expect(await scene.incident()).toMatchObject({
      declaredAt: at('2024-03-05T00:00'),
      milestones: {},
      status: 'closed',
    });
  });
});

describe('a second run', () => {
  test('changes nothing, and a dry one never does', async () => {
    expect(await scene.run([draft()], true)).toEqual([{ kind: 'created' }]);
    expect(await scene.incident()).toBeUndefined();
    await scene.run([draft()]);
    const before = await scene.incident();
    expect(await scene.run([draft()])).toEqual([{ kind: 'same' }]);
    expect(await scene.incident()).toEqual(before);
  });

  test('takes over what has changed at the source, and says what; dry says the same', async () => {
    await scene.listen();
    await scene.run([draft()]);
    const next = draft({
      title: '返却も予約もできない',
      times: { ...draft().times, resolved: at('2024-03-05T17:00') },
      severity: 'SEV1',
      lead: '森 由紀',
      postmortem: [
        { title: '原因', text: '設定の誤り、二つ' },
        { title: '再発防止', text: '見張る' },
      ],
    });
    const changed = {
      kind: 'changed',
      changed: ['title', 'resolved', 'severities', 'lead', 'postmortem'],
      kept: [],
    };
    expect(await scene.run([next], true)).toEqual([changed]);
    expect(await scene.run([next])).toEqual([changed]);
    const state = await scene.incident();
    expect(state).toMatchObject({
      title: '返却も予約もできない',
      severity: 'SEV1',
      milestones: { resolved: { at: at('2024-03-05T17:00') } },
      roles: { commander: { user: 'U0LEAD' } },
      number: 1,
    });
    const found = await postmortemOf(scene.looking, state.id, 'U0LEAD');
    const sections = await sectionsOf(scene.looking, found?.state as Postmortem);
    expect(sections.map(({ text }) => text)).toEqual(['設定の誤り、二つ', '## 再発防止\n\n見張る']);
    expect(await scene.tasks()).toEqual([]);
    expect(await scene.run([next])).toEqual([{ kind: 'same' }]);
    expect((await findDifferences(scene.store)).differences).toEqual([]);
  });

  test('leaves what people have put right here since', async () => {
    await scene.run([draft()]);
    const state = await scene.incident();
    const path = incidentPath(state.id);
    await apply(scene.verbs, path, () => ({
      type: 'correct',
      set: { title: '直した題' },
      seen: null,
      reason: '誤記',
      by: BY,
      cause: 'c',
    }));
    const found = await postmortemOf(scene.looking, state.id, 'U0LEAD');
    const postmortem = found?.state as Postmortem;
    const [first] = postmortem.form.sections;
    await saveSection(
      { incidents: scene.verbs },
      found?.path ?? '',
      { section: first?.id ?? '', text: '人が書き直した', base: 1 },
      BY,
    );
    const next = draft({
      title: '元が変えた題',
      description: '新しい説明',
      postmortem: [
        { title: '原因', text: '元が変えた' },
        { title: '学び', text: '元が変えた' },
      ],
    });
    expect(await scene.run([next])).toEqual([
      { kind: 'changed', changed: ['description', 'postmortem'], kept: ['title', 'postmortem'] },
    ]);
    expect(await scene.incident()).toMatchObject({ title: '直した題', description: '新しい説明' });
    const after = await postmortemOf(scene.looking, state.id, 'U0LEAD');
    expect((await sectionsOf(scene.looking, after?.state as Postmortem)).map(({ text }) => text)).toEqual([
      '人が書き直した',
      '元が変えた',
    ]);
  });

  test('does not bring back what was deleted here, and says so', async () => {
    await scene.run([draft()]);
    const path = incidentPath((await scene.incident()).id);
    await scene.store.transaction(async (tx) => tx.delete(path));
    expect(await scene.run([draft()])).toEqual([{ kind: 'same' }]);
    expect(await scene.run([draft({ title: 'x' })])).toEqual([
      { kind: 'refused', refusals: [{ why: 'gone' }] },
    ]);
  });
});

test('numbers go on behind those that are taken, also where somebody declares at the same moment', async () => {
  const said = {
    team: 'T1',
    title: 'live',
    description: '',
    service: null,
    private: false,
    drill: false,
    source: 'web',
    by: null,
    startedAt: null,
    facts: {},
    calls: [],
  } as const;
  const { store } = scene;
  let raced = false;
  const racing: Store = {
    ...store,
    async transaction(body) {
      if (!raced) {
        raced = true;
        await claimNumber(store, 'T1', 'inc_live');
      }
      return store.transaction(body);
    },
  };
  await scene.run([draft(), draft({ externalId: 'notion:b' })], false, racing);
  expect([(await scene.incident()).number, (await scene.incident('notion:b')).number]).toEqual([2, 3]);
  expect((await declare(scene.verbs, { ...said, cause: ['x'] }, new AbortController().signal)).kind).toBe(
    'declared',
  );
});
