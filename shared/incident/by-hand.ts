import type { OutgoingMessage } from '../ports/slack.ts';
import { escapeMrkdwn, link, section } from '../slack/index.ts';
import type { Item } from './checklist.ts';
import type { Incident } from './model.ts';
import type { IncidentText } from './text.ts';

/** Handles that fit a section, which Slack would cut in the middle of the line that people copy. */
const BY_HAND_AT_ONCE = 50;

/** Whom Slack let nobody of ours invite: a line to copy, and where an administrator's account is connected. */
export function byHand(
  state: Incident,
  failed: readonly Item[],
  text: IncidentText,
  { baseUrl }: { readonly baseUrl: string | null },
): OutgoingMessage['blocks'] {
  const missing = failed.filter(({ user, retry }) => user !== null && retry);
  if (!state.room || missing.length === 0) return [];
  const some = missing.slice(0, BY_HAND_AT_ONCE);
  // In code nothing is read as a mention: it is what somebody types.
  const handles = some.map(({ handle, user }) =>
    `@${escapeMrkdwn(handle ?? user ?? '')}`.replaceAll('`', ''),
  );
  const connect =
    baseUrl && missing.some(({ needsAdmin }) => needsAdmin)
      ? `\n${link(`${baseUrl}/settings/slack`, text.connectAdmin)}`
      : '';
  return [section(`${text.byHand(missing.length, handles.join(' '))}${connect}`)];
}
