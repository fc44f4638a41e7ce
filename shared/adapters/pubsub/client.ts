import type { PubSub } from '@google-cloud/pubsub';

export interface PubsubPlace {
  readonly projectId: string;
  /** `host:port` of Google's emulator, which is spoken to without credentials. */
  readonly emulatorHost?: string;
}

/** Loads Google's client only where it is used: it takes longer than the rest of a cold start. */
export async function connectPubsub({ projectId, emulatorHost }: PubsubPlace): Promise<PubSub> {
  const { PubSub } = await import('@google-cloud/pubsub');
  if (emulatorHost === undefined) return new PubSub({ projectId });
  // With the universe said, the client does not go and ask a metadata server that a laptop does not have.
  const clientOptions = { universeDomain: 'googleapis.com' };
  return new PubSub({ projectId, apiEndpoint: emulatorHost, emulatorMode: true, clientOptions });
}
