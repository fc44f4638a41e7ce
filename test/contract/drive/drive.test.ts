import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type DriveFault,
  type DriveStandIn,
  STAND_IN_FOLDER,
  startDriveStandIn,
} from '../../../local/drive/index.ts';
import { createDrive } from '../../../shared/adapters/drive/index.ts';

let drive: DriveStandIn;
beforeEach(async () => {
  drive = await startDriveStandIn();
});
afterEach(() => drive.close());

const soon = () => AbortSignal.timeout(10_000);
const documents = (more: object = {}) =>
  createDrive({ apiUrl: drive.apiUrl, accountEmail: drive.accountEmail, ...more });
const CONTENT = { title: '返却できない', markdown: '# 返却できない\n\n- [ ] 未確認: なぜ\n--x\r\n' };
const create = (folder = STAND_IN_FOLDER, key = "pm_1'\\") =>
  documents().create(folder, key, CONTENT, soon());
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('a document', () => {
  test('is made in the folder as a Google Doc, with every byte of its text, and found again by its key', async () => {
    const made = await create();
    expect(made.url).toBe(`${drive.apiUrl}/document/d/${made.id}/edit`);
    expect(drive.files.get(made.id)).toMatchObject({
      name: CONTENT.title,
      mimeType: 'application/vnd.google-apps.document',
      parents: [STAND_IN_FOLDER],
      source: { type: 'text/markdown', text: CONTENT.markdown },
    });
    expect(await documents().find("pm_1'\\", soon())).toEqual(made);
    expect(await documents().find('pm_2', soon())).toBeNull();
    expect(await (await fetch(made.url)).text()).toContain('なぜ');
  });

  test('is replaced in place: one document, its title and its text anew', async () => {
    const made = await create();
    const again = { title: '別の題', markdown: '別の文' };
    expect(await documents().replace(made.id, again, soon())).toEqual(made);
    expect(drive.files.size).toBe(1);
    expect(drive.files.get(made.id)).toMatchObject({ name: '別の題', source: { text: '別の文' } });
  });

  test.each(['bin', 'gone'] as const)('that is in the %s is none', async (how) => {
    const made = await create();
    drive.remove(made.id, how);
    expect(await documents().replace(made.id, CONTENT, soon())).toBeNull();
    expect(await documents().find("pm_1'\\", soon())).toBeNull();
  });

  test('of more than 5 MB is refused before it is sent; one of just so many goes', async () => {
    const of = (bytes: number) => ({ title: 't', markdown: 'a'.repeat(bytes) });
    const long = documents().create(STAND_IN_FOLDER, 'k', of(5 * 1024 * 1024 + 1), soon());
    expect(await failure(long)).toMatchObject({ code: 'bad-input', reason: 'too-large' });
    await documents().create(STAND_IN_FOLDER, 'k', of(5 * 1024 * 1024), soon());
  });
});

describe('a folder', () => {
  test('says its name, whether it may be written, and whether it lies in a shared drive', async () => {
    drive.folder('mine', { name: '個人', inSharedDrive: false, role: 'contentManager' });
    drive.folder('read', { name: '閲覧', inSharedDrive: true, role: 'reader' });
    const of = (id: string) => documents().folder(id, soon());
    expect(await of(STAND_IN_FOLDER)).toEqual({
      name: 'ポストモーテム',
      writable: true,
      inSharedDrive: true,
    });
    expect(await of('mine')).toEqual({ name: '個人', writable: true, inSharedDrive: false });
    expect(await of('read')).toEqual({ name: '閲覧', writable: false, inSharedDrive: true });
    expect(await failure(of('none'))).toMatchObject({ code: 'refused', reason: 'folder-missing' });
    const { id } = await create();
    expect(await failure(of(id))).toMatchObject({ code: 'refused', reason: 'folder-missing' });
  });

  test('that is not shared, may only be read, or is somebody’s own takes no document', async () => {
    drive.folder('mine', { name: '個人', inSharedDrive: false, role: 'contentManager' });
    drive.folder('read', { name: '閲覧', inSharedDrive: true, role: 'reader' });
    expect(await failure(create('none'))).toMatchObject({ code: 'refused', reason: 'folder-missing' });
    expect(await failure(create('read'))).toMatchObject({ code: 'refused', reason: 'folder-read-only' });
    expect(await failure(create('mine'))).toMatchObject({ code: 'refused', reason: 'no-storage' });
  });

  test('is shared with the account that is named', async () => {
    expect(await documents().accountEmail()).toBe(drive.accountEmail);
  });
});

describe('what fails', () => {
  const cases: [DriveFault, object][] = [
    [{ status: 429, reason: 'rateLimitExceeded' }, { code: 'rate-limited' }],
    [{ status: 403, reason: 'userRateLimitExceeded' }, { code: 'rate-limited' }],
    [
      { status: 503, reason: 'backendError' },
      { code: 'unavailable', reason: 'status-503' },
    ],
    [
      { status: 403, reason: 'accessNotConfigured' },
      { code: 'refused', reason: 'api-disabled' },
    ],
    [
      { status: 403, reason: 'storageQuotaExceeded' },
      { code: 'refused', reason: 'no-storage' },
    ],
    [
      { status: 403, reason: 'teamDriveFileLimitExceeded' },
      { code: 'refused', reason: 'drive-full' },
    ],
    [
      { status: 403, reason: 'domainPolicy' },
      { code: 'refused', reason: 'forbidden' },
    ],
    [
      { status: 403, reason: 'insufficientPermissions' },
      { code: 'misconfigured', reason: 'credentials' },
    ],
    [
      { status: 401, reason: 'authError' },
      { code: 'misconfigured', reason: 'credentials' },
    ],
    [
      { status: 400, reason: 'badRequest' },
      { code: 'bad-input', reason: 'unreadable' },
    ],
    [
      { status: 413, reason: 'uploadTooLarge' },
      { code: 'bad-input', reason: 'too-large' },
    ],
  ];
  test.each(cases)('%j', async (fault, expected) => {
    drive.fail(fault);
    const error = await failure(create());
    expect(error).toMatchObject(expected);
    // Google's words may quote the document.
    expect(String(error)).not.toContain('Drive says');
  });

  test('silence and nobody there are unavailable, in time', async () => {
    drive.fail({ silent: true });
    const late = documents({ timeoutMs: 150 }).create(STAND_IN_FOLDER, 'k', CONTENT, soon());
    expect(await failure(late)).toMatchObject({ code: 'unavailable' });
    const nobody = createDrive({ apiUrl: 'http://127.0.0.1:9' }).create('f', 'k', CONTENT, soon());
    expect(await failure(nobody)).toMatchObject({ code: 'unavailable' });
  });
});

test('a document and its address outlive a restart of the stand-in, also where its port was taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toban-drive-'));
  const start = () => startDriveStandIn({ folder });
  const first = await start();
  const made = await createDrive({ apiUrl: first.apiUrl }).create(STAND_IN_FOLDER, 'k', CONTENT, soon());
  await first.close();
  const second = await start();
  expect(await (await fetch(made.url)).text()).toContain('なぜ');
  const third = await start();
  expect(third.apiUrl).not.toBe(second.apiUrl);
  expect(await createDrive({ apiUrl: third.apiUrl }).find('k', soon())).toMatchObject({ id: made.id });
  await Promise.all([second.close(), third.close()]);
  rmSync(folder, { recursive: true });
});
