import { describe, expect, test } from 'vitest';
import { RouteConfig } from '../../../shared/escalation/index.ts';
import { routeFor, routeMessage } from '../../../shared/escalation/route.ts';
import type { InboundMessage } from '../../../shared/slack/index.ts';

const route = (rota: string, keywords: string[] = [], channel = 'C0HELP') =>
  RouteConfig.parse({ channel, rota, triggers: { keywords } });
const message = (text: string): InboundMessage => ({
  type: 'message',
  team: 'T1',
  receivedAt: 0,
  channel: 'C0HELP',
  direct: false,
  user: 'U1',
  bot: [],
  ts: '1.0',
  threadTs: null,
  text,
  clientMsgId: null,
  mentionsApp: text.includes('@Toban'),
  userGroups: [],
  editedFrom: null,
});
const rotaOf = (text: string, routes: RouteConfig[]) => {
  const routing = routeMessage(message(text), routes);
  return routing.kind === 'call' ? routing.route.rota : routing.kind;
};

describe('several routes in one channel', () => {
  const routes = [route('mobility'), route('payments', ['決済']), route('battery', ['電池', '決済'])];
  test.each([
    ['a keyword decides before the order in the file', '@Toban 決済ができない', 'payments'],
    ['among equals the first in the file', '@Toban 電池と決済', 'payments'],
    ['a mention alone goes to the first', '@Toban 返却できない', 'mobility'],
    ['a keyword alone calls', '電池が切れた', 'battery'],
    ['neither is talk', 'おはようございます', 'talk'],
  ])('%s', (_what, text, rota) => expect(rotaOf(text, routes)).toBe(rota));
});

test('a gesture elsewhere goes to the only route there is, and to none where there are several', () => {
  const [one, other] = [route('a'), route('b', [], 'C0OTHER')];
  expect(routeFor('C0FOREIGN', '', [one])?.rota).toBe('a');
  expect(routeFor('C0FOREIGN', '', [one, other])).toBeNull();
  expect(routeFor('C0OTHER', '', [one, other])?.rota).toBe('b');
});
