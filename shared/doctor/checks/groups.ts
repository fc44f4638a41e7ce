import type { UserGroup } from '../../ports/user-groups.ts';
import { codeOf } from '../code-of.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/**
 * The user groups that toban.yaml names, above all those whose mention calls. Slack itself notifies their members, before Toban and whoever is on duty: a
 * group may hold only those whom Toban puts there, or accounts that nobody sits at (`silent`).
 */
export async function checkGroups(look: Look, silent: readonly string[]): Promise<Finding[]> {
  const { config, text, userGroups } = look;
  const watched = [...new Set(config.routes.flatMap(({ triggers }) => triggers.userGroups))];
  const mirrors = config.rotas.flatMap(({ userGroup }) => (userGroup ? [userGroup.id] : []));
  const ids = [...new Set([...watched, ...mirrors, ...config.incident.invite.groups])];
  if (look.self === null || ids.length === 0) return [];
  let groups: readonly UserGroup[];
  try {
    groups = await userGroups.list(AbortSignal.timeout(look.patienceMs));
  } catch (error) {
    return [finding('user-groups', 'error', '', text.groupsUnknown(codeOf(error)))];
  }
  const judge = async (id: string): Promise<Finding> => {
    const group = groups.find((one) => one.id === id);
    if (!group) return finding('user-groups', 'error', id, text.groupMissing(id));
    const named = `@${group.handle}`;
    const mirrored = mirrors.includes(id);
    if (!group.enabled)
      return finding('user-groups', mirrored ? 'error' : 'warning', id, text.groupDisabled(named, mirrored));
    if (mirrored) return finding('user-groups', 'ok', id, text.groupMirrors(named));
    if (!watched.includes(id)) return finding('user-groups', 'ok', id, text.groupThere(named));
    const awake = await peopleAmong(look, group.users, silent);
    return awake.length === 0
      ? finding('user-groups', 'ok', id, text.groupQuiet(named))
      : finding('user-groups', 'warning', id, text.groupPings(named, awake));
  };
  return Promise.all(ids.map(judge));
}

/** Names of those whose device would ring. */
async function peopleAmong(look: Look, users: readonly string[], silent: readonly string[]) {
  const named = await Promise.all(
    users
      .filter((user) => !silent.includes(user))
      .map(async (id) => {
        const user = await look.slack.user(id, AbortSignal.timeout(look.patienceMs)).catch((error) => {
          codeOf(error);
          return null;
        });
        return user?.bot || user?.deactivated ? null : (user?.name ?? id);
      }),
  );
  return named.filter((name) => name !== null);
}
