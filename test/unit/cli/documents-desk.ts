import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Command } from '../../../cli/command.ts';
import { run } from '../../../cli/run.ts';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';

type LocalStore = ReturnType<typeof openSqliteStore>;

/** A command of documents with a store and a folder of its own for each test. `config`: a path; none where null. */
export function useDocuments(command: Command, config: string | null) {
  let folder = '';
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'toban-documents-'));
    await openSqliteStore({ file: join(folder, 'toban.sqlite') }).close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const books = (name = '') => join(folder, 'books', name);
  return {
    /** Where store and documents lie. */
    folder: () => folder,
    books,
    write(name: string, source: string): void {
      mkdirSync(books(), { recursive: true });
      writeFileSync(books(name), source);
    },
    async toban(...args: string[]): Promise<{ code: number; out: string; err: string }> {
      const out: string[] = [];
      const err: string[] = [];
      const code = await run([command], [command.name, ...args], {
        out: (line) => out.push(line),
        err: (line) => err.push(line),
        env: { USER: 'mori', TOBAN_DATA: folder, TOBAN_CONFIG: config ?? join(folder, 'none.yaml') },
      });
      return { code, out: out.join('\n'), err: err.join('\n') };
    },
    async inStore<T>(use: (store: LocalStore) => Promise<T>): Promise<T> {
      const store = openSqliteStore({ file: join(folder, 'toban.sqlite') });
      try {
        return await use(store);
      } finally {
        await store.close();
      }
    },
  };
}
