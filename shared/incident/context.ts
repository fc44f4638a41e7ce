import type { EscalationContext } from '../escalation/index.ts';
import type { RoomMaker, Rooms } from '../ports/rooms.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import type { Incident } from './model.ts';
import type { Settings } from './settings.ts';

/** What the verbs of an incident work with: they write the record and its tasks, and never call Slack themselves. */
export interface IncidentVerbs {
  readonly calls: Pick<EscalationContext, 'store' | 'clock' | 'people'>;
  readonly settings: Settings;
}

/** What its tasks and everything heard from Slack work with besides. */
export interface IncidentContext extends IncidentVerbs {
  /** Store, Slack, people, rotas and clock are those of the calls, which an incident may take over. */
  readonly calls: EscalationContext;
  readonly rooms: Rooms;
  /** The workspace administrator's account, where one is connected. */
  readonly admin: RoomMaker | null;
  /** Runbooks that may fit, ready to be posted in the room; null where none does. */
  readonly suggest: (
    state: Incident,
    signal: AbortSignal,
  ) => Promise<Pick<OutgoingMessage, 'text' | 'blocks'> | null>;
  /** Begins its postmortem where one is asked for. Safe to repeat; returns the path of its record, null where there is none. */
  readonly postmortem: (state: Incident, signal: AbortSignal) => Promise<string | null>;
  /** Writes anew what nobody has touched of its postmortem's draft; begins none. Safe to repeat; returns as `postmortem`. */
  readonly redraft: (state: Incident, signal: AbortSignal) => Promise<string | null>;
  /** Public address of the pages, without a slash at its end; null where there is none. */
  readonly baseUrl: string | null;
}
