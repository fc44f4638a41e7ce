import * as z from 'zod/mini';
import type { Faults } from './faults.ts';
import { SimUser } from './model.ts';
import type { People } from './people.ts';
import type { Sim } from './sim.ts';

export interface ControlParts {
  readonly sim: Sim;
  readonly people: People;
  readonly faults: Faults;
  /** Where the business clock is moved. */
  readonly tobanUrl: string;
}

const text = z.string();
const where = { user: text, channel: text };
const message = { channel: text, ts: text };
const maybe = z.optional(z.nullable(text));
const flag = z.optional(z.boolean());
const number = z.optional(z.number());

/** Everything that can be done to the workspace from outside; local/slack/README.md says it in words. */
export const Control = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), ...where, text, threadTs: maybe }),
  z.object({ do: z.literal('bot-says'), bot: text, channel: text, text }),
  z.object({ do: z.literal('press'), user: text, ...message, actionId: text, value: z.optional(text) }),
  z.object({ do: z.literal('react'), user: text, ...message, name: text }),
  z.object({ do: z.literal('unreact'), user: text, ...message, name: text }),
  z.object({ do: z.literal('edit'), ...message, text }),
  z.object({ do: z.literal('delete'), ...message }),
  z.object({ do: z.literal('command'), ...where, command: text, text: z._default(text, '') }),
  z.object({ do: z.literal('shortcut'), user: text, callbackId: text, channel: maybe, ts: maybe }),
  z.object({
    do: z.literal('submit'),
    user: text,
    viewId: text,
    values: z._default(z.record(text, z.record(text, z.unknown())), {}),
  }),
  z.object({
    do: z.literal('view-action'),
    user: text,
    viewId: text,
    actionId: text,
    blockId: z.optional(text),
    value: z.optional(z.unknown()),
  }),
  z.object({ do: z.literal('close-view'), user: text, viewId: text }),
  z.object({ do: z.literal('open-home'), user: text }),
  z.object({
    do: z.literal('set-user'),
    user: text,
    kind: z.optional(SimUser.shape.kind),
    admin: flag,
    owner: flag,
    deactivated: flag,
    dnd: flag,
    locale: z.optional(text),
    realName: z.optional(text),
  }),
  z.object({ do: z.literal('add-user'), handle: text, realName: text, kind: z.optional(SimUser.shape.kind) }),
  z.object({ do: z.literal('invite'), ...where }),
  z.object({ do: z.literal('kick'), ...where }),
  z.object({ do: z.literal('rename'), channel: text, name: text }),
  z.object({ do: z.literal('archive'), channel: text, user: z.optional(text) }),
  z.object({ do: z.literal('unarchive'), channel: text, user: z.optional(text) }),
  z.object({
    do: z.literal('revoke-token'),
    token: z.optional(z.enum(['bot', 'admin'])),
    user: z.optional(text),
  }),
  z.object({ do: z.literal('uninstall') }),
  z.object({ do: z.literal('verify-url') }),
  z.object({ do: z.literal('setting'), name: text, value: z.unknown() }),
  z.object({
    do: z.literal('fault'),
    method: text,
    kind: text,
    times: number,
    forMs: number,
    delayMs: number,
    retryAfterS: number,
  }),
  z.object({ do: z.literal('clear-faults') }),
  z.object({ do: z.literal('advance'), duration: text }),
]);
export type Control = z.infer<typeof Control>;
