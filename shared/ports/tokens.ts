/** Whose a token is and what it may do, as Slack says it now. */
export interface TokenFacts {
  readonly user: string;
  readonly team: string;
  readonly scopes: readonly string[];
}

/** What Slack says of tokens. Errors as in the port of messages. */
export interface Tokens {
  /** Refused with `token_revoked`, `invalid_auth`, `account_inactive` … where it is no good any more. */
  test(token: string, signal: AbortSignal): Promise<TokenFacts>;
  /** Ends it for good; having ended before counts as done. */
  revoke(token: string, signal: AbortSignal): Promise<void>;
  /** What Slack's own clock says, epoch ms to the second; null where its answer carries no date. */
  clock(signal: AbortSignal): Promise<number | null>;
  /** The bot's workspace, asked anew each time. Refused where the bot's own token is no good any more. */
  ownTeam(signal: AbortSignal): Promise<string>;
}

/** An installation by a person: OAuth 2.0 with user scopes (https://docs.slack.dev/authentication/installing-with-oauth). */
export interface Install {
  /** Where the browser is sent to be asked. `state` comes back and must be the same. */
  authorizeUrl(request: { readonly state: string; readonly redirectUri: string }): string;
  /** Turns the code that came back into a token of that person. Refused with Slack's code, such as `invalid_code`. */
  exchange(
    answer: { readonly code: string; readonly redirectUri: string },
    signal: AbortSignal,
  ): Promise<TokenFacts & { readonly token: string }>;
}
