import * as z from 'zod/mini';
import type { TokenKind } from '../../../shared/slack/index.ts';
import { refuse, refuseShape } from '../errors.ts';
import { dmOf, isDm, type SimChannel, type SimMessage, type SimUser } from '../model.ts';
import type { Sim } from '../sim.ts';

/** One call: the workspace, and whose token it is. */
export interface Call extends Sim {
  readonly token: {
    readonly value: string;
    readonly kind: TokenKind | 'sign-in';
    readonly user: string;
    readonly scopes: readonly string[];
    readonly team?: string | undefined;
  };
}

/** Calls a minute: Slack's tiers; `post` is paced by channel instead. */
export type Tier = 1 | 2 | 3 | 4 | 'post' | 'special';

export interface Method {
  readonly tier: Tier;
  /** True: no token is asked for. */
  readonly open: boolean;
  readonly args: z.ZodMiniType;
  readonly run: (call: Call, args: never) => object | Promise<object>;
}

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** A method of the Web API. An argument that is not in `args` is refused, as is one of another type. */
export function method<S extends Shape>(
  tier: Tier,
  args: S,
  run: (call: Call, args: z.infer<z.ZodMiniObject<S>>) => object | Promise<object>,
  { open = false } = {},
): Method {
  return { tier, open, args: z.strictObject(args), run };
}

// Arguments come as texts of a form or as values of a JSON body.
export const text = z.string();
export const maybe = z.optional(z.string());
export const flag = z.optional(
  z.pipe(
    z.transform((value) =>
      value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value,
    ),
    z.boolean(),
  ),
);
export const count = z.optional(z.pipe(z.transform(Number), z.int().check(z.gte(0))));
/** `U1,U2`, a JSON array, or an array. */
export const list = z.pipe(
  z.transform((value) => {
    if (typeof value !== 'string') return value;
    return value.startsWith('[') ? parseJson(value) : value.split(',').filter((part) => part !== '');
  }),
  z.array(z.string()),
);
export const json = z.pipe(
  z.transform((value) => (typeof value === 'string' ? parseJson(value) : value)),
  z.unknown(),
);

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return refuseShape('invalid_arguments', 'an argument is not JSON');
  }
}

/** A channel that this token can see; private ones exist for their members only. */
export function channelOf(call: Call, id: string): SimChannel {
  const channel = call.workspace.channel(id) ?? refuse('channel_not_found');
  if (channel.private && !channel.members.includes(call.token.user)) refuse('channel_not_found');
  return channel;
}

/** As `channelOf`, and its token's user is a member of it, and it is not archived. */
export function ownChannel(call: Call, id: string): SimChannel {
  const channel = channelOf(call, id);
  if (!channel.members.includes(call.token.user)) refuse('not_in_channel');
  if (channel.archived) refuse('is_archived');
  return channel;
}

/** A conversation to read: a channel of this token's user, or the direct messages with the app. */
export function readable(call: Call, id: string): string {
  if (isDm(id)) return dmWith(call, id).id;
  const channel = channelOf(call, id);
  if (!channel.members.includes(call.token.user)) refuse('not_in_channel');
  return channel.id;
}

export function writable(call: Call, id: string): string {
  if (isDm(id)) {
    const { id: dm, person } = dmWith(call, id);
    if (person.deactivated) refuse('user_disabled');
    return dm;
  }
  return ownChannel(call, id).id;
}

function dmWith(call: Call, id: string): { id: string; person: SimUser } {
  const person =
    call.workspace.state.users.find((user) => dmOf(user.id) === id) ?? refuse('channel_not_found');
  if (!call.workspace.isMember(id, call.token.user)) refuse('channel_not_found');
  return { id, person };
}

export function messageOf(call: Call, channel: string, ts: string): SimMessage {
  const message = call.workspace.find(readable(call, channel), ts);
  return !message || message.tombstone ? refuse('message_not_found') : message;
}

export function userOf(call: Call, id: string): SimUser {
  return call.workspace.user(id) ?? refuse('user_not_found');
}

/** One page of a list, and the cursor of the next (empty at the end). */
export function pageOf<T>(
  items: readonly T[],
  { cursor, limit }: { cursor?: string | undefined; limit?: number | undefined },
  most: number,
): { items: T[]; next: string } {
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString()) : 0;
  if (!Number.isInteger(start)) refuse('invalid_cursor');
  const end = start + Math.min(limit || most, most);
  const next = end < items.length ? Buffer.from(String(end)).toString('base64') : '';
  return { items: items.slice(start, end), next };
}
