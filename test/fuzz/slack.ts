import { createHmac } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parseCommand, parseEvent, parseInteraction } from '../../shared/slack/edge.ts';
import { Inbound, sign, verifySignature } from '../../shared/slack/index.ts';
import { must, target } from './fuzz.ts';
import { changed, isWhole, text } from './hostile.ts';
import * as sample from './slack-samples.ts';

const AT = Date.parse('2026-11-25T05:30:00Z');

/** Accepted exactly where Slack's own formula gives the signature for one of the secrets, at most five minutes apart. */
const signature = target({
  name: 'signature',
  inputs: fc.record({
    body: fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      text.map((one) => Buffer.from(one)),
    ),
    secrets: fc.array(fc.oneof(fc.constantFrom('', 'a', 'b'), text), { maxLength: 3 }),
    signedWith: fc.nat({ max: 3 }),
    away: fc.oneof(fc.integer({ min: -302, max: 302 }), fc.integer()),
    spoilt: fc.option(
      fc.record({
        timestamp: fc.option(text, { nil: undefined }),
        signature: fc.option(text, { nil: undefined }),
      }),
      { freq: 3 },
    ),
  }),
  read: (input) => verifySignature(input.body, headersOf(input), input.secrets, AT),
  sense: (verdict, { body, secrets, ...input }) => {
    const { timestamp = '', signature: given = '' } = headersOf({ body, secrets, ...input });
    const near = /^\d{1,12}$/.test(timestamp) && Math.abs(AT / 1_000 - Number(timestamp)) <= 300;
    const mac = (secret: string) =>
      `v0=${createHmac('sha256', secret)
        .update(Buffer.concat([Buffer.from(`v0:${timestamp}:`), body]))
        .digest('hex')}`;
    const honest = near && secrets.some((secret) => secret !== '' && mac(secret) === given);
    must((verdict === 'ok') === honest, `${verdict}, and it is ${honest ? '' : 'not '}signed`);
  },
  seeds: [],
});

interface Signed {
  readonly body: Buffer;
  readonly secrets: readonly string[];
  readonly signedWith: number;
  readonly away: number;
  readonly spoilt: { readonly timestamp: string | undefined; readonly signature: string | undefined } | null;
}

function headersOf({ body, secrets, signedWith, away, spoilt }: Signed) {
  if (spoilt) return spoilt;
  const timestamp = String(AT / 1_000 + away);
  return { timestamp, signature: sign(body, timestamp, secrets[signedWith] ?? 'of somebody else') };
}

type Parsed =
  | { readonly kind: 'inbound'; readonly inbound: Inbound }
  | { readonly kind: 'ignored' | 'invalid'; readonly code: string };

/** What is taken travels on the bus as it is, nothing in it that has no name there; all else has a code for the log. */
function sensible(parsed: Parsed, input: unknown): void {
  if (parsed.kind !== 'inbound') {
    must(/^[a-z-]+$/.test(parsed.code), `"${parsed.code}" is no code`);
    return;
  }
  const arrived = Inbound.safeParse(JSON.parse(JSON.stringify(parsed.inbound)));
  must(arrived.success, 'the worker cannot read it');
  must(isDeepStrictEqual(arrived.data, parsed.inbound), 'it arrives as something else');
  must(parsed.inbound.receivedAt === AT, 'it was received at another time');
  must(!isWhole(input) || isWhole(parsed.inbound), 'it cuts a sign in two');
}

const events = target({
  name: 'slack-events',
  inputs: changed(sample.events, sample.EVENT_TYPES),
  read: (body) => parseEvent(body, AT),
  sense: (parsed, body) => {
    sensible(parsed, body);
    if (parsed.kind === 'inbound' && parsed.inbound.type === 'message')
      must(
        parsed.inbound.userGroups.every((id) => /^S[A-Z0-9]+$/.test(id)),
        'a user group of no such name',
      );
  },
  seeds: [
    sample.eventOf({ type: 'toString', channel: 'C0' }),
    sample.eventOf({ type: 'message', channel: 'C0', ts: '1.2', blocks: [{ usergroup_id: 'message' }] }),
  ],
});

const interactivity = target({
  name: 'slack-interactivity',
  inputs: changed(sample.interactions, sample.INTERACTION_TYPES),
  read: (payload) => parseInteraction(payload, AT),
  sense: sensible,
  seeds: [],
});

const commands = target({
  name: 'slack-commands',
  inputs: changed([sample.command]).map((fields) =>
    Object.fromEntries(
      Object.entries(fields ?? {}).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
  ),
  read: (fields) => parseCommand(fields, AT),
  sense: (parsed, fields) => {
    sensible(parsed, fields);
    if (parsed.kind === 'inbound')
      must(
        [...parsed.inbound.text].length <= 4_000 && parsed.inbound.text === parsed.inbound.text.trim(),
        'its text is not as commands want it',
      );
  },
  seeds: [{ ...sample.command, text: `a${'😀'.repeat(3_999)}` }],
});

export const slackTargets = [signature, events, interactivity, commands];
