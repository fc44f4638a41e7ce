import type { WorkspaceConfig } from '../../workspace/index.ts';
import { codeOf } from '../code-of.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import { isChannel, type Uses, usesOf } from '../uses.ts';

/** The bot must be in each channel that the configuration names: it hears and says nothing elsewhere. */
export async function checkChannels(look: Look): Promise<Finding[]> {
  if (look.self === null) return [];
  return Promise.all([...channelsOf(look.config)].map(([id, uses]) => checkChannel(look, id, uses)));
}

async function checkChannel(look: Look, channel: string, uses: readonly string[]): Promise<Finding> {
  const { rooms, text, self, patienceMs } = look;
  const heard = uses.some((use) => use === 'routes' || use === 'canary');
  try {
    const members = await rooms.members(channel, AbortSignal.timeout(patienceMs));
    return self !== null && members.includes(self)
      ? finding('channels', 'ok', channel, text.inChannel(channel, uses))
      : finding('channels', 'error', channel, text.notInChannel(channel, uses, heard));
  } catch (error) {
    return finding('channels', 'error', channel, text.channelUnknown(channel, uses, heard, codeOf(error)));
  }
}

/** Channel → the places of toban.yaml that name it. */
function channelsOf({ routes, rotas, canary, alerts, incident, digest, actions }: WorkspaceConfig): Uses {
  return usesOf(isChannel, [
    ...routes.map(({ channel }) => ['routes', channel] as const),
    ...rotas.flatMap(({ id, channel, owners }) =>
      [channel, ...owners].map((one) => [`rotas.${id}`, one] as const),
    ),
    ['canary', canary?.channel],
    ['canary.owners', canary?.owners],
    ['alerts', alerts?.channel],
    ['incident.announce', incident.announce],
    ...incident.audiences.flatMap(({ id, to }) =>
      to.map((one) => [`incident.audiences.${id}`, one] as const),
    ),
    ['actions.remind', actions.remind?.channel],
    ['digest', digest?.channel],
  ]);
}
