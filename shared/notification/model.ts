/** Direct messages that a person may do without. */
export const OPTIONAL = [
  'handover',
  'shift-reminder',
  'cover-reminder',
  'incident-receipt',
  'incident-update',
  'update-overdue',
  'action-reminder',
  'postmortem-lead',
  'postmortem-overdue',
] as const;
export type Optional = (typeof OPTIONAL)[number];

/** Those that always come, since somebody else relies on their being read. */
export const ALWAYS = ['call', 'called-in', 'duty', 'room-lost', 'sheet', 'installation', 'answer'] as const;
export type Always = (typeof ALWAYS)[number];

/** What a person has chosen; kept at `preferences/<user>`. */
export interface Preferences {
  readonly off?: readonly Optional[];
  /** As it was kept before each kind had a choice of its own. */
  readonly handoverMuted?: boolean;
  readonly remindersMuted?: boolean;
}

/** What somebody does not want to hear of. */
export const offIn = ({ off, handoverMuted, remindersMuted }: Preferences): readonly Optional[] =>
  off ?? [
    ...(handoverMuted ? (['handover', 'shift-reminder'] as const) : []),
    ...(remindersMuted ? (['action-reminder'] as const) : []),
  ];

/** The outcome of a task that said nothing, since its person does not want to hear of it. */
export interface Muted {
  readonly muted: true;
}
export const MUTED: Muted = { muted: true };
