import { never } from '../../shared/platform/errors.ts';
import { administer, isAdministrative } from './administer.ts';
import type { Control, ControlParts } from './control.ts';
import { defined, messageOf, viewOf } from './there.ts';

/** Does what a control says; what came of it. */
export async function act(parts: ControlParts, control: Control): Promise<object> {
  const { people, sim, faults } = parts;
  const done = { done: true };
  if (isAdministrative(control)) return administer(parts, control);
  switch (control.do) {
    case 'say':
      return people.say(control.user, control.channel, control.text, control.threadTs ?? null);
    case 'bot-says':
      return people.botSays(control.bot, control.channel, control.text);
    case 'press': {
      const message = messageOf(sim, control);
      return { status: await people.press(control.user, message, control.actionId, control.value) };
    }
    case 'react':
      people.react(control.user, messageOf(sim, control), control.name);
      return done;
    case 'unreact':
      people.unreact(control.user, messageOf(sim, control), control.name);
      return done;
    case 'edit':
      people.edit(messageOf(sim, control), control.text);
      return done;
    case 'delete':
      people.delete(messageOf(sim, control));
      return done;
    case 'command':
      return people.command(control.user, control.channel, control.command, control.text);
    case 'shortcut': {
      const { channel, ts } = control;
      const message = channel && ts ? messageOf(sim, { channel, ts }) : null;
      return people.shortcut(control.user, control.callbackId, message);
    }
    case 'submit':
      return people.submit(control.user, viewOf(sim, control), control.values);
    case 'view-action':
      return people.viewAction(control.user, viewOf(sim, control), {
        actionId: control.actionId,
        value: control.value,
        ...(control.blockId !== undefined && { blockId: control.blockId }),
      });
    case 'close-view':
      return people.closeView(control.user, viewOf(sim, control));
    case 'open-home':
      people.openHome(control.user);
      return done;
    case 'fault': {
      const { forMs, delayMs, retryAfterS } = control;
      faults.plan(control.method, control.kind, control.times, {
        ...defined({ forMs, delayMs, retryAfterS }),
      });
      return { planned: true };
    }
    case 'clear-faults':
      faults.clear();
      return done;
    case 'verify-url':
      return { verified: await sim.events.verifyUrl() };
    case 'advance': {
      const request = { method: 'POST', body: JSON.stringify({ advance: control.duration }) };
      return (await (await fetch(`${parts.tobanUrl}/local/clock`, request)).json()) as object;
    }
    default:
      return never(control);
  }
}
