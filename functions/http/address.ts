import { isIPv6 } from 'node:net';

/**
 * The address that asks, as the last proxy that we trust has seen it; null where there is none, as on a laptop. Each proxy
 * puts its caller behind what the caller claims (`X-Forwarded-For`), so only the end can be believed: Cloud Run's front
 * end writes the client there, and a load balancer before it the client and then its own address, `balancer`
 * (https://cloud.google.com/load-balancing/docs/https#x-forwarded-for_header). A network has a /64 of IPv6 to itself
 * and counts as one.
 */
export function clientAddress(forwarded: string | undefined, balancer: string | null): string | null {
  const hops = (forwarded ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  if (balancer !== null && hops.at(-1) === balancer) hops.pop();
  const last = hops.at(-1);
  if (last === undefined) return null;
  // IPv4 as IPv6 writes it: as networks all of these would be one.
  const [, mapped] = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(last) ?? [];
  return mapped ?? (isIPv6(last) ? networkOf(last) : last);
}

/** The first four groups: `2001:db8::7` → `2001:db8:0:0`. */
function networkOf(address: string): string {
  const [before = '', after] = address.split('::', 2);
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const [head, tail] = [groups(before), groups(after)];
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
