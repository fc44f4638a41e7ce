import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Clock } from '../../shared/platform/clock.ts';
import { pageFileOf } from '../page-files.ts';
import type { Events } from './events.ts';
import type { Faults } from './faults.ts';
import { buttonsOf, type People } from './people.ts';
import type { Workspace } from './workspace.ts';

export interface PageParts {
  readonly workspace: Workspace;
  readonly people: People;
  readonly events: Events;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly url: string;
  readonly tobanUrl: string;
  readonly sheetsUrl?: string;
}

const where = { user: z.string(), channel: z.string() };
const Control = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('say'),
    ...where,
    text: z.string(),
    threadTs: z.optional(z.nullable(z.string())),
  }),
  z.object({ do: z.literal('bot-says'), bot: z.string(), channel: z.string(), text: z.string() }),
  z.object({ do: z.literal('press'), ...where, ts: z.string(), actionId: z.string() }),
  z.object({ do: z.literal('react'), ...where, ts: z.string(), name: z.string() }),
  z.object({ do: z.literal('edit'), channel: z.string(), ts: z.string(), text: z.string() }),
  z.object({ do: z.literal('fault'), method: z.string(), kind: z.string(), times: z.number() }),
  z.object({ do: z.literal('advance'), duration: z.string() }),
]);

/** The page, the state it shows, and `POST /control` with which it (and tests) act as people. */
export async function pageAnswer(
  parts: PageParts,
  method: string,
  path: string,
  body: string,
  res: ServerResponse,
): Promise<void> {
  const file = method === 'GET' ? pageFileOf(join(import.meta.dirname, 'page'), path) : null;
  if (file) {
    const policy = `default-src 'self'; img-src 'self' data: http://127.0.0.1:* https:; frame-src ${parts.sheetsUrl ?? "'none'"}; frame-ancestors 'none'`;
    res.writeHead(200, { 'content-type': file.type, 'content-security-policy': policy }).end(file.body);
    return;
  }
  if (method === 'GET' && path === '/state') return json(res, 200, stateOf(parts));
  if (method !== 'POST' || path !== '/control') return json(res, 404, { error: 'not-found' });
  const parsed = Control.safeParse(parse(body));
  if (!parsed.success)
    return json(res, 400, { error: 'see local/slack/README.md for what can be done here' });
  json(res, 200, await act(parts, parsed.data));
}

async function act(parts: PageParts, control: z.infer<typeof Control>): Promise<object> {
  const { people, workspace, faults } = parts;
  if (control.do === 'say')
    return people.say(control.user, control.channel, control.text, control.threadTs ?? null);
  if (control.do === 'bot-says') return people.botSays(control.bot, control.channel, control.text);
  if (control.do === 'fault') {
    faults.plan(control.method, control.kind, control.times);
    return { planned: true };
  }
  if (control.do === 'advance') {
    const request = { method: 'POST', body: JSON.stringify({ advance: control.duration }) };
    return (await (await fetch(`${parts.tobanUrl}/local/clock`, request)).json()) as object;
  }
  const message = workspace.find(control.channel, control.ts);
  if (!message) return { error: 'message_not_found' };
  if (control.do === 'edit') people.edit(message, control.text);
  if (control.do === 'react') people.react(control.user, message, control.name);
  if (control.do === 'press')
    return { status: await people.press(control.user, message, control.actionId, `${parts.url}/respond`) };
  return { done: true };
}

function stateOf({ workspace, events, clock, sheetsUrl }: PageParts): object {
  const { users, channels, messages, notifications } = workspace.state;
  return {
    now: clock.now(),
    revision: workspace.revision,
    sheetsUrl: sheetsUrl ?? null,
    users,
    channels,
    notifications,
    messages: messages.map((message) => ({ ...message, buttons: buttonsOf(message) })),
    events: events.log.slice(-8),
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function json(res: ServerResponse, status: number, value: object): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
