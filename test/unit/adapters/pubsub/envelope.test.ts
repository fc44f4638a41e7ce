import { describe, expect, it } from 'vitest';
import { parseEnvelope } from '../../../../shared/adapters/pubsub/envelope.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
const data = encode({ kind: 'bell', record: 'escalations/esc_1' });
const message = {
  data,
  attributes: { a: '1' },
  messageId: '7',
  message_id: '7',
  publishTime: '2026-11-24T03:00:00Z',
};
const envelope = { subscription: 'projects/p/subscriptions/calls-push', message, deliveryAttempt: 3 };

describe('the envelope of a push', () => {
  it('is taken apart, whether text or bytes', () => {
    const wanted = {
      message: { kind: 'bell', record: 'escalations/esc_1' },
      messageId: '7',
      publishTime: '2026-11-24T03:00:00Z',
      subscription: 'projects/p/subscriptions/calls-push',
      deliveryAttempt: 3,
      attributes: { a: '1' },
    };
    expect(parseEnvelope(JSON.stringify(envelope))).toEqual(wanted);
    expect(parseEnvelope(Buffer.from(JSON.stringify(envelope)))).toEqual(wanted);
  });

  it('may spell the id in one way only, and need not count deliveries', () => {
    const { subscription } = envelope;
    const snake = { subscription, message: { data, message_id: '8' } };
    expect(parseEnvelope(JSON.stringify(snake))).toMatchObject({
      messageId: '8',
      deliveryAttempt: null,
      publishTime: null,
    });
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'body-not-json'],
    ['no JSON', '<html>', 'body-not-json'],
    ['JSON of something else', '[]', 'envelope'],
    ['null', 'null', 'envelope'],
    ['no message', JSON.stringify({ subscription: 's' }), 'envelope'],
    ['no data', JSON.stringify({ ...envelope, message: { messageId: '7' } }), 'envelope'],
    ['empty data', JSON.stringify({ ...envelope, message: { ...message, data: '' } }), 'envelope'],
    [
      'data that is not base64',
      JSON.stringify({ ...envelope, message: { ...message, data: '*' } }),
      'envelope',
    ],
    [
      'data that is not JSON',
      JSON.stringify({ ...envelope, message: { ...message, data: 'AAAA' } }),
      'data-not-json',
    ],
    ['no id', JSON.stringify({ ...envelope, message: { data } }), 'no-message-id'],
    ['a count that is none', JSON.stringify({ ...envelope, deliveryAttempt: 0 }), 'envelope'],
  ])('%s is bad input', (_name, body, reason) => {
    expect(() => parseEnvelope(body)).toThrow(expect.objectContaining({ code: 'bad-input', reason }));
  });
});
