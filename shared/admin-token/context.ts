import { plannedFor } from '../duty/index.ts';
import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { SecretCipher } from '../ports/secrets.ts';
import type { Slack } from '../ports/slack.ts';
import type { Tokens } from '../ports/tokens.ts';
import type { RotaConfig } from '../rota/index.ts';
import type { Store } from '../store/port.ts';
import { commit } from '../tasks/index.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { ADMIN_TOKEN, type AdminToken, type AdminTokenDecision, type Command } from './model.ts';

/** What the pages and the worker both work with. */
export interface Common {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly cipher: SecretCipher;
  readonly tokens: Tokens;
  readonly rotaConfigs: readonly RotaConfig[];
  /** Who hears of what became of the token. */
  readonly owners: readonly string[];
}

export interface AdminTokenContext extends Common {
  readonly slack: Slack;
  readonly locale: Locale;
  readonly zone: string;
  /** Public address of the pages, without a slash at its end; null where there is none. */
  readonly baseUrl: string | null;
  /** `SLACK_ADMIN_TOKEN`: used while nobody has connected an account. */
  readonly environmentToken: string | null;
}

export async function readAdminToken(store: Store): Promise<AdminToken | null> {
  return (await store.get<AdminToken>(ADMIN_TOKEN))?.data ?? null;
}

/** Carries out a command in one transaction; what came of it. `pointers`: what is to be written with it. */
export function apply(
  { store, clock, owners }: Pick<Common, 'store' | 'clock' | 'owners'>,
  command: Command,
  pointers: AdminTokenDecision['pointers'] = [],
): Promise<{ readonly changed: boolean; readonly state: AdminToken | null }> {
  return store.transaction(async (tx) => {
    const before = (await tx.get<AdminToken>(ADMIN_TOKEN))?.data ?? null;
    const now = clock.now();
    const decision = decide(command, before, owners, now);
    const changed = decision.events.length + decision.tasks.length > 0;
    if (!changed) return { changed, state: before };
    return { changed, state: await commit(tx, ADMIN_TOKEN, before, { ...decision, pointers }, evolve, now) };
  });
}

/** Whether an account is one that is called: in a plan of duty, or in a fallback. */
export async function isOnCall(
  { store, rotaConfigs }: Pick<Common, 'store' | 'rotaConfigs'>,
  user: string,
): Promise<boolean> {
  if (rotaConfigs.some(({ fallback }) => fallback.includes(user))) return true;
  return plannedFor(
    store,
    rotaConfigs.map(({ id }) => id),
    user,
  );
}
