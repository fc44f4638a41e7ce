import type { Noun } from '../tasks/index.ts';
import type { IncidentContext } from './context.ts';
import { askRolesKind, numbersKind, suggestKind } from './kinds/asking.ts';
import { dutiesKind, dutyDueKind } from './kinds/duties.ts';
import { rejoinKind, roomLostKind } from './kinds/lost-room.ts';
import { channelKind, numberKind } from './kinds/opening.ts';
import { callInKind, dutyKind, groupKind, inviteKind, rollCallKind } from './kinds/people.ts';
import { postmortemKind, redraftKind } from './kinds/postmortem.ts';
import { bookmarkKind, cardKind, pinKind, purposeKind, topicKind } from './kinds/room.ts';
import { announceKind, callKind, overdueKind, receiptKind, updateKind } from './kinds/telling.ts';
import type { Incident, IncidentEvent } from './model.ts';
import { fold } from './summary.ts';

/** Everything an incident may have to do, by the name its tasks carry. */
export function incidentNoun(ctx: IncidentContext): Noun<Incident, IncidentEvent> {
  return {
    name: 'incident',
    ...fold,
    kinds: {
      number: numberKind(ctx),
      channel: channelKind(ctx),
      topic: topicKind(ctx),
      purpose: purposeKind(ctx),
      bookmark: bookmarkKind(ctx),
      rejoin: rejoinKind(ctx),
      'room-lost': roomLostKind(ctx),
      card: cardKind(ctx),
      pin: pinKind(ctx),
      announce: announceKind(ctx),
      call: callKind(ctx),
      receipt: receiptKind(ctx),
      duty: dutyKind(ctx),
      group: groupKind(ctx),
      invite: inviteKind(ctx),
      'roll-call': rollCallKind(ctx),
      'call-in': callInKind(ctx),
      update: updateKind(ctx),
      'update-overdue': overdueKind(ctx),
      'ask-roles': askRolesKind(ctx),
      suggest: suggestKind(ctx),
      numbers: numbersKind(ctx),
      postmortem: postmortemKind(ctx),
      redraft: redraftKind(ctx),
      duties: dutiesKind(ctx),
      'duty-due': dutyDueKind(ctx),
    },
  };
}
