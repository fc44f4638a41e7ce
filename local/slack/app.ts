/** How the simulated workspace knows the app that is installed in it. */
export interface AppSettings {
  /** Where the app answers, without a slash at the end; the manifest's addresses begin with it. */
  readonly baseUrl: string;
  /** Where people meet it: what an installation or a sign-in may return to begins with it. */
  readonly publicUrl: string;
  readonly signingSecret: string;
  readonly botToken: string;
  /** The token of `U0ADMIN` with the manifest's user scopes; null where none is installed. */
  readonly adminToken: string | null;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the app is known by where the environment names nothing. */
export const SIMULATED_APP = {
  signingSecret: 'simulated-signing-secret',
  botToken: 'xoxb-simulated',
  adminToken: 'xoxp-simulated-admin',
  clientId: '1000000000.2000000000',
  clientSecret: 'simulated-client-secret',
} as const;
