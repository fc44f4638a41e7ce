import { googleAccessToken } from './access-token.ts';

/**
 * Whether this machine has credentials that Google accepts now. To be asked before Firestore's client is opened where
 * nobody promises them: that client ends the process when it finds none.
 */
export const hasGoogleCredentials = (): Promise<boolean> =>
  googleAccessToken().then(
    () => true,
    () => false,
  );
