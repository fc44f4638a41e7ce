import { isTobanError } from '../../shared/platform/errors.ts';
import type { Inbound, InboundAction, InboundCommand, InboundShortcut } from '../../shared/slack/edge.ts';
import type { IngressParts } from './parts.ts';
import { loadingView, notAcceptedView } from './views.ts';

/** `told`: not accepted, and the person already sees it in the modal. */
export type Handed = 'accepted' | 'not-accepted' | 'told';

type Opener = InboundAction | InboundCommand | InboundShortcut;

/** Puts what was said on the bus. A modal is opened before that, as its trigger may not outlive the publish. */
export async function handOn(parts: IngressParts, inbound: Inbound, trigger: string): Promise<Handed> {
  if (!opens(parts, inbound)) return (await published(parts, inbound)) ? 'accepted' : 'not-accepted';
  const modal = `toban-${inbound.cause}`;
  const onTop = inbound.type === 'action' && inbound.view?.kind === 'modal';
  const opened = await parts.slack.open(trigger, loadingView(modal), onTop);
  if (opened !== 'done') parts.log.warn('modal-not-opened', { code: opened });
  if (opened === 'refused') return 'not-accepted';
  if (await published(parts, { ...inbound, modal })) return 'accepted';
  return (await parts.slack.update(modal, notAcceptedView(modal))) === 'done' ? 'told' : 'not-accepted';
}

function opens({ rules }: IngressParts, inbound: Inbound): inbound is Opener {
  if (inbound.type !== 'action' && inbound.type !== 'command' && inbound.type !== 'shortcut') return false;
  return rules.some((rule) => rule.opens?.(inbound));
}

async function published({ bus, log }: IngressParts, inbound: Inbound): Promise<boolean> {
  try {
    await bus.publish('calls', { kind: 'slack', inbound });
    return true;
  } catch (error) {
    log.error('publish-failed', { code: isTobanError(error) ? error.code : 'bug' });
    return false;
  }
}
