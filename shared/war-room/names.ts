/** Slack's limit for a channel's name. */
const LONGEST = 80;

export interface NameParts {
  readonly number: number;
  readonly title: string;
  readonly service: string;
  /** `yyyymmdd`. */
  readonly date: string;
  /** A few letters that no other room has: the last resort where every name is taken. */
  readonly unique: string;
}

/**
 * Names for a room, the best first; each is tried where Slack says that the one before is taken or not allowed.
 * Japanese stays (Slack allows letters of any script); a workspace that refuses it gets the plain one.
 */
export function roomNames(pattern: string, parts: NameParts): readonly string[] {
  const full = fill(pattern, parts);
  const plain = fill(pattern, { ...parts, title: ascii(parts.title), service: ascii(parts.service) });
  const spare = fill('inc-{number}', parts);
  const names = [
    full,
    withEnd(full, '2'),
    withEnd(full, parts.unique),
    plain,
    withEnd(plain, parts.unique),
    withEnd(spare, parts.unique),
  ];
  return names.filter((name, i) => names.indexOf(name) === i);
}

function fill(pattern: string, { number, title, service, date }: NameParts): string {
  const values: Readonly<Record<string, string>> = { number: String(number), title, service, date };
  // The title is cut, never the rest: the number must stay whole.
  const around = pattern
    .replace(/\{title\}/g, '')
    .replace(/\{(\w+)\}/g, (_all, key: string) => values[key] ?? '');
  const room = LONGEST - Array.from(slug(around)).length - 1;
  const cut = Array.from(slug(title)).slice(0, Math.max(0, room)).join('');
  return slug(
    pattern.replace(/\{(\w+)\}/g, (_all, key: string) => (key === 'title' ? cut : (values[key] ?? ''))),
  );
}

/** Lower case, letters and digits of any script, single dashes. */
function slug(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  const dashed = folded.replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-').replace(/-{2,}/g, '-');
  return Array.from(dashed)
    .slice(0, LONGEST)
    .join('')
    .replace(/^-+|-+$/g, '');
}

const ascii = (text: string): string => text.normalize('NFKC').replace(/[^\x20-\x7e]+/g, ' ');

const withEnd = (name: string, end: string): string =>
  `${Array.from(name)
    .slice(0, LONGEST - end.length - 1)
    .join('')}-${end}`;
