import { closeView, shownView } from './acts/views.ts';
import { elementsIn, entered } from './elements.ts';
import { APP, isDm, type SimMessage, type SimView, TEAM } from './model.ts';
import { respond } from './respond.ts';
import { shown } from './shown.ts';
import type { Sim } from './sim.ts';
import { type Outcome, type Submitted, submitView } from './submit.ts';

/** The acts of people that the app answers at once: buttons, shortcuts, commands, modals. */
export class Interactions {
  protected readonly sim: Sim;

  constructor(sim: Sim) {
    this.sim = sim;
  }

  /** Presses a button of a message, or chooses in its select; the status of the app's answer. */
  async press(user: string, message: SimMessage, actionId: string, value?: string): Promise<number> {
    const { channel, ts, threadTs } = message;
    const found = elementsIn(message.blocks).find((one) => one.actionId === actionId);
    const target = { user, channel, messageTs: ts, threadTs };
    const payload = {
      type: 'block_actions',
      ...this.#common(user),
      channel: { id: channel, name: this.#channelName(channel) },
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: message.onlyFor !== null,
        ...(threadTs && { thread_ts: threadTs }),
      },
      message: shown(this.sim.workspace, message),
      state: { values: {} },
      response_url: this.sim.responseUrls.give(target),
      actions: [
        found
          ? this.#action(found, value)
          : { type: 'button', action_id: actionId, value: value ?? '', action_ts: this.sim.workspace.ts() },
      ],
    };
    return (await this.#interact(payload)).status;
  }

  /** A message shortcut, or a global one where no message is named. */
  async shortcut(user: string, callbackId: string, message: SimMessage | null = null): Promise<Outcome> {
    const wanted = message ? 'message' : 'global';
    const shortcuts = this.sim.manifest.features.shortcuts;
    if (!shortcuts.some((one) => one.callback_id === callbackId && one.type === wanted))
      return { status: 0, response: 'unknown_shortcut' };
    const common = { callback_id: callbackId, action_ts: this.sim.workspace.ts(), ...this.#common(user) };
    if (!message) return this.#interact({ type: 'shortcut', ...common });
    const { channel, ts, threadTs } = message;
    return this.#interact({
      type: 'message_action',
      ...common,
      message_ts: ts,
      channel: { id: channel, name: this.#channelName(channel) },
      message: shown(this.sim.workspace, message),
      response_url: this.sim.responseUrls.give({ user, channel, messageTs: ts, threadTs }),
    });
  }

  /** A slash command; what the app answers is shown to this person, or in the channel where it asks for that. */
  async command(user: string, channel: string, command: string, text = ''): Promise<Outcome> {
    const known = this.sim.manifest.features.slash_commands.find((one) => one.command === command);
    if (!known) return { status: 0, response: 'unknown_command' };
    const target = { user, channel, messageTs: null, threadTs: null };
    const answer = await this.sim.outgoing.form(known.url, {
      token: 'unused',
      team_id: TEAM,
      team_domain: 'simulated',
      channel_id: channel,
      channel_name: this.#channelName(channel),
      user_id: user,
      user_name: this.sim.workspace.user(user)?.handle ?? '',
      command,
      text,
      api_app_id: APP,
      is_enterprise_install: 'false',
      response_url: this.sim.responseUrls.give(target),
      trigger_id: this.sim.triggers.give(user),
    });
    const response = parse(answer.text);
    if (answer.status === 200 && answer.text !== '') {
      const content = typeof response === 'object' && response !== null ? response : { text: answer.text };
      respond(this.sim, target, content);
    }
    return { status: answer.status, response };
  }

  /** Sends a modal. `values`: by block and action; what is left out stays as the modal began. */
  submit(user: string, view: SimView, values: Submitted): ReturnType<typeof submitView> {
    return submitView(this.sim, user, view, values, (payload) =>
      this.#interact({ ...payload, ...this.#common(user) }),
    );
  }

  /** Acts on an element of a view. */
  async viewAction(
    user: string,
    view: SimView,
    { actionId, blockId, value }: { actionId: string; blockId?: string; value?: unknown },
  ): Promise<Outcome> {
    const found = elementsIn(view.blocks).find(
      (one) => one.actionId === actionId && (blockId === undefined || one.blockId === blockId),
    );
    if (!found) return { status: 0, response: 'unknown_action' };
    return this.#interact({
      type: 'block_actions',
      ...this.#common(user),
      container: { type: 'view', view_id: view.id },
      view: shownView(view),
      actions: [this.#action(found, value)],
    });
  }

  /** Closes a modal by its cross; the app is told where it asked for that. */
  async closeView(user: string, view: SimView): Promise<Outcome> {
    const payload = { type: 'view_closed', view: shownView(view), is_cleared: false };
    closeView(this.sim, view);
    if (!view.notifyOnClose) return { status: 200, response: null };
    return this.#interact({ ...payload, ...this.#common(user) });
  }

  #action(found: Parameters<typeof entered>[0], value: unknown): object {
    const { actionId, blockId, type } = found;
    const action_ts = this.sim.workspace.ts();
    return { type, action_id: actionId, block_id: blockId, action_ts, ...entered(found, value) };
  }

  #common(user: string): object {
    const { workspace, triggers } = this.sim;
    const name = workspace.user(user)?.handle ?? '';
    return {
      team: { id: TEAM, domain: 'simulated' },
      user: { id: user, username: name, name, team_id: TEAM },
      api_app_id: APP,
      token: 'unused',
      enterprise: null,
      is_enterprise_install: false,
      trigger_id: triggers.give(user),
    };
  }

  #channelName(channel: string): string {
    return isDm(channel) ? 'directmessage' : (this.sim.workspace.channel(channel)?.name ?? '');
  }

  async #interact(payload: object): Promise<Outcome> {
    const { outgoing, manifest } = this.sim;
    const url = manifest.settings.interactivity.request_url;
    const answer = await outgoing.form(url, { payload: JSON.stringify(payload) });
    return { status: answer.status, response: parse(answer.text) };
  }
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
