/** Characters that turn the direction of all that follows, ours included (UAX #9). */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Makes any text harmless in mrkdwn: no entity, mention or link survives (Slack asks for these three), and nothing
 * written behind it is turned round.
 */
export function escapeMrkdwn(text: string): string {
  return text
    .replace(DIRECTIONS, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * The words a person typed, from the text Slack sent: entities become what is seen (`<@U1>` → `@name` or `@U1`,
 * `<!here>` → `@here`, `<https://x|y>` → `y`), escapes are undone. Plain text: escape it again before posting.
 */
export function plainText(
  text: string,
  nameOf: (user: string) => string | undefined = () => undefined,
): string {
  return text
    .replace(/<([^<>]*)>/g, (_whole, inner: string) => plainEntity(inner, nameOf))
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function plainEntity(inner: string, nameOf: (user: string) => string | undefined): string {
  const [target = '', label] = inner.split('|', 2);
  if (target.startsWith('@')) return `@${label ?? nameOf(target.slice(1)) ?? target.slice(1)}`;
  if (target.startsWith('#')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!subteam^')) return label ?? '@group';
  if (target.startsWith('!date')) return label ?? '';
  if (target.startsWith('!')) return `@${label ?? target.slice(1)}`;
  return label ?? target;
}

/** Cuts at `limit` characters without splitting a surrogate pair; says whether it cut. */
export function clip(text: string, limit: number): { text: string; cut: boolean } {
  const characters = Array.from(text);
  if (characters.length <= limit) return { text, cut: false };
  return { text: `${characters.slice(0, limit - 1).join('')}…`, cut: true };
}

/**
 * A quotation for a mrkdwn section: escaped, each line behind `>`, at most `limit` characters. A zero-width space
 * behind `@` keeps broadcast words inert even where a client links names by itself.
 */
export function quote(text: string, limit = 300): { text: string; cut: boolean } {
  const clipped = clip(text.replace(DIRECTIONS, '').trim(), limit);
  const lines = escapeMrkdwn(clipped.text)
    .replace(/@(?=channel|here|everyone)/gi, '@\u200B')
    .split(/\r?\n/);
  return { text: lines.map((line) => `> ${line}`).join('\n'), cut: clipped.cut };
}

export const mention = (user: string): string => `<@${user}>`;

/** A link whose label is text of ours or of a user. */
export function link(url: string, label: string): string {
  return `<${url.replaceAll('|', '%7C').replaceAll('>', '%3E')}|${escapeMrkdwn(label).replaceAll('|', '¦')}>`;
}

/** Channels are known here by their ids: `#C0CSHELP` in an escaped sentence becomes what Slack shows by its name. */
export const withChannel = (sentence: string, channel: string | undefined): string =>
  channel === undefined ? sentence : sentence.replace(`#${channel}`, `<#${channel}>`);
