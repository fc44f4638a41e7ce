import { expect, test } from 'vitest';
import { checkDocs } from '../../../shared/doctor/checks/docs.ts';
import { TobanError } from '../../../shared/platform/errors.ts';
import type { DocumentFolder } from '../../../shared/ports/documents.ts';
import { parseConfig } from '../../../shared/workspace/index.ts';
import { CONFIG, lookAt } from './look.ts';

const config = parseConfig(`${CONFIG}postmortem: { docs: { folder: 1AbCdEfGhIjKl } }\n`);
const GOOD: DocumentFolder = { name: 'Postmortems', writable: true, inSharedDrive: true };
const look = (folder: () => Promise<DocumentFolder>) =>
  checkDocs(lookAt({ config, documents: { folder, accountEmail: async () => 'toban-work@p.iam' } }));
const refused = (reason: string) => async () => {
  throw new TobanError('refused', 'x', { reason });
};

test('a folder of a shared drive that may be written is well', async () => {
  expect(await look(async () => GOOD)).toMatchObject([{ check: 'docs', level: 'ok', mend: null }]);
});

test.each([
  ['is read only', async () => ({ ...GOOD, writable: false }), 'Make toban-work@p.iam a content manager'],
  ['is in My Drive', async () => ({ ...GOOD, inSharedDrive: false }), 'no storage of its own'],
  ['is not shared', refused('folder-missing'), 'was not found'],
  ['waits for the API', refused('api-disabled'), 'Drive API is not enabled'],
] as const)('a folder that %s is an error that says what to do', async (_what, folder, words) => {
  const [found] = await look(folder);
  expect(found).toMatchObject({ level: 'error', subject: '1AbCdEfGhIjKl' });
  expect(found?.message).toContain(words);
});

test('a fault of our own is not taken for the folder’s', async () => {
  await expect(look(refused('something-new'))).rejects.toThrow();
});

test('without a folder, or without a part in Drive, nothing is said', async () => {
  expect(await checkDocs(lookAt({ config, documents: null }))).toEqual([]);
  const documents = { folder: refused('folder-missing'), accountEmail: async () => null };
  expect(await checkDocs(lookAt({ documents }))).toEqual([]);
});
