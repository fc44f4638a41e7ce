import type { Clock } from '../../platform/clock.ts';
import { isTobanError } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import { orAbort } from '../../platform/or-abort.ts';
import type { Slack, SlackUser } from '../../ports/slack.ts';
import { userNamed } from '../../slack/index.ts';
import type { Directory } from '../model.ts';

const KEEP_MS = 10 * 60_000;
/** After a failure Slack is left alone for a while: a call must not wait for it again and again. */
const SILENCE_MS = 30_000;
const AT_ONCE = 10;

/** Whom the members tab points to; `names` says what the tab calls an id. */
export interface Keys {
  readonly ids: readonly string[];
  readonly emails: readonly string[];
  readonly needsDirectory: boolean;
  readonly names: ReadonlyMap<string, string>;
}

export interface Found {
  readonly directory: Directory;
  /** False when Slack could not be asked for somebody whom nothing kept can name. */
  readonly everyone: boolean;
}

/** People of the workspace, kept for ten minutes and for longer while Slack is down. */
export interface People {
  find(keys: Keys, signal: AbortSignal): Promise<Found>;
  /** People of a kept copy, as known at `at`: they stand in until Slack has been asked. */
  remember(users: readonly SlackUser[], at: number): void;
}

interface Kept {
  readonly user: SlackUser | null;
  readonly at: number;
}

export function createPeople(
  slack: Pick<Slack, 'user' | 'userByEmail' | 'users'>,
  clock: Clock,
  log: Log,
): People {
  const byId = new Map<string, Kept>();
  const byEmail = new Map<string, Kept>();
  let everybody: { readonly users: readonly SlackUser[]; readonly at: number } | null = null;
  let silentUntil = 0;

  const keep = (user: SlackUser, at: number) => {
    byId.set(user.id, { user, at });
    if (user.email) byEmail.set(user.email.toLowerCase(), { user, at });
  };
  const isFresh = (kept: { readonly at: number } | null | undefined) =>
    Boolean(kept && clock.now() - kept.at < KEEP_MS);

  /** Slack's answer, or `silence` where it gives none in time. */
  async function ask<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T | typeof silence> {
    if (silentUntil > clock.now() || signal.aborted) return silence;
    try {
      return await orAbort(request(), signal);
    } catch (error) {
      log.warn('people-not-looked-up', { code: isTobanError(error) ? error.code : 'no-answer' });
      // A refusal concerns one question (a scope, say); anything else would meet the next one too.
      if (!isTobanError(error, 'refused')) silentUntil = clock.now() + SILENCE_MS;
      return silence;
    }
  }

  async function lookUp(
    kept: Map<string, Kept>,
    key: string,
    request: () => Promise<SlackUser | null>,
    signal: AbortSignal,
  ): Promise<void> {
    if (isFresh(kept.get(key))) return;
    const user = await ask(request, signal);
    if (user === silence) return;
    if (user) keep(user, clock.now());
    kept.set(key, { user, at: clock.now() });
  }

  async function everyone(signal: AbortSignal): Promise<readonly SlackUser[] | null> {
    if (everybody && isFresh(everybody)) return everybody.users;
    const users = await ask(() => slack.users(signal), signal);
    if (users !== silence) everybody = { users, at: clock.now() };
    return everybody?.users ?? null;
  }

  return {
    remember(users, at) {
      for (const user of users) if (!byId.has(user.id)) keep(user, at);
    },
    async find({ ids, emails, needsDirectory, names }, signal) {
      const all = needsDirectory ? await everyone(signal) : null;
      if (all) return { directory: { users: all, complete: true }, everyone: true };
      await inTurns([
        ...ids.map((id) => () => lookUp(byId, id, () => slack.user(id, signal), signal)),
        ...emails.map(
          (email) => () =>
            lookUp(byEmail, email.toLowerCase(), () => slack.userByEmail(email, signal), signal),
        ),
      ]);
      const users = new Map<string, SlackUser>();
      const add = (user: SlackUser | null | undefined) => user && users.set(user.id, user);
      // Without a list of everybody, all who are remembered are better than nobody.
      if (needsDirectory) for (const { user } of byId.values()) add(user);
      // Where Slack cannot be asked, the tab's word is taken: an outage must not make everybody unknown.
      for (const id of ids) add(byId.has(id) ? byId.get(id)?.user : userNamed(id, names.get(id) ?? id));
      for (const email of emails) add(byEmail.get(email.toLowerCase())?.user);
      const missing = emails.some((email) => !byEmail.has(email.toLowerCase()));
      return {
        directory: { users: [...users.values()], complete: false },
        everyone: !needsDirectory && !missing,
      };
    },
  };
}

const silence = Symbol('no answer from Slack');

async function inTurns(jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const queue = [...jobs];
  const work = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) await job();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
