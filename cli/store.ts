import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openFirestoreStore } from '../shared/adapters/firestore/index.ts';
import { hasGoogleCredentials } from '../shared/adapters/google-credentials/index.ts';
import { openSqliteStore } from '../shared/adapters/sqlite/index.ts';
import type { Env } from '../shared/platform/config.ts';
import { TobanError } from '../shared/platform/errors.ts';
import type { Store } from '../shared/store/port.ts';

/** The store that the environment names, else the laptop's; null where there is none yet. */
export async function openStore(env: Env): Promise<Store | null> {
  if (env.project && !env.firestoreEmulator && !(await hasGoogleCredentials())) return withoutCredentials;
  if (env.project || env.firestoreEmulator)
    return openFirestoreStore({
      projectId: env.project ?? 'demo-toban',
      ...(env.firestoreDatabase && { databaseId: env.firestoreDatabase }),
      ...(env.firestoreEmulator && { emulatorHost: env.firestoreEmulator }),
    });
  const file = join(env.dataFolder, 'toban.sqlite');
  return existsSync(file) ? openSqliteStore({ file }) : null;
}

const refuse = async () => {
  throw new TobanError('misconfigured', 'no credentials of Google', { reason: 'no-credentials' });
};

/** Stands for a store that nobody here may open: each question is refused with the reason. */
const withoutCredentials: Store = {
  get: refuse,
  page: refuse,
  put: refuse,
  transaction: refuse,
  close: async () => undefined,
};
