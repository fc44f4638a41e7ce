import { TobanError } from '../../platform/errors.ts';
import { createIdTokenReader, type IdTokenOptions } from '../google-credentials/id-token.ts';

export interface PushVerifierOptions extends IdTokenOptions {
  /** The service account that the push subscription signs as; no other account of Google's will do. */
  readonly email: string;
}

/**
 * Proves that a request comes from our own push subscription: `authorization` is that header's value
 * (https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions). `audience`: the one that the subscription is set
 * up with. Rejects with `unauthorized`, or with `unavailable` when the keys cannot be had.
 */
export function createPushVerifier({
  email,
  ...options
}: PushVerifierOptions): (authorization: string | undefined) => Promise<void> {
  const accountOf = createIdTokenReader(options);
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthorized('no-bearer');
    if ((await accountOf(token)) !== email) throw unauthorized('wrong-account');
  };
}

function unauthorized(reason: string): TobanError {
  return new TobanError('unauthorized', `this push is not from our subscription: ${reason}`, { reason });
}
