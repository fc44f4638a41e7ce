/** A `Retry-After` (RFC 9110, 10.2.3: seconds, or an HTTP date) as ms from `now` on; null where it says neither. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const said = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1_000;
  // Only as HTTP writes dates: `Date.parse` alone would take "2" for a month.
  const at = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(said)
    ? Date.parse(said)
    : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
