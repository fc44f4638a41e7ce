import type { OutgoingMessage } from '../ports/slack.ts';
import { clip, context, escapeMrkdwn, header, link, section } from '../slack/index.ts';
import type { DigestContext } from './context.ts';
import { type Line, type Section, sectionsOf } from './lines.ts';
import { type Digest, isQuiet } from './read.ts';
import { digestText } from './text.ts';

/** Slack takes about 10,000 characters in one message, and people fewer. */
const MOST_TEXT = 8_000;
const MOST_LINES = 8;

type Words = Pick<DigestContext, 'zone' | 'locale' | 'baseUrl'>;
type Message = Pick<OutgoingMessage, 'text' | 'blocks'>;

/** A digest as a message; short where there is nothing to tell. `picture`: id of its file. */
export function digestMessage(digest: Digest, picture: string | null, words: Words): Message {
  const { locale, zone, baseUrl } = words;
  const text = digestText(locale);
  const title = text.title(digest);
  const facts = text.facts(digest).map(escapeMrkdwn).join('\n');
  const to = digest.kind === 'weekly' ? `/weekly/${digest.name}` : '/insights?span=4w';
  const page = baseUrl === null ? [] : [context(link(`${baseUrl}${to}`, text.openPage))];
  if (isQuiet(digest))
    return {
      text: title,
      blocks: [header(title), section(`${facts}\n${escapeMrkdwn(text.quiet)}`), ...page],
    };
  const shown = picture
    ? [{ type: 'image' as const, slack_file: { id: picture }, alt_text: clip(text.alt(digest), 500).text }]
    : [];
  const lists = fitting(sectionsOf(digest, zone, locale).map((one) => listOf(one, words))).map(section);
  return { text: title, blocks: [header(title), section(facts), ...shown, ...lists, ...page] };
}

/** As many whole lists as a message can show; the page has all. */
function fitting(lists: readonly string[]): readonly string[] {
  let room = MOST_TEXT;
  return lists.filter((list) => {
    room -= list.length;
    return room >= 0;
  });
}

/** Below the 3,000 characters of a section, whatever titles people give. */
function listOf({ head, lines, more }: Section, { locale, baseUrl }: Words): string {
  const shown = lines.slice(0, MOST_LINES);
  const left = more + lines.length - shown.length;
  const rest = left > 0 ? [escapeMrkdwn(digestText(locale).more(left))] : [];
  return [`*${escapeMrkdwn(head)}*`, ...shown.map((line) => lineOf(line, baseUrl)), ...rest].join('\n');
}

function lineOf({ label, to, detail }: Line, baseUrl: string | null): string {
  const short = clip(label.replace(/\s+/g, ' '), 80).text;
  const linked = to && baseUrl ? link(`${baseUrl}${to}`, short) : escapeMrkdwn(short);
  return `• ${linked}${detail ? ` ${escapeMrkdwn(detail)}` : ''}`;
}
