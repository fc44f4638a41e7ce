import { never, TobanError } from '../../shared/platform/errors.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Handle, Handlers, Inbound, Touched } from '../../shared/slack/index.ts';

/** Hands what Slack said to whom it is for; the records whose tasks should now run. */
export type Dispatch = (inbound: Inbound, signal: AbortSignal) => Promise<readonly string[]>;

type Owned = 'commands' | 'shortcuts' | 'submissions' | 'actions';

/** One table of all nouns' handlers. Throws `bug` when two nouns claim the same command, callback or prefix. */
export function createDispatch(nouns: readonly Handlers[], log: Log): Dispatch {
  const commands = join(nouns, 'commands');
  const shortcuts = join(nouns, 'shortcuts');
  const submissions = join(nouns, 'submissions');
  const actions = join(nouns, 'actions');
  const messages = nouns.flatMap((noun) => noun.messages ?? []);
  const reactions = nouns.flatMap((noun) => noun.reactions ?? []);
  const canaries = nouns.flatMap((noun) => noun.canary ?? []);
  const deletions = nouns.flatMap((noun) => noun.deletions ?? []);
  const rooms = nouns.flatMap((noun) => noun.rooms ?? []);
  const accounts = nouns.flatMap((noun) => noun.accounts ?? []);
  const homes = nouns.flatMap((noun) => noun.home ?? []);

  /** Where nobody listens any more (an old card's button), nothing can be done, now or later. */
  async function one<I>(handle: Handle<I> | undefined, inbound: I & Inbound, signal: AbortSignal) {
    if (!handle) log.warn('nobody-listens', { type: inbound.type });
    return records([handle ? await handle(inbound, signal) : null]);
  }

  return (inbound, signal) => {
    switch (inbound.type) {
      case 'message':
        return all(messages, inbound, signal);
      case 'reaction':
        return all(reactions, inbound, signal);
      case 'deletion':
        return all(deletions, inbound, signal);
      case 'room':
        return all(rooms, inbound, signal);
      case 'home':
        return all(homes, inbound, signal);
      case 'canary':
        return all(canaries, inbound, signal);
      case 'accounts':
        return all(accounts, inbound, signal);
      case 'command': {
        const { command, text } = inbound;
        const words = `${command} ${text.split(/\s/, 1)[0]?.toLowerCase() ?? ''}`;
        return one(commands.get(words) ?? commands.get(command), inbound, signal);
      }
      case 'shortcut':
        return one(shortcuts.get(inbound.callbackId), inbound, signal);
      case 'submission':
        return one(submissions.get(inbound.callbackId), inbound, signal);
      case 'action':
        return one(actions.get(inbound.actionId.split('_', 1)[0] ?? ''), inbound, signal);
      default:
        return never(inbound);
    }
  };
}

/** All are heard even where one fails; then the failure is thrown, so that the bus delivers again. */
async function all<I>(handles: readonly Handle<I>[], inbound: I, signal: AbortSignal) {
  const answers = await Promise.allSettled(handles.map((handle) => handle(inbound, signal)));
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed) throw failed.reason;
  return records(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : null)));
}

const records = (touched: readonly Touched[]): string[] => [
  ...new Set(touched.filter((record) => record !== null)),
];

function join<K extends Owned>(nouns: readonly Handlers[], kind: K) {
  const table = new Map<string, NonNullable<Handlers[K]>[string]>();
  for (const noun of nouns) {
    for (const [name, handle] of Object.entries(noun[kind] ?? {})) {
      if (table.has(name)) throw new TobanError('bug', `two nouns listen to ${kind} ${name}`);
      table.set(name, handle as NonNullable<Handlers[K]>[string]);
    }
  }
  return table;
}
