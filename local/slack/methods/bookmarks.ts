import { refuse } from '../errors.ts';
import type { SimBookmark, SimChannel } from '../model.ts';
import { maybe, method, ownChannel, text } from './define.ts';

const MOST = 100;

export const bookmarks = {
  'bookmarks.add': method(
    2,
    { channel_id: text, title: text, type: text, link: maybe, emoji: maybe },
    (call, { channel_id, title, type, link = '', emoji = '' }) => {
      const channel = ownChannel(call, channel_id);
      if (type !== 'link') refuse('invalid_arguments');
      if (channel.bookmarks.length >= MOST) refuse('too_many_bookmarks');
      const bookmark = { id: call.workspace.id('Bk'), title, link: checked(link), emoji };
      channel.bookmarks.push(bookmark);
      call.workspace.save('channels', channel);
      return { bookmark: shownIn(channel, bookmark) };
    },
  ),
  'bookmarks.edit': method(
    2,
    { channel_id: text, bookmark_id: text, title: maybe, link: maybe, emoji: maybe },
    (call, { channel_id, bookmark_id, title, link, emoji }) => {
      const channel = ownChannel(call, channel_id);
      const bookmark = find(channel, bookmark_id);
      if (title !== undefined) bookmark.title = title;
      if (link !== undefined) bookmark.link = checked(link);
      if (emoji !== undefined) bookmark.emoji = emoji;
      call.workspace.save('channels', channel);
      return { bookmark: shownIn(channel, bookmark) };
    },
  ),
  'bookmarks.list': method(3, { channel_id: text }, (call, { channel_id }) => {
    const channel = ownChannel(call, channel_id);
    return { bookmarks: channel.bookmarks.map((one) => shownIn(channel, one)) };
  }),
  'bookmarks.remove': method(2, { channel_id: text, bookmark_id: text }, (call, args) => {
    const channel = ownChannel(call, args.channel_id);
    const bookmark = find(channel, args.bookmark_id);
    channel.bookmarks = channel.bookmarks.filter((one) => one !== bookmark);
    call.workspace.save('channels', channel);
    return {};
  }),
};

function find(channel: SimChannel, id: string): SimBookmark {
  return channel.bookmarks.find((one) => one.id === id) ?? refuse('not_found');
}

function checked(link: string): string {
  if (!/^https?:\/\/\S+$/.test(link)) refuse('invalid_link');
  return link;
}

const shownIn = (channel: SimChannel, bookmark: SimBookmark): object => ({
  ...bookmark,
  channel_id: channel.id,
  type: 'link',
});
