import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  countAll,
  importRows,
  NO_COUNTS,
  proposeMapping,
  type Read,
  type SourceRow,
  sampleRows,
} from '../../../shared/import/index.ts';
import { NOW, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(() => {
  scene = openScene();
});
afterEach(() => scene.store.close());

const collected = async <T>(all: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const one of all) found.push(one);
  return found;
};

describe('a source, batch by batch', () => {
  const row = (i: number, values: Record<string, string> = {}): SourceRow => ({
    at: { file: 'a.csv', line: i + 2 },
    id: null,
    values: {
      ID: `I-${i}`,
      タイトル: `障害 ${i}`,
      発生日時: '2024-03-05 14:03',
      復旧日時: '2024-03-05 15:00',
      担当者: 'だれか',
      ...values,
    },
    body: null,
  });
  async function* reads(rows: readonly (SourceRow | null)[]): AsyncGenerator<Read> {
    for (const [i, one] of rows.entries())
      yield one
        ? { kind: 'row', row: one }
        : { kind: 'bad', at: { file: 'a.csv', line: i + 2 }, trouble: { code: 'quote-open' } };
  }
  const settingsFor = (rows: readonly (SourceRow | null)[], more: { dry?: boolean; skip?: number } = {}) => ({
    mapping: proposeMapping(
      rows.filter((one) => one !== null),
      { zone: 'Asia/Tokyo', services: [] },
    ),
    source: 'csv',
    services: [],
    locale: 'ja' as const,
    now: NOW,
    dry: false,
    run: randomUUID(),
    skip: 0,
    ...more,
  });

  test('long notes of action items take their room in a transaction, as all texts do', async () => {
    const todo = Array.from({ length: 50 }, (_, n) => ({ やること: `${n}`, 備考: 'い'.repeat(2_900) }));
    const rows = [0, 1, 2].map((i) => ({ ...row(i, { やること: 'x' }), lists: { やること: todo } }));
    const steps = await collected(importRows(scene.ctx, reads(rows), settingsFor(rows, { dry: true })));
    expect(steps.map(({ outcomes }) => outcomes.length)).toEqual([2, 1]);
  });

  test('outcomes come in the order of the source, the second of one id is refused, unknown people are named', async () => {
    const rows = [
      row(0),
      null,
      row(1, { 担当者: '森 由紀' }),
      row(0, { タイトル: '同じ ID' }),
      row(2, { 発生日時: '昨日' }),
    ];
    const steps = await collected(importRows(scene.ctx, reads(rows), settingsFor(rows)));
    const outcomes = steps.flatMap((step) => step.outcomes);
    expect(
      outcomes.map(({ result }) => (result.kind === 'refused' ? result.refusals[0]?.why : result.kind)),
    ).toEqual(['created', 'broken', 'created', 'twice', 'no-time']);
    expect(outcomes.map(({ remarks }) => remarks.map(({ about }) => about))).toEqual([
      ['person-unknown'],
      [],
      [],
      [],
      [],
    ]);
  });

  test('a run that is cut off goes on where it stopped, and ends as one that was not', async () => {
    const rows = Array.from({ length: 350 }, (_, i) => (i % 50 === 7 ? null : row(i)));
    let [done, counts] = [0, NO_COUNTS];
    for await (const step of importRows(scene.ctx, reads(rows), settingsFor(rows))) {
      [done, counts] = [step.done, countAll(counts, step.outcomes)];
      if (done > 100) break;
    }
    expect(done).toBeLessThan(rows.length);
    for await (const step of importRows(scene.ctx, reads(rows), settingsFor(rows, { skip: done })))
      counts = countAll(counts, step.outcomes);
    expect(counts).toEqual({ created: 343, changed: 0, same: 0, refused: 7 });
    const again = await collected(importRows(scene.ctx, reads(rows), settingsFor(rows)));
    expect(again.reduce((sum, step) => countAll(sum, step.outcomes), NO_COUNTS)).toEqual({
      created: 0,
      changed: 0,
      same: 343,
      refused: 7,
    });
    const numbers = await Promise.all(
      rows.map((_, i) => (i % 50 === 7 ? null : scene.incident(`csv:I-${i}`))),
    );
    expect(new Set(numbers.flatMap((one) => one?.number ?? [])).size).toBe(343);
  });

  test('of what is skipped nothing is asked but whether it comes twice', async () => {
    const rows = [...Array.from({ length: 30 }, (_, i) => row(i)), row(3)];
    const asked: string[] = [];
    const find = (name: string) => {
      asked.push(name);
      return { user: '', name };
    };
    const people = { known: true, find };
    const settings = settingsFor(rows, { skip: 30 });
    const [step] = await collected(importRows({ ...scene.ctx, people }, reads(rows), settings));
    expect(step?.outcomes.map(({ result }) => result)).toEqual([
      { kind: 'refused', refusals: [{ why: 'twice', id: 'csv:I-3' }] },
    ]);
    expect(asked).toEqual([]);
  });

  test('two books are two transactions', async () => {
    const rows = [row(0, { 原因: 'あ'.repeat(200_000) }), row(1, { 原因: 'あ'.repeat(200_000) }), row(2)];
    const steps = await collected(importRows(scene.ctx, reads(rows), settingsFor(rows)));
    expect(steps.map(({ done, outcomes }) => [done, outcomes.length])).toEqual([
      [1, 1],
      [3, 2],
    ]);
  });

  test('a mapping is proposed from the first of them, cut short', async () => {
    const rows = [row(0, { 影響: 'あ'.repeat(900_000) }), row(1), row(2)];
    const sample = await sampleRows(reads(rows), 2);
    expect(sample.map(({ values }) => values.ID)).toEqual(['I-0', 'I-1']);
    expect(sample[0]?.values.影響).toHaveLength(300);
  });
});
