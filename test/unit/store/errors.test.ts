import { describe, expect, it } from 'vitest';
import { firestoreError } from '../../../shared/adapters/firestore/errors.ts';
import { storeError } from '../../../shared/adapters/sqlite/database.ts';
import { TobanError } from '../../../shared/platform/errors.ts';

const grpc = (code: number) => Object.assign(new Error('from the client'), { code });
const sqlite = (errcode: number) =>
  Object.assign(new Error('from SQLite'), { code: 'ERR_SQLITE_ERROR', errcode });

describe('errors of the stores', () => {
  it.each([
    [10, 'conflict'],
    [6, 'exists'],
    [14, 'unavailable'],
    [4, 'unavailable'],
    [8, 'unavailable'],
    [7, 'misconfigured'],
    [9, 'misconfigured'],
    [3, 'bad-input'],
    [11, 'bug'],
  ])('gRPC status %i is %s', (status, code) => {
    expect(firestoreError(grpc(status))).toMatchObject({ name: 'TobanError', code });
  });

  it.each([
    [5, 'unavailable'],
    [5 | (2 << 8), 'unavailable'],
    [13, 'unavailable'],
    [19, 'bug'],
  ])('SQLite result %i is %s', (result, code) => {
    expect(storeError(sqlite(result))).toMatchObject({ name: 'TobanError', code });
  });

  it('an error of the caller passes unchanged, whatever fields it has', () => {
    for (const mine of [
      new RangeError('mine'),
      new TobanError('refused', 'mine'),
      Object.assign(new Error(), { code: 'ENOENT' }),
    ]) {
      expect(firestoreError(mine)).toBe(mine);
      expect(storeError(mine)).toBe(mine);
    }
  });
});
