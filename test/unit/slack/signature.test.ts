import { isValidSlackRequest } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { sign, verifySignature } from '../../../shared/slack/index.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const seconds = Math.floor(now / 1000);
const body = Buffer.from('{"text":"助けて"}');
const headersAt = (at: number, secret: string, signed: Buffer = body) => ({
  timestamp: String(at),
  signature: sign(signed, String(at), secret),
});

describe("Slack's signature", () => {
  test.each([
    ['signed now', headersAt(seconds, 'new'), 'ok'],
    ['signed with the secret before, during rotation', headersAt(seconds, 'old'), 'ok'],
    ['signed with an unknown secret', headersAt(seconds, 'other'), 'wrong'],
    ['signed for another body', headersAt(seconds, 'new', Buffer.from('{}')), 'wrong'],
    ['exactly five minutes old', headersAt(seconds - 300, 'new'), 'ok'],
    ['older than five minutes', headersAt(seconds - 301, 'new'), 'too-old'],
    ['five minutes ahead', headersAt(seconds + 300, 'new'), 'ok'],
    ['further ahead than five minutes', headersAt(seconds + 301, 'new'), 'too-new'],
    ['without a signature', { timestamp: String(seconds), signature: undefined }, 'missing'],
    ['with a timestamp that is no number', { timestamp: 'NaN', signature: 'v0=00' }, 'missing'],
  ])('%s: %s', (_name, headers, verdict) => {
    expect(verifySignature(body, headers, ['new', 'old'], now)).toBe(verdict);
  });

  test('an empty secret accepts nothing', () => {
    expect(verifySignature(body, headersAt(seconds, ''), [''], now)).toBe('wrong');
  });

  test.each([0, -299, -301, 60])(
    "agrees with Slack's own library at an age of %i s (which accepts the future)",
    (age) => {
      const real = Math.floor(Date.now() / 1000) + age;
      const headers = headersAt(real, 'new');
      const theirs = isValidSlackRequest({
        signingSecret: 'new',
        body: body.toString(),
        headers: { 'x-slack-request-timestamp': real, 'x-slack-signature': headers.signature },
      });
      expect(verifySignature(body, headers, ['new'], Date.now()) === 'ok').toBe(theirs);
    },
  );
});
