import type { Person } from '../incident/index.ts';
import { entryPointer } from '../search-index/index.ts';
import { type Answer, NOTHING } from './answer.ts';
import { openLines } from './checklist.ts';
import type { Command, Postmortem, PostmortemDecision, PostmortemEvent, SectionVersion } from './model.ts';
import { refresh } from './plan.ts';
import { versionPath } from './records.ts';
import { describeSection } from './search.ts';
import { cleanText, MOST_TEXT, tooLong } from './text-rules.ts';

type Save = Extract<Command, { type: 'save' }>;

/** One section's next version. The verb has merged already; here is seen to it that nothing came in between. Pure. */
export function decideSave(command: Save, state: Postmortem, now: number): Answer {
  const head = state.sections[command.section];
  const asked = state.form.sections.find(({ id }) => id === command.section);
  if (!head || !asked) return { refused: 'section-unknown' };
  const text = cleanText(command.text);
  if (tooLong(text, MOST_TEXT)) return { refused: 'too-long', most: MOST_TEXT };
  const settled = state.state === 'ready' || state.state === 'published';
  if (settled && asked.required && isBlank(text)) return { refused: 'section-needed', section: asked.title };
  // Toban never writes over a person.
  if (command.by === null && head.by !== null) return NOTHING;
  const decision = written(state, { ...command, text, version: head.version + 1 }, now);
  const counts = head.blank !== isBlank(text) || head.open !== openLines(text);
  return counts ? { ...decision, tasks: refresh(state, now) } : decision;
}

/** The texts a postmortem begins with; a section without one stays at version 0. */
export function firstTexts(
  of: Written,
  texts: Readonly<Record<string, string>>,
  now: number,
  by: Person | null = null,
): Required<Pick<PostmortemDecision, 'events' | 'pointers'>> {
  const all = of.form.sections.flatMap(({ id: section }) => {
    const text = Array.from(cleanText(texts[section] ?? ''))
      .slice(0, MOST_TEXT)
      .join('');
    if (isBlank(text)) return [];
    return [written(of, { section, text, version: 1, base: 0, merged: false, by }, now)];
  });
  return { events: all.flatMap(({ events }) => events), pointers: all.flatMap(({ pointers }) => pointers) };
}

export const isBlank = (text: string): boolean => text.trim() === '';

type Written = Pick<Postmortem, 'id' | 'team' | 'form' | 'private'>;

function written(
  of: Written,
  { section, text, version, base, merged, by }: Omit<SectionVersion, 'at'>,
  now: number,
): Required<PostmortemDecision> {
  const saved: PostmortemEvent = {
    type: 'section-saved',
    at: now,
    section,
    version,
    blank: isBlank(text),
    open: openLines(text),
    length: Array.from(text).length,
    base,
    merged,
    by,
  };
  const data: SectionVersion = { section, version, text, by, at: now, base, merged };
  const found = entryPointer('postmortem', describeSection(of, section, text, now));
  const kept = { path: versionPath(of.id, section, version), data };
  return { events: [saved], tasks: [], pointers: [kept, found] };
}
