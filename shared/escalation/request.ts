import { localeOf } from '../language/index.ts';
import { recordId } from '../platform/ids.ts';
import type { Posted } from '../ports/slack.ts';
import { escapeMrkdwn, type InboundCommand, mention, quote } from '../slack/index.ts';
import {
  commit,
  type EventBase,
  type NewTask,
  type Noun,
  postOnce,
  type RecordState,
} from '../tasks/index.ts';
import type { EscalationContext } from './context.ts';
import { openCall } from './open-call.ts';
import { routeFor } from './route.ts';
import { routeById } from './route-id.ts';
import type { RouteConfig } from './schemas.ts';
import { callText } from './text.ts';

/** Words given to a command: they first need a message of their own, in whose thread the call is answered. */
interface Asked extends RecordState {
  readonly team: string;
  readonly user: string;
  /** The channel of the route that takes it; null for the asker's own direct messages. */
  readonly channel: string | null;
  /** Id of the route. */
  readonly route: string;
  /** As typed. */
  readonly words: string;
}
type AskedEvent = EventBase &
  (({ readonly type: 'asked' } & Omit<Asked, 'version'>) | { readonly type: 'posted'; readonly ts: string });

function evolve(state: Asked | null, event: AskedEvent): Asked {
  if (event.type === 'posted') {
    if (state === null) throw new Error('the first event must be "asked"');
    return { ...state, version: state.version + 1 };
  }
  const { team, user, channel, route, words } = event;
  return { version: 1, team, user, channel, route, words };
}

const task = (id: string, dueAt: number, step: object = {}): NewTask => ({
  id,
  kind: `request.${id}`,
  lane: 'calls',
  dueAt,
  step,
});

/**
 * Keeps a request, to be posted in `channel` (null: the asker's own direct messages) and called from there by `route`.
 * Given again, it is the same one.
 */
export async function ask(
  ctx: EscalationContext,
  { team, user, cause }: Pick<InboundCommand, 'team' | 'user' | 'cause'>,
  route: RouteConfig,
  channel: string | null,
  words: string,
): Promise<string> {
  const path = `requests/${recordId('req', team, cause)}`;
  const now = ctx.clock.now();
  return ctx.store.transaction(async (tx) => {
    if (await tx.get(path)) return path;
    const asked: AskedEvent = { type: 'asked', at: now, team, user, channel, route: route.id, words };
    await commit(tx, path, null, { events: [asked], tasks: [task('post', now)] }, evolve, now);
    return path;
  });
}

/** Posting and calling are tasks of their own: when the second fails, the first is not done again. */
export function requestNoun(ctx: EscalationContext): Noun<Asked, AskedEvent> {
  const post: Noun<Asked, AskedEvent>['kinds'][string] = {
    persistent: false,
    guard: () => true,
    async perform({ channel, user, words }: Asked, { record }, attempt) {
      const text = callText(ctx.locale).ways.asks(mention(user));
      const blocks = [text, quote(words).text].map((part) => ({
        type: 'section' as const,
        text: { type: 'mrkdwn' as const, text: part, verbatim: true },
      }));
      const where = channel ?? (await ctx.slack.openDm(user, attempt.signal));
      return postOnce(ctx.slack, { channel: where, text, blocks, key: record }, attempt);
    },
    done(_state, _task, result, now) {
      const { channel, ts } = result as Posted;
      return { events: [{ type: 'posted', at: now, ts }], tasks: [task('open', now, { channel, ts })] };
    },
    refused: ({ channel }: Asked, _task, _error, now) => ({
      events: [],
      tasks: channel === null ? [] : [task('say', now)],
    }),
  };
  const open: typeof post = {
    persistent: true,
    guard: () => true,
    async perform({ team, user, words, ...asked }: Asked, { step }, { signal }) {
      const { channel, ts } = step as Posted;
      const route = routeById(ctx.routes, asked.route) ?? routeFor(channel, words, ctx.routes);
      const request = { team, channel, ts, threadTs: ts, asker: user, clientMsgId: null };
      return route && openCall(ctx, route, { ...request, text: escapeMrkdwn(words) }, signal);
    },
  };
  /** Slack would not take the request: whoever asked hears what to do. */
  const say: typeof post = {
    persistent: false,
    guard: () => true,
    async perform({ channel, user }: Asked, { record }, attempt) {
      const person = await ctx.people.find(user, attempt.signal);
      const text = callText(localeOf(person?.locale, ctx.locale)).ways.cannotPost(`<#${channel}>`);
      const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text } }];
      const dm = await ctx.slack.openDm(user, attempt.signal);
      return postOnce(ctx.slack, { channel: dm, text, blocks, key: `${record}/say` }, attempt);
    },
  };
  return { name: 'request', evolve, kinds: { post, open, say } };
}
