import { describe, expect, test } from 'vitest';
import { draftOf, proposeMapping, readRows, sampleRows, sourceByRows } from '../../../shared/import/index.ts';
import { waroomExport, waroomIncident, waroomUuid } from '../../waroom-export.ts';
import { badOf, fileOf, rowsOf } from './files.ts';
import { NOW } from './scene.ts';

const AROUND = { zone: 'Asia/Tokyo', services: [{ id: 'rental', name: '貸出・返却' }] };
const open = (value: unknown) =>
  ({ kind: 'file', file: fileOf('a.json', JSON.stringify(value), 65_536) }) as const;
const sample = (value: unknown, source: 'json' | 'waroom' = 'json') =>
  sampleRows(readRows(open(value), source), 300);

describe('the shape of Waroom’s API', () => {
  test('is seen by its fields and words, in a list of its own or with postmortems', async () => {
    const seen = async (value: unknown) => sourceByRows('json', await sample(value));
    expect(await seen(waroomExport(3, 'ja'))).toBe('waroom');
    expect(await seen([waroomIncident(1, 'en')])).toBe('waroom');
    expect(await seen([{ ...waroomIncident(1, 'en'), severity: 'SEV1' }])).toBe('json');
    const { uuid, severity, status } = waroomIncident(1, 'en');
    expect(await seen([{ uuid, severity, status }])).toBe('json');
    expect(sourceByRows('csv', await sample(waroomExport(3, 'ja')))).toBe('csv');
  });

  test('is proposed a mapping in which every list finds its place', async () => {
    const { columns, severities, statuses, services } = proposeMapping(
      await sample(waroomExport(9, 'ja'), 'waroom'),
      AROUND,
    );
    expect(columns).toEqual({
      uuid: 'id',
      title: 'title',
      description: 'description',
      service_name: 'service',
      severity: 'severity',
      status: 'status',
      experimental: 'drill',
      is_private: 'private',
      root_cause: 'section',
      labels: 'note',
      'commander.nickname': 'lead',
      'commander.email': 'ignore',
      'commander.avatar_url': 'ignore',
      members: 'people',
      metrics: 'history',
      timeline: 'timeline',
      action_items: 'actions',
      state_document: 'section',
      created_at: 'ignore',
      updated_at: 'ignore',
    });
    expect(severities).toEqual({
      critical: 'SEV1',
      high: 'SEV2',
      low: 'SEV4',
      info: 'SEV4',
      unknown: 'SEV4',
    });
    expect(statuses).toEqual({ close: 'closed', resolved: 'over' });
    expect(services).toEqual({ '貸出・返却': 'rental' });
  });

  test('becomes an incident with the times and people of each of its parts', async () => {
    const value = waroomExport(2, 'ja');
    const rows = await rowsOf(readRows(open(value), 'waroom'));
    const mapping = proposeMapping(await sample(value, 'waroom'), AROUND);
    const row = rows[1];
    if (!row) throw new Error('no row');
    const found = draftOf(row, { mapping, source: 'waroom', ...AROUND, locale: 'ja', now: NOW });
    if (!found.ok) throw new Error(JSON.stringify(found.refusals));
    const at = (minutes: number) => Date.parse('2024-01-11T03:00:00Z') + minutes * 60_000;
    expect(found.draft).toMatchObject({
      externalId: `waroom:${waroomUuid(1)}`,
      times: {
        started: at(0),
        detected: at(5),
        acknowledged: at(9),
        identified: at(30),
        resolved: at(65),
      },
      severity: 'SEV2',
      closed: false,
      lead: '小野 健',
      people: ['小野 健', '新井 翔'],
      service: 'rental',
      drill: false,
      timeline: [
        { at: at(10), who: 'Waroom', text: '監視が検知しました <!channel>' },
        { at: at(20), who: '小野 健', text: 'ログを確認しました <!channel>' },
        { at: at(30), who: '小野 健', text: '設定を戻しました <!channel>' },
      ],
      actions: [
        { title: '見張りを置く 1', state: 'open', owner: '新井 翔' },
        { title: '見張りを置く 1 ✓', state: 'done', owner: null },
        { title: '見張りを置く 1 –', state: 'dropped' },
      ],
    });
    expect(found.draft.postmortem.map(({ title, text }) => `${title}: ${text.split('\n')[0]}`)).toEqual([
      '原因: 外部サービスの障害',
      '決済の遅延（1件目）: =HYPERLINK("http://evil.example")',
      '経緯: 設定を変えました。',
      '学び: 確かめる。',
    ]);
  });

  test('a postmortem of no incident of the file is told, and other lists of the file are none of it', async () => {
    const { incidents } = waroomExport(1, 'en');
    const orphan = { blob: 'x', incident_uuids: [waroomUuid(7)] };
    const value = {
      meta: { page: { next: 2 } },
      incidents,
      services: [{ name: 'x' }],
      postmortems: [orphan],
    };
    expect(await badOf(readRows(open(value), 'waroom'))).toEqual(['1 no-incident']);
    expect(await rowsOf(readRows(open(value), 'json'))).toHaveLength(2);
  });
});
