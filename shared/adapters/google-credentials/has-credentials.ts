/**
 * Whether this machine has credentials that Google accepts now. To be asked before Firestore's client is opened where
 * nobody promises them: that client ends the process when it finds none.
 */
export async function hasGoogleCredentials(): Promise<boolean> {
  const google = await import('googleapis/build/src/apis/sheets/index.js');
  const auth = new google.auth.GoogleAuth({ scopes: ['https://www.googleapis.com/auth/cloud-platform'] });
  // Whatever is wrong with them (none, expired, withdrawn), the way to mend it is one: to sign in again.
  return auth.getAccessToken().then(
    (token) => Boolean(token),
    () => false,
  );
}
