import { expect, test } from 'vitest';
import {
  ActionItemConfig,
  type ActionItemContext,
  actionItemFor,
  addActionItem,
  openItemsOf,
  remindAll,
  reminderJob,
} from '../../../shared/action-item/index.ts';
import { reminderId, reminderPath } from '../../../shared/action-item/records.ts';
import type { Reminder } from '../../../shared/action-item/reminder-model.ts';
import { sumReminder } from '../../../shared/action-item/reminder-view.ts';
import { tasksOfRecord } from '../../../shared/store/shapes.ts';
import { isWorkDay, movedToWorkDay } from '../../../shared/work-days/index.ts';
import { id, openVerbs, SIGNAL, say, type Verbs } from './builders.ts';

const config = ActionItemConfig.parse({ remind: { channel: 'C0LEADS', holidays: ['2026-12-01'] } });
const contextOf = (verbs: Verbs): ActionItemContext =>
  ({
    ...verbs,
    config,
    incidents: { ...verbs.incidents, calls: { ...verbs.incidents.calls, log: { warn: () => {} } } },
  }) as never;

async function remindersOf(verbs: Verbs): Promise<number> {
  const page = await verbs.incidents.calls.store.page({
    shape: {
      ...tasksOfRecord,
      scope: 'group',
      where: [
        { field: 'lane', op: '==' },
        { field: 'dueAt', op: '<=' },
      ],
      orderBy: [{ field: 'dueAt', direction: 'asc' }],
    },
    values: { lane: 'work', dueAt: Number.MAX_SAFE_INTEGER },
    limit: 100,
  });
  return page.docs.filter(({ path }) => path.startsWith('action-reminders/')).length;
}

const MONDAY = Date.parse('2026-11-30T10:00:00+09:00');

test('a turn that a crash cut short goes on where it stopped: nobody is told twice, nothing counts twice', async () => {
  const verbs = openVerbs();
  const { item } = await addActionItem(verbs, say({ owner: { user: 'UKATO' }, due: '2026-11-27' }), SIGNAL);
  await addActionItem(verbs, say({ owner: { user: 'USATO' }, due: '2026-12-03' }), SIGNAL);
  await addActionItem(verbs, say({ owner: { user: 'UMORI' }, due: '2026-12-24' }), SIGNAL);
  verbs.at(MONDAY);
  const ctx = contextOf(verbs);
  // Dies once, after the first owner's record.
  let writes = 0;
  const { store } = ctx.incidents.calls;
  const dying = {
    ...store,
    page: store.page,
    get: store.get,
    transaction: (body: never) =>
      ++writes > 2 ? Promise.reject(new Error('killed')) : store.transaction(body),
  };
  const broken = {
    ...ctx,
    incidents: { ...ctx.incidents, calls: { ...ctx.incidents.calls, store: dying } },
  } as never;
  await expect(remindAll(broken, MONDAY, SIGNAL)).rejects.toThrow('killed');
  await remindAll(ctx, MONDAY, SIGNAL);
  await remindAll(ctx, MONDAY, SIGNAL);
  // Two owners and the sum; the third has nothing due.
  expect(await remindersOf(verbs)).toBe(3);
  expect(await actionItemFor(verbs, 'T1', item?.id ?? '', null)).toMatchObject({
    reminded: 1,
    remindedAt: MONDAY,
  });
  await remindAll(ctx, MONDAY + 7 * 86_400_000, SIGNAL);
  expect(await actionItemFor(verbs, 'T1', item?.id ?? '', null)).toMatchObject({ reminded: 2 });
});

test('an owner who has left since is not written to; the lead reads that somebody else has to take it', async () => {
  const verbs = openVerbs();
  const { item } = await addActionItem(verbs, say({ due: '2026-11-27' }), SIGNAL);
  await addActionItem(verbs, say({ owner: { user: 'USATO' }, due: '2026-11-27' }), SIGNAL);
  const { people } = verbs.incidents.calls;
  const find = async (user: string) => {
    const account = await people.find(user, SIGNAL);
    return account && { ...account, deactivated: user === 'UKATO' };
  };
  const calls = { ...verbs.incidents.calls, people: { ...people, find } };
  const ctx = contextOf({ ...verbs, incidents: { ...verbs.incidents, calls } });
  verbs.at(MONDAY);
  await remindAll(ctx, MONDAY, SIGNAL);
  const raised = async (to: string) =>
    (await calls.store.get<Reminder>(reminderPath(reminderId('T1', to, MONDAY))))?.data;
  expect([await raised('UKATO'), (await raised('USATO'))?.to]).toEqual([undefined, 'USATO']);
  const sum = (await raised('C0LEADS'))?.sum;
  if (!sum) throw new Error('the lead hears nothing');
  const reader = { zone: 'Asia/Tokyo', baseUrl: null, now: MONDAY };
  expect(JSON.stringify(sumReminder(sum, { ...reader, locale: 'ja' }))).toMatch(
    /KATOさん: 期限超過 1件 · ⚠️ アカウントが停止されています。担当を変えてください/,
  );
  expect(JSON.stringify(sumReminder(sum, { ...reader, locale: 'en' }))).toMatch(
    /SATO: 1 overdue\\n|SATO: 1 overdue"/,
  );
  // What was due is carried over, whoever owns it.
  expect(await actionItemFor(verbs, 'T1', item?.id ?? '', null)).toMatchObject({ reminded: 1 });
});

test('where nothing is due nobody hears anything, and who lost sight of a private incident hears nothing of it', async () => {
  const verbs = openVerbs();
  const ctx = contextOf(verbs);
  verbs.at(MONDAY - 86_400_000);
  const members = (...users: string[]) =>
    verbs.incident({
      id: id(4),
      private: true,
      roles: {},
      declaredBy: null,
      people: users.map((user) => ({ user, name: user })),
    });
  await members('UONO', 'UKATO');
  await addActionItem(
    verbs,
    say({ owner: { user: 'UKATO' }, due: '2026-11-30', incidents: [id(4)] }),
    SIGNAL,
  );
  await addActionItem(verbs, say({ owner: { user: 'USATO' }, due: '2026-12-30' }), SIGNAL);
  expect(await openItemsOf(verbs, 'UKATO')).toHaveLength(1);
  await members('UONO');
  expect(await openItemsOf(verbs, 'UKATO')).toEqual([]);
  await remindAll(ctx, MONDAY, SIGNAL);
  expect(await remindersOf(verbs)).toBe(0);
  await members('UONO', 'UKATO');
  await remindAll(ctx, MONDAY + 1, SIGNAL);
  // Its owner alone: the channel learns nothing of a private incident.
  expect(await remindersOf(verbs)).toBe(1);
});

test('it comes on the working day that follows a holiday, one day each week', () => {
  const days = (on: number, own: string[] = []) =>
    [
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-30',
      '2026-12-01',
    ].filter((day) => movedToWorkDay(day, on, own));
  // Monday the 23rd is 勤労感謝の日.
  expect(days(1)).toEqual(['2026-11-24', '2026-11-30']);
  expect(days(1, ['2026-11-24', '2026-11-30'])).toEqual(['2026-11-25', '2026-12-01']);
  expect(days(5)).toEqual(['2026-11-20']);
  expect(days(5, ['2026-11-20'])).toEqual(['2026-11-24']);
  expect([isWorkDay('2026-11-22'), isWorkDay('2026-11-23'), isWorkDay('2026-11-24')]).toEqual([
    false,
    false,
    true,
  ]);
  const off = { ...contextOf(openVerbs()), config: ActionItemConfig.parse({ remind: null }) };
  expect(reminderJob(off).schedule).toBeNull();
});
