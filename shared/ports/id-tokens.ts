/**
 * The account that an ID token of Google's proves, made for our own address: its verified e-mail address. Rejects with
 * `unauthorized` for one that proves nothing here, or with `unavailable` when that cannot be found out.
 */
export type AccountOf = (token: string) => Promise<string>;
