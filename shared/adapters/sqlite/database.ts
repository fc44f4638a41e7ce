import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TobanError } from '../../platform/errors.ts';

const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens (or makes) the file. WAL with `synchronous = NORMAL`: a commit is in the operating system's hands before it is
 * acknowledged, so a killed process loses nothing; only a power cut may take the last moments, which a laptop can bear.
 */
export function openDatabase(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000',
    );
    return db;
  } catch (error) {
    throw storeError(error);
  }
}

/** Runs `work` alone among all writers of the file, in this process and in others: all of it or nothing. */
export function exclusively<R>(db: DatabaseSync, work: () => R): R {
  try {
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    throw storeError(error);
  }
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // Some failures (a full disk) have already rolled back by themselves.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw storeError(error);
  }
}

// Primary result codes of https://www.sqlite.org/rescode.html that may pass without anybody changing the program.
const PASSING = new Map([
  [5, 'busy'],
  [6, 'locked'],
  [8, 'readonly'],
  [10, 'io'],
  [13, 'disk-full'],
  [14, 'cannot-open'],
]);

/** Our own errors and those of callers pass unchanged; SQLite's become `unavailable` or `bug`. */
export function storeError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code === undefined) return error;
  if (error.code === 'ERR_INVALID_STATE')
    return new TobanError('bug', 'the store is closed', { cause: error });
  if (error.code !== 'ERR_SQLITE_ERROR' || !('errcode' in error)) return error;
  const reason = PASSING.get(Number(error.errcode) & 0xff);
  if (reason) return new TobanError('unavailable', `SQLite: ${error.message}`, { reason, cause: error });
  return new TobanError('bug', `SQLite: ${error.message}`, { cause: error });
}
