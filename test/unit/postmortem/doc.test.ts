import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ErrorCode, TobanError } from '../../../shared/platform/errors.ts';
import type { DocumentContent, Documents } from '../../../shared/ports/documents.ts';
import { beginPostmortem } from '../../../shared/postmortem/begin.ts';
import { exportToDocs } from '../../../shared/postmortem/doc/ask.ts';
import { docReason, docTrouble } from '../../../shared/postmortem/doc/text.ts';
import { postmortemAt } from '../../../shared/postmortem/find.ts';
import { PostmortemConfig } from '../../../shared/postmortem/schemas.ts';
import type { PostmortemContext } from '../../../shared/postmortem/slack/context.ts';
import { postmortemNoun } from '../../../shared/postmortem/slack/noun.ts';
import type { AnyNoun, Task } from '../../../shared/tasks/index.ts';
import { createTaskRun } from '../../../shared/tasks/run-task.ts';
import { MINUTE, ONO } from '../incident/builders.ts';
import { PostmortemDesk } from './desk.ts';

const FOLDER = '1AbCdEfGhIjKl';
const log = { info() {}, warn() {}, error() {}, debug() {} } as never;

let desk: PostmortemDesk;
let path: string;
/** Id of the task of the last press. */
let task: string;
/** How often one was looked for. */
let looked: number;
let kept: Map<string, DocumentContent & { key: string; folder: string }>;
let fail: (() => never) | null;
beforeEach(() => {
  desk = new PostmortemDesk();
  desk.config = PostmortemConfig.parse({ docs: { folder: FOLDER } });
  kept = new Map();
  looked = 0;
  fail = null;
});
afterEach(() => desk.close());

const urlOf = (id: string) => ({ id, url: `https://docs.google.com/document/d/${id}/edit` });
const documents: Documents = {
  async find(key) {
    looked += 1;
    const found = [...kept].find(([, one]) => one.key === key);
    return found ? urlOf(found[0]) : null;
  },
  async create(folder, key, content) {
    const id = `doc-${kept.size + 1}`;
    kept.set(id, { ...content, key, folder });
    fail?.();
    return urlOf(id);
  },
  async replace(id, content) {
    const before = kept.get(id);
    if (before) kept.set(id, { ...before, ...content });
    fail?.();
    return before ? urlOf(id) : null;
  },
  folder: async () => ({ name: '', writable: true, inSharedDrive: true }),
  accountEmail: async () => 'toban-work@p.iam.gserviceaccount.com',
};

async function begun(more: Parameters<PostmortemDesk['incident']>[0] = {}) {
  const incident = await desk.incident(more);
  path = (await beginPostmortem(desk.verbs, incident, null)).path;
  return incident;
}
const found = async () => {
  const one = await postmortemAt(desk.verbs, path);
  if (!one) throw new Error('not found');
  return one;
};
async function ask() {
  const one = await found();
  if (one.state.doc?.standing !== 'asked') task = `doc-${one.state.version}`;
  return exportToDocs(desk.verbs, one, ONO);
}
function write() {
  const ctx = { ...desk.verbs, documents } as PostmortemContext;
  const nouns = [postmortemNoun(ctx) as unknown as AnyNoun];
  const clock = { now: () => desk.now };
  const run = createTaskRun({ store: desk.store, clock, log, nouns, sleep: async () => {} });
  return run(`${path}/tasks/${task}`, new AbortController().signal);
}
const failing = (code: ErrorCode, reason?: string) => {
  fail = () => {
    throw new TobanError(code, 'x', reason ? { reason } : {});
  };
};
const doc = async () => (await found()).state.doc;

test('written once, its whole text; pressed again, the same document is replaced', async () => {
  await begun({ title: '返却 <b>できない</b>' });
  await ask();
  await write();
  expect(await doc()).toMatchObject({ standing: 'written', ...urlOf('doc-1'), reason: null });
  expect(kept.get('doc-1')).toMatchObject({ folder: FOLDER, title: '返却 <b>できない</b>' });
  expect(kept.get('doc-1')?.markdown).toContain('# 返却 \\<b\\>できない\\</b\\>');
  await ask();
  expect(await doc()).toMatchObject({ standing: 'asked', ...urlOf('doc-1') });
  await write();
  expect(kept.size).toBe(1);
  // A search of Drive may lag behind: what is known needs none.
  expect(looked).toBe(1);
});

test('made, and the answer lost: the next try finds it, and there is one', async () => {
  await begun();
  await ask();
  failing('unavailable', 'no-answer');
  await write();
  expect(kept.size).toBe(1);
  expect(await doc()).toMatchObject({ standing: 'asked' });
  fail = null;
  desk.now += 600_000;
  await write();
  expect(kept.size).toBe(1);
  expect(await doc()).toMatchObject({ standing: 'written', id: 'doc-1' });
});

test('deleted, it is made anew', async () => {
  await begun();
  await ask();
  await write();
  kept.clear();
  await ask();
  await write();
  expect(kept.size).toBe(1);
});

test('pressed twice, it is one task and one event', async () => {
  await begun();
  await ask();
  const { version } = (await found()).state;
  await ask();
  expect((await found()).state.version).toBe(version);
});

describe('it fails', () => {
  const cases: [ErrorCode, string | undefined, string][] = [
    ['refused', 'folder-missing', 'folder-missing'],
    ['refused', 'folder-read-only', 'folder-read-only'],
    ['refused', 'no-storage', 'no-storage'],
    ['refused', 'api-disabled', 'api-disabled'],
    ['misconfigured', 'credentials', 'credentials'],
    ['bad-input', 'too-large', 'too-large'],
    ['bug', undefined, 'broken'],
  ];
  test.each(cases)(
    '%s %s: it says why and what to do, and can be pressed again',
    async (code, reason, why) => {
      await begun();
      await ask();
      failing(code, reason);
      await write();
      expect(await doc()).toMatchObject({ standing: 'failed', reason: why });
      for (const locale of ['ja', 'en'] as const)
        expect(docTrouble((await found()).state, locale)).toMatch(
          locale === 'ja' ? /ください。$/ : /[a-z]\.$/,
        );
      fail = null;
      await ask();
      desk.now += 600_000;
      await write();
      expect(await doc()).toMatchObject({ standing: 'written', reason: null });
    },
  );

  test('a document there is stays known while the next writing fails', async () => {
    await begun();
    await ask();
    await write();
    await ask();
    failing('refused', 'folder-read-only');
    await write();
    expect(await doc()).toMatchObject({ standing: 'failed', ...urlOf('doc-1') });
  });

  test('Google does not answer: tried anew for two minutes, then said; pressed again, it is patient again', async () => {
    await begun();
    await ask();
    failing('unavailable', 'status-503');
    const asked = desk.now;
    const due = async () => (await desk.store.get<Task>(`${path}/tasks/${task}`))?.data.dueAt ?? Number.NaN;
    for (; desk.now < asked + 2 * MINUTE; desk.now = await due()) {
      await write();
      expect((await doc())?.standing).toBe('asked');
    }
    await write();
    expect(await doc()).toMatchObject({ standing: 'failed', reason: 'down' });
    await ask();
    await write();
    expect((await doc())?.standing).toBe('asked');
  });

  test('the account to share with is named where it is known, and where to look where it is not', () => {
    expect(docReason('folder-missing', 'toban@x.iam', 'ja')).toContain('toban@x.iam に');
    expect(docReason('no-storage', null, 'en')).toContain('share_docs_folder_with');
  });
});

describe('private', () => {
  test('a private incident’s is refused, and not written though it was asked for before', async () => {
    const incident = await begun();
    await ask();
    await desk.store.put(`incidents/${incident.id}`, { ...incident, private: true });
    await write();
    expect(kept.size).toBe(0);
    expect(await doc()).toMatchObject({ standing: 'failed', reason: 'barred' });
    expect((await ask()).refusal).toEqual({ refused: 'docs-private' });
  });

  test('without a folder nothing is exported', async () => {
    desk.config = PostmortemConfig.parse({});
    await begun();
    expect((await ask()).refusal).toEqual({ refused: 'docs-off' });
  });
});

test('a folder is named by its id or its address', () => {
  const folderOf = (folder: string) => PostmortemConfig.safeParse({ docs: { folder } }).data?.docs?.folder;
  expect(folderOf(FOLDER)).toBe(FOLDER);
  expect(folderOf(`https://drive.google.com/drive/folders/${FOLDER}?usp=sharing`)).toBe(FOLDER);
  expect(folderOf(`https://drive.google.com/drive/u/0/folders/${FOLDER}`)).toBe(FOLDER);
  for (const wrong of ['', 'x', 'https://evil.example/folders/1AbCdEfGhIjKl', '../../secrets'])
    expect(folderOf(wrong)).toBeUndefined();
});
