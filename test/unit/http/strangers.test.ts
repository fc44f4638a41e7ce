import { expect, test } from 'vitest';
import { clientAddress } from '../../../functions/http/address.ts';
import { createLimit } from '../../../functions/http/limit.ts';
import { createStrangers } from '../../../functions/http/strangers.ts';
import { silentLog } from '../../../shared/platform/log.ts';

const BALANCER = '34.1.2.3';

test.each([
  ['straight from Cloud Run’s front end', '203.0.113.7', null, '203.0.113.7'],
  ['with an address that the client made up', '10.9.9.9, 203.0.113.7', null, '203.0.113.7'],
  ['with many of them', 'a, b,c ,  203.0.113.7 ', null, '203.0.113.7'],
  ['behind the load balancer', `203.0.113.7,${BALANCER}`, BALANCER, '203.0.113.7'],
  ['behind it, with what the client made up', `10.9.9.9, 203.0.113.7, ${BALANCER}`, BALANCER, '203.0.113.7'],
  ['behind it, with its address made up', `${BALANCER}, 203.0.113.7, ${BALANCER}`, BALANCER, '203.0.113.7'],
  ['behind one that does not name itself', '10.9.9.9, 203.0.113.7', BALANCER, '203.0.113.7'],
  ['a network of IPv6 as one', '2001:db8:1:2:aaaa::9', null, '2001:db8:1:2'],
  ['the same, short', '2001:DB8::9', null, '2001:db8:0:0'],
  ['IPv4 within IPv6', '::ffff:203.0.113.7', null, '203.0.113.7'],
  ['without a proxy', undefined, null, null],
  ['empty', ' , ', null, null],
])('who asks, %s', (_how, forwarded, balancer, address) => {
  expect(clientAddress(forwarded, balancer)).toBe(address);
});

test('a flood is told once a minute and address, and its memory stays small', () => {
  const told: string[] = [];
  const strangers = createStrangers('edge', { ...silentLog, warn: (event) => void told.push(event) }, 2);
  const tries = Array.from({ length: 5 }, () => strangers.tried('a', 10_000));
  expect(tries).toEqual([0, 0, 50, 50, 50]);
  expect([strangers.wait('a', 10_000), strangers.wait('b', 10_000), strangers.wait('a', 60_000)]).toEqual([
    50, 0, 0,
  ]);
  expect(told).toEqual(['address-throttled']);
  expect(strangers.tried(null, 10_000)).toBe(0);
});

test('of more keys than are kept, those seen last are known', () => {
  const { look, take } = createLimit(1);
  for (let i = 0; i <= 1_000; i += 1) take(String(i), 0);
  expect([look('0', 0).ok, look('1', 0).ok, look('1000', 0).ok]).toEqual([true, false, false]);
});
