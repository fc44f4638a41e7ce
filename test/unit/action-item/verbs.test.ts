import { beforeEach, describe, expect, test } from 'vitest';
import {
  type ActionItem,
  actionItemFor,
  actionItemRefusal,
  actionItemsOf,
  addActionItem,
  changeActionItem,
  EVERY,
  editActionItem,
  historyOf,
  listActionItems,
  relateActionItem,
} from '../../../shared/action-item/index.ts';
import { readAudit } from '../../../shared/audit/index.ts';
import { BY, id, NOON, openVerbs, SIGNAL, say, type Verbs } from './builders.ts';

let verbs: Verbs;
beforeEach(() => {
  verbs = openVerbs();
});

async function added(more: Parameters<typeof say>[0] = {}): Promise<ActionItem> {
  const { item, refusal } = await addActionItem(verbs, say(more), SIGNAL);
  if (refusal || !item) throw new Error(JSON.stringify(refusal));
  return item;
}
const edit = (item: ActionItem, changes: object, seen: number | null = item.revision, cause = 'c1') =>
  editActionItem(verbs, 'T1', item.id, { changes, seen, by: BY, cause }, SIGNAL);
const secret = (n: number, members: readonly string[]) =>
  verbs.incident({
    id: id(n),
    number: n,
    private: true,
    roles: {},
    declaredBy: null,
    people: members.map((user) => ({ user, name: user })),
  });

describe('adding', () => {
  test('twice from one cause is one, with everything said, and who did it in the audit', async () => {
    const cause = ['form', 'V1'];
    const one = await added({ cause, title: '  二行の\n見出し  ', link: 'https://issues.example/1' });
    const two = await added({ cause, title: 'another' });
    expect(two).toEqual(one);
    expect(one).toMatchObject({
      title: '二行の 見出し',
      owner: { user: 'UKATO', name: 'KATO' },
      state: 'open',
    });
    const audit = await readAudit(verbs.incidents.calls.store, `action-items/${one.id}`);
    expect(audit).toMatchObject([{ by: 'UONO', action: 'action-item.added' }]);
  });

  test.each([
    [{ title: ' \n ' }, '何をするかを入力'],
    [{ title: 'あ'.repeat(3_000) }, 'することは200文字までです（いま3000文字）'],
    [{ note: 'x'.repeat(3_001) }, '詳細は3000文字まで'],
    [{ due: '2026-11-23' }, '11/23(月) は過ぎています。今日以降'],
    [{ due: '2026-02-30' }, '2026-11-30 のような日付'],
    [{ link: 'http://issues.example/1' }, 'https:// で始まる'],
    [{ link: 'javascript:alert(1)' }, 'https:// で始まる'],
    [{ link: 'https://u:secret@issues.example/' }, 'パスワードを含むもの'],
    [{ owner: { user: 'ULEFT' } }, 'LEFTさんのアカウントは停止されています'],
    [{ owner: { user: 'UBOT' } }, 'アプリなので担当にできません'],
    [{ owner: { user: 'UGHOST' } }, 'Slack に見つかりません'],
    [{ incidents: ['INC-99'] }, 'そのインシデントは見つかりません'],
  ])('%o is refused in a clear sentence, and nothing is kept', async (more, words) => {
    const { item, refusal } = await addActionItem(verbs, say(more), SIGNAL);
    expect(item).toBeNull();
    expect(refusal && actionItemRefusal(refusal, 'ja')).toContain(words);
    expect((await listActionItems(verbs, { ...EVERY, team: 'T1', reader: 'UONO' })).items).toEqual([]);
  });

  test('a due date of today is no past one, by the day of the workspace’s zone', async () => {
    verbs.at(Date.parse('2026-11-24T15:30:00Z'));
    const late = await addActionItem(verbs, say({ due: '2026-11-24' }), SIGNAL);
    expect(late.refusal).toEqual({ refused: 'due-past', due: '2026-11-24' });
    expect(await added({ due: '2026-11-25' })).toMatchObject({ due: '2026-11-25' });
  });
});

describe('changing', () => {
  test('an edit keeps what each field was, a form drawn before it is refused and changes nothing', async () => {
    const item = await added();
    expect((await edit(item, { title: '手動をやめる', due: '2026-12-01' })).refusal).toBeNull();
    const stale = await edit(item, { title: 'ほかの言葉' }, item.revision, 'c2');
    expect(stale).toMatchObject({
      refusal: { refused: 'changed-meanwhile' },
      item: { title: '手動をやめる' },
    });
    const history = await historyOf(verbs.incidents.calls.store, item.id);
    expect(history).toMatchObject([
      { type: 'added', by: BY },
      {
        type: 'edited',
        by: BY,
        at: NOON,
        changes: {
          title: { from: item.title, to: '手動をやめる' },
          due: { from: '2026-11-30', to: '2026-12-01' },
        },
      },
    ]);
  });

  test('the same press twice is one; dropping needs a reason; done can be opened again', async () => {
    const item = await added();
    const set = (to: ActionItem['state'], cause: string, reason: string | null = null) =>
      changeActionItem(verbs, 'T1', item.id, { type: 'set-state', to, reason, by: BY, cause });
    expect((await set('dropped', 'a')).refusal).toEqual({ refused: 'reason-needed' });
    expect((await set('done', 'b')).item).toMatchObject({ state: 'done', unfinished: false, version: 2 });
    expect((await set('open', 'c')).item).toMatchObject({ state: 'open', version: 3 });
    expect((await set('done', 'b')).item).toMatchObject({ state: 'open', version: 3 });
    expect((await set('dropped', 'd', '機材を入れ替えるため')).item).toMatchObject({
      reason: '機材を入れ替えるため',
    });
  });

  test('a due date that has passed may stay while other fields change, and nobody has to choose another owner', async () => {
    const item = await added({ owner: { user: 'UKATO' } });
    verbs.at(NOON + 10 * 86_400_000);
    const { refusal } = await edit(item, { due: item.due, owner: { user: 'UKATO' }, priority: 'high' });
    expect(refusal).toBeNull();
    expect((await edit(item, { due: '2026-12-01' }, null, 'c2')).refusal).toMatchObject({
      refused: 'due-past',
    });
  });

  test('an incident and a postmortem join it, and each finds it', async () => {
    await verbs.incident({ id: id(3), number: 3 });
    const item = await added();
    const related = { incidents: [id(3)], postmortem: 'pm_1', by: BY, cause: 'r' };
    const { item: now } = await relateActionItem(verbs, 'T1', item.id, related);
    expect(now?.incidents).toMatchObject([{ number: 3, service: 'rental' }]);
    for (const of of [{ incident: id(3) }, { postmortem: 'pm_1' }])
      expect(await actionItemsOf(verbs, 'T1', of, 'UANYBODY')).toMatchObject([{ id: item.id }]);
  });
});

describe('of a private incident', () => {
  test('one whose owner could no longer see it is not related to it', async () => {
    await secret(5, ['UONO']);
    const item = await added({ owner: { user: 'UKATO' } });
    const related = { incidents: [id(5)], postmortem: null, by: BY, cause: 'r' };
    const { refusal } = await relateActionItem(verbs, 'T1', item.id, related);
    expect(refusal).toEqual({ refused: 'owner-outside', name: 'KATO' });
  });

  test('nobody but its members sees, changes or finds it; another team neither', async () => {
    await secret(5, ['UONO', 'UKATO']);
    const item = await added({ incidents: [id(5)], title: '個人情報の棚卸し' });
    expect(await actionItemFor(verbs, 'T1', item.id, 'UKATO')).toMatchObject({ id: item.id });
    expect(await actionItemFor(verbs, 'T1', item.id, 'UOTHER')).toBeNull();
    expect(await actionItemFor(verbs, 'T2', item.id, 'UKATO')).toBeNull();
    const foreign = { user: 'UOTHER', name: 'OTHER' };
    const press = { type: 'set-state', to: 'done', reason: null, by: foreign, cause: 'x' } as const;
    expect((await changeActionItem(verbs, 'T1', item.id, press)).refusal).toEqual({ refused: 'gone' });
    const list = async (reader: string, more: object = {}) =>
      (await listActionItems(verbs, { ...EVERY, team: 'T1', reader, ...more })).items.length;
    expect([await list('UKATO'), await list('UKATO', { text: '個人情報' }), await list('UOTHER')]).toEqual([
      1, 1, 0,
    ]);
    expect(await list('UOTHER', { text: '個人情報' })).toBe(0);
    expect(await actionItemsOf(verbs, 'T1', { incident: id(5) }, 'UOTHER')).toEqual([]);
    expect(JSON.stringify(item.tags)).not.toMatch(/個人|f:|w:/);
  });

  test('who joins its room later sees it then; who may not see it cannot own it, and cannot add to it', async () => {
    await secret(5, ['UONO']);
    const refused = await addActionItem(verbs, say({ incidents: [id(5)], owner: { user: 'UKATO' } }), SIGNAL);
    expect(refused.refusal).toEqual({ refused: 'owner-outside', name: 'KATO' });
    const item = await added({ incidents: [id(5)], owner: null });
    await secret(5, ['UONO', 'UKATO']);
    expect(await actionItemFor(verbs, 'T1', item.id, 'UKATO')).not.toBeNull();
    const outsider = say({ incidents: [id(5)], owner: null, by: { user: 'UOTHER', name: 'OTHER' } });
    expect((await addActionItem(verbs, outsider, SIGNAL)).refusal).toEqual({ refused: 'incident-unknown' });
  });
});
