import { TobanError } from '../../platform/errors.ts';

/**
 * An access token by this machine's own credentials, for programs that people run. Throws `misconfigured` (reason
 * `no-credentials`): whatever is wrong with them (none, expired, withdrawn), the way to mend it is one, to sign in again.
 */
export async function googleAccessToken(): Promise<string> {
  const google = await import('googleapis/build/src/apis/sheets/index.js');
  const auth = new google.auth.GoogleAuth({ scopes: ['https://www.googleapis.com/auth/cloud-platform'] });
  const token = await auth.getAccessToken().catch(() => null);
  if (!token) throw new TobanError('misconfigured', 'no credentials of Google', { reason: 'no-credentials' });
  return token;
}
