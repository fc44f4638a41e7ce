import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are nobody's business from outside: this machine, the cloud's metadata, private and special ranges. */
const inner = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(network, prefix, 'ipv4');
/** Of IPv6 only what is given out to the public, 2000::/3, without the parts that carry an IPv4 address inside. */
const publicV6 = new BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');
const carriesV4 = new BlockList();
carriesV4.addSubnet('2001::', 32, 'ipv6');
carriesV4.addSubnet('2001:db8::', 32, 'ipv6');
carriesV4.addSubnet('2002::', 16, 'ipv6');

export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inner.check(address, 'ipv4');
  return family === 6 && publicV6.check(address, 'ipv6') && !carriesV4.check(address, 'ipv6');
}

/**
 * Name look-up for a connection that must leave for the public network. The address that is judged is the one that is
 * connected to, so a name that changes its address in between gains nothing.
 */
export const publicLookupBy =
  (ask: typeof lookup): LookupFunction =>
  (hostname, options, done) => {
    ask(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const [first] = found;
      const refused = Object.assign(new Error('not a public address'), { code: 'ENOTPUBLIC' });
      if (!first || !found.every(({ address }) => isPublic(address))) return done(refused, '', 0);
      if (options.all) return done(null, found);
      return done(null, first.address, first.family);
    });
  };

/** By this machine's own names. */
export const publicLookup: LookupFunction = publicLookupBy(lookup);

/**
 * Where a message may be sent: https, no password in the address, and no host that is visibly an inner one. What a name
 * stands for is judged when it is connected to. Null for any other text.
 */
export function publicTarget(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const inner =
    isIP(host) === 0 ? !host.includes('.') || /\.(localhost|local|internal)$/.test(host) : !isPublic(host);
  return url.protocol !== 'https:' || inner || url.username !== '' || url.password !== '' ? null : url;
}
