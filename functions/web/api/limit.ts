import { type Allowance, WINDOW_MS } from '../../http/limit.ts';

/** How many requests a token may make in a minute, at one instance. */
export const PER_MINUTE = 600;

/** As the IETF's draft on rate limit fields writes them. */
export const limitHeaders = ({ left, seconds }: Allowance, most = PER_MINUTE): Record<string, string> => ({
  'ratelimit-policy': `"token";q=${most};w=${WINDOW_MS / 1_000}`,
  ratelimit: `"token";r=${left};t=${seconds}`,
});
