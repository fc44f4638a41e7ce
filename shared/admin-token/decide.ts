import { never } from '../platform/errors.ts';
import type { NewTask } from '../tasks/index.ts';
import type { AdminToken, AdminTokenDecision, AdminTokenEvent, Command, Holder, Notice } from './model.ts';

const NOTHING: AdminTokenDecision = { events: [], tasks: [] };

/** What follows from a command. Pure. `owners`: channels and people who hear of what became of the token. */
export function decide(
  command: Command,
  state: AdminToken | null,
  owners: readonly string[],
  now: number,
): AdminTokenDecision {
  const version = (state?.version ?? 0) + 1;
  const does = (event: AdminTokenEvent, notice: Notice | null, more: readonly NewTask[] = []) => ({
    events: [event],
    tasks: [...(notice ? sayTasks(notice, owners, version, now) : []), ...more],
  });
  const { holder: before = null, trouble = null } = state ?? {};
  if (command.type === 'connect') {
    const { scopes, onCall } = command;
    const holder: Holder = { ...command.holder, at: now };
    const event = { type: 'connected', at: now, holder, scopes, onCall } as const;
    // Who sets the environment knows it; who presses a button may not be known to the others.
    const notice = holder.by && ({ kind: 'connected', holder, by: holder.by } as const);
    return does(event, notice, takenBack(before, holder, version, now));
  }
  if (command.type === 'fail') {
    const { fault, reason } = command;
    const holder: Holder = before ?? { ...command.holder, at: now };
    if (command.holder.user !== holder.user) return NOTHING;
    const failed = { type: 'failed', at: now, fault, reason } as const;
    const first = { type: 'connected', at: now, holder, scopes: [], onCall: false } as const;
    // Said once, whatever else is found to be wrong until it is mended.
    const notice = { kind: 'failed', holder, trouble: { fault, reason, since: now } } as const;
    return {
      events: before ? [failed] : [first, failed],
      tasks: trouble ? [] : sayTasks(notice, owners, version, now),
    };
  }
  if (!state || !before) return NOTHING;
  switch (command.type) {
    case 'pass': {
      if (command.user !== before.user) return NOTHING;
      const { scopes, onCall } = command;
      const notice =
        trouble && ({ kind: 'recovered', holder: before, since: trouble.since, at: now } as const);
      return does({ type: 'checked', at: now, scopes, onCall }, notice);
    }
    case 'hear':
      if (command.user !== before.user || state.spokeOn.includes(command.day)) return NOTHING;
      return does({ type: 'spoke', at: now, day: command.day }, null);
    case 'look':
      return { events: [], tasks: [{ ...work('check', now, {}), mode: 'arm' }] };
    case 'remove': {
      const event = { type: 'removed', at: now, by: command.by } as const;
      const notice = { kind: 'removed', holder: before, by: command.by } as const;
      return does(event, notice, takenBack(before, null, version, now));
    }
    default:
      return never(command);
  }
}

const work = (kind: string, dueAt: number, step: object, id = kind): NewTask => ({
  id,
  kind: `admin-token.${kind}`,
  lane: 'work',
  dueAt,
  step,
});

/** One message for each of the owners; where toban.yaml names none, whoever connected the token. */
function sayTasks(notice: Notice, owners: readonly string[], version: number, now: number): NewTask[] {
  const { by } = notice.holder;
  const to = owners.length > 0 ? owners : by ? [by.user] : [];
  return to.map((one) => work('say', now, { to: one, notice }, `say-${version}-${one}`));
}

/** A token that is no longer wanted is ended in Slack: an administrator's right must not lie about. */
function takenBack(before: Holder | null, next: Holder | null, version: number, now: number): NewTask[] {
  if (before?.via !== 'install' || before.user === next?.user) return [];
  return [work('revoke', now, { user: before.user, team: before.team }, `revoke-${version}`)];
}
