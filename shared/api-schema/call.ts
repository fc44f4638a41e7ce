import { z } from 'zod';
import type { CallRow } from '../ledger/index.ts';
import { plainText } from '../slack/index.ts';
import { iso, isoOrNull, Person, type Place, personOut, time } from './common.ts';

/** A call for help as the API tells it. */
export const Call = z
  .object({
    id: z.string(),
    url: z.url(),
    status: z.enum(['open', 'acknowledged', 'done', 'incident']),
    rota: z.string(),
    receivedAt: time,
    asker: z.string().nullable().describe('Slack ID; null where a bot asked.'),
    text: z.string().describe('What was asked, as plain text.'),
    called: z.array(z.object({ person: Person, at: time })).describe('Who was called, in order.'),
    holder: Person.nullable().describe('Who has it.'),
    acknowledgedAt: time.nullable(),
    doneAt: time.nullable(),
    late: z.boolean().describe('Somebody who was called did not answer in time.'),
    incident: z.string().nullable().describe('The number of the incident that it has become.'),
    slack: z.url().describe('The thread in Slack.'),
  })
  .meta({ id: 'Call' });

export const callOut = (
  { baseUrl, threadUrl }: Omit<Place, 'zone'>,
  { id, call }: Omit<CallRow, 'failed'>,
): z.output<typeof Call> => ({
  id,
  url: `${baseUrl}/calls/${id}`,
  status: call.status,
  rota: call.rota,
  receivedAt: iso(call.receivedAt),
  asker: call.asker,
  text: plainText(call.words, (user) => call.called.find((one) => one.user === user)?.name),
  called: call.called.map((one) => ({ person: personOut(one), at: iso(one.at) })),
  holder: call.holder && personOut(call.holder),
  acknowledgedAt: isoOrNull(call.acknowledgedAt),
  doneAt: isoOrNull(call.doneBy?.at),
  late: call.late,
  incident: call.incident?.label ?? null,
  slack: threadUrl(call.team, call.channel, call.threadTs),
});
