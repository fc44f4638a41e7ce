import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { archiveOf } from '../../../functions/web/archive.ts';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { TobanError } from '../../../shared/platform/errors.ts';
import { createLog } from '../../../shared/platform/log.ts';
import type { Query, Store } from '../../../shared/store/port.ts';
import { parseConfig } from '../../../shared/workspace/index.ts';

const config = parseConfig(readFileSync('toban.yaml', 'utf8'));

test('a store that fails in the middle breaks the download off, and the log says why', async () => {
  const whole = openSqliteStore({ file: ':memory:' });
  const page = async (query: Query) => {
    if (query.shape.collection === 'postmortems') throw new TobanError('unavailable', 'the store is down');
    return whole.page(query);
  };
  const lines: string[] = [];
  const store = { ...whole, page } as unknown as Store;
  const log = createLog('web', { write: (line) => lines.push(line) });
  const download = archiveOf(
    { store, config, baseUrl: 'https://toban.example', log },
    { user: 'U0SRELEAD', team: 'T1' },
    Date.parse('2026-11-24T03:00:00Z'),
  );
  expect(download.name).toBe('toban-2026-11-24.zip');
  let bytes = 0;
  const all = async () => {
    for await (const chunk of download.stream) bytes += chunk.length;
  };
  await expect(all()).rejects.toThrow('the store is down');
  // It had begun: the status had long been sent.
  expect(bytes).toBeGreaterThan(0);
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
    severity: 'ERROR',
    message: 'export-broke-off',
    code: 'unavailable',
  });
  await whole.close();
});
