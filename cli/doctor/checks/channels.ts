import type { WorkspaceConfig } from '../../../shared/workspace/index.ts';
import { codeOf } from '../code-of.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/** The bot must be in each channel that the configuration names: it hears and says nothing elsewhere. */
export async function checkChannels(look: Look): Promise<Finding[]> {
  const { rooms, text, self } = look;
  if (self === null) return [];
  const found: Finding[] = [];
  for (const [channel, uses] of channelsOf(look.config)) {
    try {
      const members = await rooms.members(channel, AbortSignal.timeout(look.patienceMs));
      found.push(
        members.includes(self)
          ? finding('channels', 'ok', channel, text.inChannel(channel, uses))
          : finding('channels', 'error', channel, text.notInChannel(channel, uses)),
      );
    } catch (error) {
      found.push(finding('channels', 'error', channel, text.channelUnknown(channel, uses, codeOf(error))));
    }
  }
  return found;
}

/** Channel → the places of toban.yaml that name it. */
function channelsOf({
  routes,
  rotas,
  canary,
  alerts,
  incident,
  digest,
}: WorkspaceConfig): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  const add = (channel: string | null | undefined, use: string) => {
    if (channel && /^[CG]/.test(channel)) uses.set(channel, [...(uses.get(channel) ?? []), use]);
  };
  for (const { channel } of routes) add(channel, 'routes');
  for (const { id, channel, owners } of rotas)
    for (const one of new Set([channel, ...owners])) add(one, `rotas.${id}`);
  add(canary?.channel, 'canary');
  add(canary?.owners, 'canary');
  add(alerts?.channel, 'alerts');
  add(incident.announce, 'incident');
  add(digest?.channel, 'digest');
  return uses;
}
