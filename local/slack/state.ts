import type { Clock } from '../../shared/platform/clock.ts';
import { shownView } from './acts/views.ts';
import { dmOf, isDm, type SimMessage, type SimUser, TEAM, TEAM_NAME } from './model.ts';
import { buttonsOf } from './people.ts';
import type { Sim } from './sim.ts';

/** Events shown at the foot of the page. */
const LAST_EVENTS = 50;

/** What the workspace shows: all of it, or what one person sees. */
export function stateOf(sim: Sim, clock: Clock, sheetsUrl: string | null, viewer: string | null): object {
  const { workspace, events, manifest } = sim;
  const { users, userGroups, settings } = workspace.state;
  const person = viewer === null ? null : (workspace.user(viewer) ?? null);
  const sees = (channel: string) => person === null || mayRead(sim, person, channel);
  const mine = <T extends { readonly user: string }>(items: readonly T[]) =>
    items.filter(({ user }) => person === null || user === person.id);
  const views = mine(workspace.state.views).map((view) => ({ user: view.user, ...shownView(view) }));
  const isHome = (view: object) => (view as { type: string }).type === 'home';
  return {
    now: clock.now(),
    revision: workspace.revision,
    sheetsUrl,
    me: person,
    users,
    channels: workspace.state.channels.filter(({ id }) => sees(id)),
    /** The direct messages with the app. */
    direct: person === null ? null : dmOf(person.id),
    userGroups,
    messages: workspace.state.messages
      .filter(
        ({ channel, onlyFor }) => sees(channel) && (!person || onlyFor === null || onlyFor === person.id),
      )
      .map((message) => ({ ...message, buttons: buttonsOf(message), pinned: isPinned(sim, message) })),
    notifications: mine(workspace.state.notifications),
    /** Open modals, the uppermost last. */
    views: views.filter((view) => !isHome(view)),
    homes: views.filter(isHome),
    home: person === null ? null : (views.find(isHome) ?? null),
    team: { id: TEAM, name: TEAM_NAME },
    commands: manifest.features.slash_commands.map(({ command, description, usage_hint }) => ({
      command,
      description,
      hint: usage_hint,
    })),
    shortcuts: manifest.features.shortcuts.map(({ name, type, callback_id }) => ({
      name,
      type,
      callbackId: callback_id,
    })),
    settings,
    events: events.log.slice(-LAST_EVENTS),
    deliveries: events.log.length,
  };
}

/** Members read public channels without having joined them; guests only where they are. */
function mayRead({ workspace }: Sim, { id, kind }: SimUser, channel: string): boolean {
  if (isDm(channel)) return channel === dmOf(id);
  const found = workspace.channel(channel);
  if (!found) return false;
  return found.members.includes(id) || (kind === 'member' && !found.private);
}

const isPinned = ({ workspace }: Sim, { channel, ts }: SimMessage): boolean =>
  workspace.channel(channel)?.pins.includes(ts) ?? false;
