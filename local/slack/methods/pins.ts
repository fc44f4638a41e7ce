import { refuse } from '../errors.ts';
import { shown } from '../shown.ts';
import { messageOf, method, ownChannel, text } from './define.ts';

export const pins = {
  'pins.add': method(2, { channel: text, timestamp: text }, (call, args) => {
    const channel = ownChannel(call, args.channel);
    const { ts } = messageOf(call, args.channel, args.timestamp);
    if (channel.pins.includes(ts)) refuse('already_pinned');
    channel.pins.push(ts);
    call.workspace.save('channels', channel);
    return {};
  }),
  'pins.remove': method(2, { channel: text, timestamp: text }, (call, args) => {
    const channel = ownChannel(call, args.channel);
    if (!channel.pins.includes(args.timestamp)) refuse('no_pin');
    channel.pins = channel.pins.filter((ts) => ts !== args.timestamp);
    call.workspace.save('channels', channel);
    return {};
  }),
  'pins.list': method(2, { channel: text }, (call, args) => {
    const channel = ownChannel(call, args.channel);
    const items = channel.pins.flatMap((ts) => {
      const message = call.workspace.find(channel.id, ts);
      return message
        ? [{ type: 'message', channel: channel.id, message: shown(call.workspace, message) }]
        : [];
    });
    return { items };
  }),
};
