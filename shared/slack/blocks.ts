import type { KnownBlock } from '@slack/types';

/** What a section may hold, with a margin for the words around a user's text. */
const SECTION_LIMIT = 2_900;

/** `verbatim`: Slack must not turn plain words into links or mentions by itself. */
export function section(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: text.slice(0, SECTION_LIMIT), verbatim: true } };
}
