import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Used } from '../../bench/lib/cost.ts';
import { type Counts, counting } from '../../bench/lib/counted.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

/** A desk that counts what Google would bill: documents, messages, and requests to each service. */
export interface CostDesk {
  readonly room: RoomDesk;
  /** What was used while this was done, and all that followed from it. */
  used(what: () => Promise<unknown>): Promise<Used>;
  close(): Promise<void>;
}

type All = { -readonly [K in keyof Used]: number };

export async function openCostDesk(): Promise<CostDesk> {
  const counts: Counts = { reads: 0, requests: 0, writes: 0, messages: 0, slackCalls: 0 };
  const asked = { edge: 0, worker: 0, web: 0 };
  const room = await openRoomDesk({ wrap: (port, part) => counting(port, part, counts) });
  const { system } = room.desk;
  const { host } = new URL(system.url);
  const note = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    if (request.headers.host !== host) return;
    if (request.url?.startsWith('/slack/')) asked.edge += 1;
    else if (request.url?.startsWith('/push/')) asked.worker += 1;
    else asked.web += 1;
  };
  diagnostics.subscribe('http.server.request.start', note);
  const now = (): All => {
    const { reads, writes, messages } = counts;
    return { reads, writes, messages, ...asked };
  };
  return {
    room,
    async used(what) {
      await system.settle();
      const before = now();
      await what();
      await system.settle();
      const after = now();
      for (const key of Object.keys(after) as (keyof All)[]) after[key] -= before[key];
      return after;
    },
    close() {
      diagnostics.unsubscribe('http.server.request.start', note);
      return room.desk.close();
    },
  };
}
