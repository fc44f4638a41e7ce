import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { orAbort } from '../../platform/or-abort.ts';
import { boundedFetch } from './bounded-fetch.ts';

const SCOPE = 'https://www.googleapis.com/auth/spreadsheets.readonly';

export interface SheetsOptions {
  /** Root of another server that speaks the Sheets v4 REST API; it is called without credentials. */
  readonly apiUrl?: string;
  /** Whom to share with where no credentials say it (the simulator's account). */
  readonly accountEmail?: string | null;
}

export interface SheetsClient {
  get(params: sheets_v4.Params$Resource$Spreadsheets$Get, signal: AbortSignal): Promise<unknown>;
  accountEmail(): Promise<string | null>;
}

/** Loads the client at its first use: other programs of the bundle do not pay for it. */
export async function loadClient({ apiUrl, accountEmail }: SheetsOptions): Promise<SheetsClient> {
  const google = await import('googleapis/build/src/apis/sheets/index.js');
  const auth = apiUrl === undefined ? new google.auth.GoogleAuth({ scopes: [SCOPE] }) : null;
  const api = google.sheets({
    version: 'v4',
    ...(auth ? { auth } : {}),
    ...(apiUrl === undefined ? {} : { rootUrl: apiUrl }),
  });
  return {
    async get(params, signal) {
      // The rota reader decides when to read again; a client that repeats by itself would burn the quota unseen.
      const options = {
        signal,
        retry: false,
        responseType: 'json',
        fetchImplementation: boundedFetch,
      } as const;
      const { data } = await orAbort(api.spreadsheets.get(params, options), signal);
      return data;
    },
    async accountEmail() {
      if (!auth) return accountEmail ?? null;
      return (await auth.getCredentials()).client_email ?? null;
    },
  };
}
