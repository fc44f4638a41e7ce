import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openFirestoreStore } from '../shared/adapters/firestore/index.ts';
import { hasGoogleCredentials } from '../shared/adapters/google-credentials/index.ts';
import { openSqliteStore } from '../shared/adapters/sqlite/index.ts';
import type { Env } from '../shared/platform/config.ts';
import { TobanError } from '../shared/platform/errors.ts';
import type { Store } from '../shared/store/port.ts';

/** The store that the environment names, as in production; null where it names none. */
export async function openStore(env: Env): Promise<Store | null> {
  if (await lacksCredentials(env)) return withoutCredentials;
  if (env.project || env.firestoreEmulator)
    return openFirestoreStore({
      projectId: env.project ?? 'demo-toban',
      ...(env.firestoreDatabase && { databaseId: env.firestoreDatabase }),
      ...(env.firestoreEmulator && { emulatorHost: env.firestoreEmulator }),
    });
  const file = join(env.dataFolder, 'toban.sqlite');
  return existsSync(file) ? openSqliteStore({ file }) : null;
}

/** The same, for a command that is nothing without it. Throws `misconfigured` with what to do. */
export async function requireStore(env: Env): Promise<Store> {
  if (await lacksCredentials(env))
    throw new TobanError(
      'misconfigured',
      'Google accepts no credentials of this machine. Sign in: gcloud auth application-default login',
    );
  const store = await openStore(env);
  if (store) return store;
  throw new TobanError(
    'misconfigured',
    `There is no store. Name a project in GOOGLE_CLOUD_PROJECT, or start \`npm start\` once: it makes one in ${env.dataFolder}.`,
  );
}

const lacksCredentials = async (env: Env): Promise<boolean> =>
  env.project !== null && env.firestoreEmulator === null && !(await hasGoogleCredentials());

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
