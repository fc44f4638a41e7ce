import type { Noun } from '../../tasks/index.ts';
import { docKind } from '../doc/write.ts';
import type { Postmortem, PostmortemEvent } from '../model.ts';
import { proseKind } from '../prose/write.ts';
import { fold } from '../summary.ts';
import type { PostmortemContext } from './context.ts';
import { announceKind, leadKind, meetingKind, overdueKind, roomKind } from './kinds.ts';

/** Everything a postmortem may have to do, by the name its tasks carry. */
export function postmortemNoun(ctx: PostmortemContext): Noun<Postmortem, PostmortemEvent> {
  return {
    name: 'postmortem',
    ...fold,
    kinds: {
      room: roomKind(ctx),
      aside: roomKind(ctx),
      lead: leadKind(ctx),
      overdue: overdueKind(ctx),
      meeting: meetingKind(ctx),
      announce: announceKind(ctx),
      prose: proseKind(ctx),
      doc: docKind(ctx),
    },
  };
}
