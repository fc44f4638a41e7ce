import type { Firestore } from '@google-cloud/firestore';

export interface FirestorePlace {
  readonly projectId: string;
  /** Default: `(default)`. */
  readonly databaseId?: string;
  /** `host:port` of Google's emulator, which is spoken to without credentials. */
  readonly emulatorHost?: string;
}

export interface FirestoreClient {
  readonly db: Firestore;
  /** The document's own name as a field of an order: it breaks ties. */
  readonly nameField: unknown;
}

/** Connects at the first use: loading Google's client takes longer than all the rest of a cold start. */
export function lazyClient(place: FirestorePlace): {
  connect(): Promise<FirestoreClient>;
  close(): Promise<void>;
} {
  let client: Promise<FirestoreClient> | null = null;
  return {
    connect: () => {
      client ??= connect(place);
      return client;
    },
    async close() {
      await (await client)?.db.terminate();
    },
  };
}

async function connect({ projectId, databaseId, emulatorHost }: FirestorePlace): Promise<FirestoreClient> {
  const { FieldPath, Firestore } = await import('@google-cloud/firestore');
  const db = new Firestore({
    projectId,
    ...(databaseId === undefined ? {} : { databaseId }),
    ...(emulatorHost === undefined ? {} : emulator(emulatorHost)),
  });
  return { db, nameField: FieldPath.documentId() };
}

// With the universe said, the client does not go and ask a metadata server that a laptop does not have.
const emulator = (host: string) => ({
  host,
  ssl: false,
  clientOptions: { universeDomain: 'googleapis.com' },
});
