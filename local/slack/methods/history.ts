import { refuse } from '../errors.ts';
import { shown } from '../shown.ts';
import { type Call, count, flag, maybe, method, pageOf, readable, text } from './define.ts';

const range = {
  channel: text,
  cursor: maybe,
  limit: count,
  oldest: maybe,
  latest: maybe,
  inclusive: flag,
  include_all_metadata: flag,
};
const MOST = 999;

/** Messages of a conversation. Both leave out what only one person saw. */
export const history = {
  /** Heads of threads and loose messages, the newest first. */
  'conversations.history': method(3, range, (call, args) => {
    const messages = call.workspace.messagesIn(readable(call, args.channel));
    return page(
      call,
      messages.filter((one) => one.threadTs === null && within(one.ts, args)).reverse(),
      args,
    );
  }),
  /** A thread: its head, then its replies, the oldest first. */
  'conversations.replies': method(3, { ...range, ts: text }, (call, args) => {
    const channel = readable(call, args.channel);
    const start = call.workspace.find(channel, args.ts) ?? refuse('thread_not_found');
    const head = start.threadTs ?? start.ts;
    const messages = call.workspace.messagesIn(channel);
    const replies = messages.filter((one) => one.threadTs === head && within(one.ts, args));
    const first = messages.filter((one) => one.ts === head);
    return page(call, [...first, ...replies], args);
  }),
};

interface Range {
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
  readonly inclusive?: boolean | undefined;
}

/** Slack's bounds are exclusive unless asked otherwise. */
function within(ts: string, { oldest, latest, inclusive = false }: Range): boolean {
  const at = Number(ts);
  const from = oldest === undefined || at > Number(oldest) || (inclusive && at === Number(oldest));
  const to = latest === undefined || at < Number(latest) || (inclusive && at === Number(latest));
  return from && to;
}

type Messages = ReturnType<Call['workspace']['messagesIn']>;

function page(
  call: Call,
  messages: Messages,
  args: {
    cursor?: string | undefined;
    limit?: number | undefined;
    include_all_metadata?: boolean | undefined;
  },
): object {
  const seen = messages.filter((one) => one.onlyFor === null);
  const { items, next } = pageOf(seen, { ...args, limit: args.limit ?? 100 }, MOST);
  return {
    messages: items.map((one) => shown(call.workspace, one, args.include_all_metadata === true)),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
}
