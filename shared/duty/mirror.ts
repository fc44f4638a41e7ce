import { isTobanError, TobanError } from '../platform/errors.ts';
import type { UserGroups } from '../ports/user-groups.ts';
import type { RotaConfig } from '../rota/index.ts';
import type { TaskKind } from '../tasks/index.ts';
import { shiftAt } from './changes.ts';
import type { DutyContext } from './context.ts';
import { coveredPlan } from './covered.ts';
import { sayTasks } from './decide.ts';
import type { DutyDecision, DutyEvent, DutyWatch, Mirror } from './model.ts';
import { audienceFor, configOf } from './watch.ts';

type Group = NonNullable<RotaConfig['userGroup']>;

interface Outcome {
  readonly mirror: Mirror;
  /** The group did not hold what was last written: somebody edited it by hand. */
  readonly foreign: boolean;
}

/**
 * Makes the user group show who is on duty: whole or not at all. Where somebody on duty may not be in a group, or
 * nobody is on duty, the configured choice is made, so that yesterday's people are never called instead.
 */
export function mirrorKind(ctx: DutyContext): TaskKind<DutyWatch, DutyEvent, unknown, Outcome> {
  return {
    persistent: false,
    guard: (state) => configOf(ctx, state.rota).userGroup !== undefined,
    async perform(state, _task, { signal, now }) {
      const config = configOf(ctx, state.rota);
      const { userGroup } = config;
      if (!userGroup) throw new TobanError('bug', 'the guard lets no rota without a group pass');
      const mirror = await wanted(ctx, state, config, userGroup, now, signal);
      const foreign = await withRights(ctx.userGroups, (groups) =>
        bring(groups, userGroup.id, mirror, state, signal),
      );
      return { mirror, foreign };
    },
    done: (state, _task, { mirror, foreign }, now) => mirrored(ctx, state, mirror, foreign, now),
    refused: (state, _task, error, now) =>
      mirrored(
        ctx,
        state,
        { outcome: 'refused', members: [], leftOut: [error.reason ?? error.code] },
        false,
        now,
      ),
  };
}

/** What the group should hold now. */
async function wanted(
  ctx: DutyContext,
  state: DutyWatch,
  config: RotaConfig,
  { columns, whenNobody }: Group,
  now: number,
  signal: AbortSignal,
): Promise<Mirror> {
  const plan = coveredPlan(state.plan, state.covers);
  const shifts = columns.map((column) => shiftAt(plan[column] ?? [], now));
  const people = new Map(
    shifts.flatMap((shift) => (shift?.people ?? []).map((id, i) => [id, shift?.names[i] ?? id])),
  );
  const allowed = async (id: string) => {
    const user = await ctx.slack.user(id, signal);
    return user !== null && !user.deactivated && !user.bot && user.guest === 'no';
  };
  const barred: string[] = [];
  for (const [id, name] of people) if (!(await allowed(id))) barred.push(name);
  if (people.size > 0 && barred.length === 0)
    return { outcome: 'mirrored', members: [...people.keys()].sort(), leftOut: [] };
  if (whenNobody === 'fallback') {
    for (const id of config.fallback)
      if (await allowed(id)) return { outcome: 'fallback', members: [id], leftOut: barred };
  }
  return { outcome: 'disabled', members: [], leftOut: barred };
}

/** Writes only what differs. True when the group held something else than what was last written. */
async function bring(
  groups: UserGroups,
  id: string,
  mirror: Mirror,
  state: DutyWatch,
  signal: AbortSignal,
): Promise<boolean> {
  const found = (await groups.list(signal)).find((one) => one.id === id);
  if (!found) throw new TobanError('refused', `there is no user group ${id}`, { reason: 'no_such_subteam' });
  const { users: members, enabled } = found;
  const holds = enabled ? [...members].sort().join() : '';
  const last = state.mirror;
  const foreign = last !== null && last.outcome !== 'refused' && holds !== last.members.join();
  const wantedMembers = mirror.members.join();
  if (wantedMembers === '') {
    if (enabled) await groups.setEnabled(id, false, signal);
    return foreign;
  }
  if (!enabled) await groups.setEnabled(id, true, signal);
  if ([...members].sort().join() !== wantedMembers) await groups.setMembers(id, mirror.members, signal);
  return foreign;
}

/** The bot first; only what Slack refuses it for its rights is asked again as the administrator. */
async function withRights<R>(
  tokens: readonly UserGroups[],
  work: (groups: UserGroups) => Promise<R>,
): Promise<R> {
  const [first, ...others] = tokens;
  if (!first) throw new TobanError('misconfigured', 'SLACK_BOT_TOKEN is not set');
  try {
    return await work(first);
  } catch (error) {
    const rights =
      isTobanError(error, 'refused') && ['permission_denied', 'missing_scope'].includes(error.reason ?? '');
    if (!rights || others.length === 0) throw error;
    try {
      return await withRights(others, work);
    } catch (again) {
      // Where no administrator is connected, what Slack said to the bot is what there is to say.
      throw isTobanError(again, 'refused') && again.reason === 'needs-admin' ? error : again;
    }
  }
}

/** The owners hear of whatever is not a plain mirror, once, and of hands that edited the group. */
function mirrored(
  ctx: DutyContext,
  state: DutyWatch,
  mirror: Mirror,
  foreign: boolean,
  now: number,
): DutyDecision {
  const same = JSON.stringify(state.mirror) === JSON.stringify(mirror);
  if (same && !foreign) return { events: [], tasks: [] };
  const group = configOf(ctx, state.rota).userGroup?.id ?? '';
  const calm =
    mirror.outcome === 'mirrored' &&
    !foreign &&
    (state.mirror === null || state.mirror.outcome === 'mirrored');
  const repeats =
    state.mirror?.outcome === mirror.outcome && state.mirror.leftOut.join() === mirror.leftOut.join();
  const { owners } = audienceFor(ctx, state.rota);
  const says =
    calm || (repeats && !foreign)
      ? []
      : owners.map((to) => ({ to, notice: { kind: 'mirror' as const, mirror, foreign, group } }));
  return {
    events: [{ type: 'mirrored', at: now, mirror, foreign }],
    tasks: sayTasks(says, state.version + 1, now),
  };
}
