import * as z from 'zod/mini';
import { Signal } from '../../shared/alert/index.ts';
import { Inbound } from '../../shared/slack/index.ts';

/** What travels on the bus. A kind this version does not know comes from a newer one: it is tried again later. */
export const BusMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slack'), inbound: Inbound }),
  /** Look at this record: something of it is due in this lane. */
  z.object({ kind: z.literal('bell'), record: z.string().check(z.regex(/^[a-z-]+\/[\w-]+$/)) }),
  /** A spreadsheet says that it was edited. */
  z.object({ kind: z.literal('sheet'), spreadsheet: z.string().check(z.regex(/^[\w-]{1,200}$/)) }),
  /** Alerts that another system sent. */
  z.object({ kind: z.literal('alerts'), signals: z.array(Signal).check(z.maxLength(200)) }),
]);
export type BusMessage = z.infer<typeof BusMessage>;
