import type { Noun } from '../tasks/index.ts';
import type { EscalationContext } from './context.ts';
import { cardKind, dmKind, lineKind, mentionKind } from './kinds/call.ts';
import { checkKind } from './kinds/check.ts';
import { climbKind, markKind, nudgeKind, showKind } from './kinds/follow-up.ts';
import { joinKind, outsideKind } from './kinds/outside.ts';
import { signalKind } from './kinds/signal.ts';
import { whisperKind } from './kinds/whisper.ts';
import type { Escalation, EscalationEvent } from './model.ts';
import { fold } from './summary.ts';

/** Everything a call may have to do, by the name its tasks carry. */
export function escalationNoun(ctx: EscalationContext): Noun<Escalation, EscalationEvent> {
  return {
    name: 'escalation',
    ...fold,
    kinds: {
      mention: mentionKind(ctx),
      dm: dmKind(ctx),
      card: cardKind(ctx),
      line: lineKind(ctx),
      signal: signalKind(ctx),
      check: checkKind(ctx),
      show: showKind(ctx),
      mark: markKind(ctx),
      climb: climbKind(ctx),
      nudge: nudgeKind(ctx, 'thread'),
      'nudge-dm': nudgeKind(ctx, 'dm'),
      whisper: whisperKind(ctx),
      join: joinKind(ctx),
      outside: outsideKind(ctx),
    },
  };
}
