import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFirestoreStore } from '../../../shared/adapters/firestore/index.ts';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import type { Store } from '../../../shared/store/port.ts';
import type { QueryShape } from '../../../shared/store/shapes.ts';

/** One side of the port. `open` gives an empty store; `beside` a second client of the same data. */
export interface StoreSide {
  readonly name: string;
  /** How many writers contend in the suite: the emulator locks and backs off for seconds. */
  readonly contenders: number;
  open(shapes?: readonly QueryShape[]): { store: Store; beside(): Store };
  close(): Promise<void>;
}

export function sqliteSide(): StoreSide {
  const folder = mkdtempSync(join(tmpdir(), 'toban-store-'));
  const opened: Store[] = [];
  let files = 0;
  return {
    name: 'SQLite',
    contenders: 50,
    open(shapes) {
      files += 1;
      const file = join(folder, `${files}.sqlite`);
      const make = () => keep(opened, openSqliteStore({ file, ...(shapes && { shapes }) }));
      return { store: make(), beside: make };
    },
    async close() {
      await Promise.all(opened.map((store) => store.close()));
      rmSync(folder, { recursive: true });
    },
  };
}

export function firestoreSide(emulatorHost: string): StoreSide {
  const opened: Store[] = [];
  return {
    name: 'Firestore emulator',
    contenders: 6,
    open(shapes) {
      // A project of its own is an empty database.
      const projectId = `demo-${crypto.randomUUID().slice(0, 13)}`;
      const make = () =>
        keep(opened, openFirestoreStore({ projectId, emulatorHost, ...(shapes && { shapes }) }));
      return { store: make(), beside: make };
    },
    async close() {
      await Promise.all(opened.map((store) => store.close()));
    },
  };
}

function keep(opened: Store[], store: Store): Store {
  opened.push(store);
  return store;
}

/** The code of the error that a promise rejects with; `resolved` when it does not. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'resolved';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : `not ours: ${error}`;
  }
}
