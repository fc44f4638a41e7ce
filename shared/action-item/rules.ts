// What the public edge checks, too: pure, and without the noun's other files.
import type { Field, Fields, Refusal } from './model.ts';

export const LONGEST = { title: 200, note: 3_000, link: 500, reason: 500, name: 80 } as const;

/** Whether a text is a day of the calendar: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

/** An address of a ticket that a press may open: https, and nobody's password in it. */
export function isTicketLink(text: string): boolean {
  if (text.length > LONGEST.link || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}

const lengthOf = (text: string): number => Array.from(text).length;

/**
 * What is wrong in what was said, by field. `today`: in the workspace's zone. A due date that has passed may stay as it
 * is, but nobody sets one.
 */
export function problemsOf(
  said: Partial<Fields>,
  today: string,
  before: Pick<Fields, 'due'> | null,
): Partial<Record<Field, Refusal>> {
  const { title, note, due, link } = said;
  const found: Partial<Record<Field, Refusal>> = {};
  if (title !== undefined && title.trim() === '') found.title = { refused: 'title-empty' };
  else if (title !== undefined && lengthOf(title) > LONGEST.title)
    found.title = { refused: 'title-long', length: lengthOf(title) };
  if (note !== undefined && lengthOf(note) > LONGEST.note)
    found.note = { refused: 'note-long', length: lengthOf(note) };
  if (due && !isDay(due)) found.due = { refused: 'due-unreadable' };
  else if (due && due < today && due !== before?.due) found.due = { refused: 'due-past', due };
  if (link && !isTicketLink(link)) found.link = { refused: 'link-not-https' };
  return found;
}

export const isOverdue = (item: { due: string | null; unfinished: boolean }, today: string): boolean =>
  item.unfinished && item.due !== null && item.due < today;
