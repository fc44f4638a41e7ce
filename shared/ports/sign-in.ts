/** Who somebody is, as Slack vouches for it. */
export interface Identity {
  readonly team: string;
  readonly user: string;
  readonly name: string;
  /** BCP 47 as Slack says it; null where it says nothing. */
  readonly locale: string | null;
}

/** Sign in with Slack: OpenID Connect, authorization code (https://docs.slack.dev/authentication/sign-in-with-slack). */
export interface SignIn {
  /** Where the browser is sent to be asked. `state` and `nonce` come back and must be the same. */
  authorizeUrl(request: {
    readonly state: string;
    readonly nonce: string;
    readonly redirectUri: string;
  }): string;
  /**
   * Turns the code that came back into a person of our own workspace. Errors: `unauthorized` (code, signature, nonce
   * or workspace is wrong; `reason` says which), `unavailable`, `rate-limited`.
   */
  exchange(
    answer: { readonly code: string; readonly nonce: string; readonly redirectUri: string },
    signal: AbortSignal,
  ): Promise<Identity>;
}
