import { describe, expect, test } from 'vitest';
import { createDispatch } from '../../../functions/worker/dispatch.ts';
import { silentLog } from '../../../shared/platform/log.ts';
import type { Handlers, InboundCommand, InboundReaction } from '../../../shared/slack/index.ts';

const signal = new AbortController().signal;
const base = { team: 'T1', receivedAt: 0, user: 'U1', cause: 'c' };
const command = (text: string): InboundCommand => ({
  type: 'command',
  ...base,
  modal: null,
  command: '/toban',
  text,
  channel: 'C1',
  responseUrl: '',
});
const reaction: InboundReaction = {
  type: 'reaction',
  ...base,
  channel: 'C1',
  ts: '1',
  name: 'eyes',
  removed: false,
};
const dispatch = (...nouns: Handlers[]) => createDispatch(nouns, silentLog);

describe('what Slack said goes to whom it is for', () => {
  test('a command by its first word, else by its name', async () => {
    const table = dispatch({
      commands: { '/toban call': async () => 'a/call', '/toban': async () => 'a/rest' },
    });
    expect(await table(command('Call 返却できない'), signal)).toEqual(['a/call']);
    expect(await table(command(''), signal)).toEqual(['a/rest']);
    expect(await table({ ...command(''), command: '/other' }, signal)).toEqual([]);
  });

  test('an action by the prefix of its id', async () => {
    const action = {
      type: 'action' as const,
      ...base,
      modal: null,
      actionId: 'call_acknowledge',
      blockId: '',
      value: '',
      channel: 'C1',
      messageTs: '1',
      threadTs: null,
      view: null,
      responseUrl: null,
    };
    const table = dispatch({ actions: { call: async () => 'a/b' } });
    expect(await table(action, signal)).toEqual(['a/b']);
    expect(await table({ ...action, actionId: 'incident_close' }, signal)).toEqual([]);
  });

  test('a reaction to every noun that listens, each record once', async () => {
    const table = dispatch(
      { reactions: async () => 'a/b' },
      { reactions: async () => 'a/b' },
      { reactions: async () => null },
      {},
    );
    expect(await table(reaction, signal)).toEqual(['a/b']);
  });

  test('one that fails keeps no other from hearing, and is heard of', async () => {
    const heard: string[] = [];
    const table = dispatch(
      {
        reactions: async () => {
          throw new Error('down');
        },
      },
      {
        reactions: async ({ name }) => {
          heard.push(name);
          return null;
        },
      },
    );
    await expect(table(reaction, signal)).rejects.toThrow('down');
    expect(heard).toEqual(['eyes']);
  });

  test('two nouns with one command are a mistake of ours, said at the start', () => {
    const noun: Handlers = { commands: { '/toban': async () => null } };
    expect(() => dispatch(noun, noun)).toThrow('/toban');
  });
});
