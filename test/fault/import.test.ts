import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../shared/adapters/sqlite/index.ts';
import { openUpload } from '../../shared/adapters/zip/index.ts';
import {
  type Counts,
  changeUpload,
  importNoun,
  pagePath,
  type ReportPage,
  takeUpload,
  type Upload,
  uploadPath,
} from '../../shared/import/index.ts';
import type { Incident } from '../../shared/incident/index.ts';
import { TobanError } from '../../shared/platform/errors.ts';
import { silentLog } from '../../shared/platform/log.ts';
import type { Store } from '../../shared/store/port.ts';
import { countedRecords } from '../../shared/store/shapes.ts';
import { type AnyNoun, createRunner } from '../../shared/tasks/index.ts';
import { BY, NOW, openScene } from '../unit/import/scene.ts';

/** Numbers and ids of all incidents: each once, and no number left out. */
async function incidentsIn(store: Store): Promise<{ ids: number; numbers: readonly number[] }> {
  const page = await store.page<Incident>({ shape: countedRecords.incidents, values: {}, limit: 1_000 });
  const numbers = page.docs.map(({ data }) => data.number ?? 0).toSorted((a, b) => a - b);
  return { ids: new Set(page.docs.map(({ data }) => data.past?.externalId)).size, numbers };
}
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** Texts so long that each record is a batch. */
const LONG = 'x'.repeat(500_001);
const FEW = 2;
const csv = `ID,タイトル,発生日時,復旧日時,原因\n${upTo(FEW)
  .map((i) => `I-${i},障害 ${i},2024-03-05 14:03,2024-03-05 15:00,${LONG}\n`)
  .join('')}`;

/**
 * One import on the web, its process killed when the n-th call of its store was done and before it learned of it, which
 * is as good as before the next call; null: never.
 */
async function play(killAt: number | null) {
  const scene = openScene();
  let [passed, dead, now] = [0, false, NOW];
  const boundary = (): void => {
    if (!dead) passed += 1;
    if (passed - 1 === killAt) dead = true;
    if (dead) throw new TobanError('unavailable', 'the process is dead');
  };
  const dying = new Proxy(scene.store, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (dead) boundary();
        const result: unknown = await value.apply(target, args);
        boundary();
        return result;
      };
    },
  });
  const clock = { now: () => now };
  const parts = { clock, openArchive: openUpload };
  const file = {
    name: 'a.csv',
    bytes: new TextEncoder().encode(csv),
    source: 'csv',
    guessed: false,
    mapping: null,
  } as const;
  const of = { team: 'T1', by: BY, nonce: 'n', zone: 'Asia/Tokyo', services: [] };
  const upload = await takeUpload({ ...parts, store: scene.store }, file, of);
  const { id } = upload;
  const path = uploadPath(id);
  const noun = importNoun({
    ...parts,
    store: dying,
    settings: scene.ctx.settings,
    locale: 'ja',
    users: async () => [],
  });
  const runner = createRunner({
    store: dying,
    clock,
    log: silentLog,
    nouns: [noun as unknown as AnyNoun],
    sleep: async () => undefined,
  });
  const stateOf = async () => (await scene.store.get<Upload>(path))?.data as Upload;
  await scene.store.put(path, { ...(await stateOf()), phase: 'tried' });
  await changeUpload({ clock, store: scene.store }, { id, team: 'T1', by: BY }, { type: 'run' });
  passed = 0;
  while ((await stateOf()).phase === 'running') {
    await runner.runRecord(path, 'work', new AbortController().signal).catch((error: unknown) => {
      if (!dead) throw error;
    });
    // A new process, when the lease of the one that died is over.
    [dead, now, killAt] = [false, now + 60_000, null];
  }
  const state = await stateOf();
  const pages = await Promise.all(state.pages.map((page) => scene.store.get<ReportPage>(pagePath(id, page))));
  const told = pages.flatMap((page) => page?.data.outcomes.map(({ externalId }) => externalId) ?? []);
  const found = await incidentsIn(scene.store);
  await scene.store.close();
  return { passed, state, told, found };
}

test('the task of an import, killed at every boundary of its store: nothing lost, nothing twice, the report as if it had not been', async () => {
  const { passed: boundaries } = await play(null);
  expect(boundaries).toBeGreaterThan(12);
  for (let kill = 0; kill < boundaries; kill += 1) {
    const { state, told, found } = await play(kill);
    expect([kill, state.phase, state.counts]).toEqual([
      kill,
      'done',
      { created: FEW, changed: 0, same: 0, refused: 0 },
    ]);
    expect(told).toEqual(upTo(FEW).map((i) => `csv:I-${i}`));
    expect(found).toEqual({ ids: FEW, numbers: upTo(FEW) });
  }
});

/** Kills its process, as nobody can who is not in it, right behind a line that it tells. */
const DIE = `data:text/javascript,${encodeURIComponent(`
  let left = Number(process.env.DIE_AFTER);
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text) => {
    write(text);
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return true;
  };
`)}`;

test('the command, killed with -9 while it writes, twice, goes on where it was', {
  timeout: 120_000,
}, async () => {
  const MANY = 700;
  const folder = mkdtempSync(join(tmpdir(), 'toban-import-killed-'));
  const file = join(folder, 'a.csv');
  const database = join(folder, 'toban.sqlite');
  const rows = upTo(MANY).map((i) => `I-${i},障害 ${i},2024-03-05 14:03,2024-03-05 15:00\n`);
  writeFileSync(file, `ID,タイトル,発生日時,復旧日時\n${rows.join('')}`);
  await openSqliteStore({ file: database }).close();
  const args = ['cli/main.ts', 'import', file, '--proposed', '--json', '--team', 'T1'];
  const env = { PATH: process.env.PATH, TOBAN_DATA: folder, USER: 'mori' };
  /** Dies by SIGKILL when it has told so many lines; null: not at all. */
  async function toban(dieAfter: number | null) {
    const dying = dieAfter === null ? {} : { NODE_OPTIONS: `--import=${DIE}`, DIE_AFTER: String(dieAfter) };
    const child = spawn(process.execPath, args, {
      env: { ...env, ...dying },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    const [code, signal] = await once(child, 'close');
    return { code, signal, out };
  }
  try {
    // The first time when a batch is noted and the next is being told of, then as soon as it goes on.
    for (const after of [450, 1]) expect(await toban(after)).toMatchObject({ code: null, signal: 'SIGKILL' });
    const { code, out } = await toban(null);
    expect(code).toBe(0);
    const last = JSON.parse(out.trim().split('\n').at(-1) ?? '') as { counts: Counts };
    expect(last.counts).toEqual({ created: MANY, changed: 0, same: 0, refused: 0 });
    // What was dealt with before is not read once more.
    expect(out.trim().split('\n').length).toBeLessThan(MANY);
    const store = openSqliteStore({ file: database });
    expect(await incidentsIn(store)).toEqual({ ids: MANY, numbers: upTo(MANY) });
    await store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
