import { addReaction, removeReaction } from '../acts/reactions.ts';
import { refuse } from '../errors.ts';
import { shown } from '../shown.ts';
import { flag, messageOf, method, text } from './define.ts';

const target = { channel: text, timestamp: text };

export const reactions = {
  'reactions.add': method(3, { ...target, name: text }, (call, { channel, timestamp, name }) => {
    if (!/^[a-z0-9_+'-]+$/.test(name)) refuse('invalid_name');
    if (!addReaction(call, call.token.user, messageOf(call, channel, timestamp), name))
      refuse('already_reacted');
    return {};
  }),
  'reactions.remove': method(2, { ...target, name: text }, (call, { channel, timestamp, name }) => {
    if (!removeReaction(call, call.token.user, messageOf(call, channel, timestamp), name))
      refuse('no_reaction');
    return {};
  }),
  'reactions.get': method(3, { ...target, full: flag }, (call, { channel, timestamp }) => {
    const message = messageOf(call, channel, timestamp);
    return { type: 'message', channel, message: shown(call.workspace, message) };
  }),
};
