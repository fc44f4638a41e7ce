import type { State } from '../../action-item/index.ts';
import { recordId } from '../../platform/ids.ts';
import { localTime } from '../../rota/index.ts';
import { clip } from '../../slack/index.ts';
import { ACTION_STATES } from '../mapping/list-words.ts';
import { wordFor } from '../mapping/words.ts';
import type { ListEntry } from '../read/row.ts';
import type { Cell } from './columns.ts';
import type { DraftAction, DraftSection, DraftSettings, Remark } from './draft.ts';
import { type Parts, partsOf } from './entries.ts';
import { namesIn } from './names.ts';
import { readWhen } from './when.ts';

const MOST = 100;
const TITLE = 200;
const NOTE = 3_000;
const NAME = 80;

export interface ReadActions {
  readonly actions: readonly DraftAction[];
  readonly sections: readonly DraftSection[];
  readonly remarks: readonly Remark[];
}

/** What was to be done, from lists of records and from texts with one a line, ticked or not. Pure. */
export function actionsOf(cells: readonly Cell[], settings: DraftSettings): ReadActions {
  const actions: DraftAction[] = [];
  const sections: DraftSection[] = [];
  const remarks: Remark[] = [];
  const keys = new Map<string, number>();
  for (const { column, value, list } of cells) {
    const read = (
      list ? list.map((entry) => ofRecord(entry, column, settings, remarks)) : linesIn(value)
    ).filter(({ title }) => title !== '');
    const fitting = read.slice(0, MOST - actions.length);
    for (const one of fitting) {
      const nth = keys.get(one.key) ?? 0;
      keys.set(one.key, nth + 1);
      actions.push(nth === 0 ? one : { ...one, key: `${one.key} ${nth + 1}` });
    }
    const left = read.slice(fitting.length);
    if (left.length === 0) continue;
    sections.push({ title: column, text: left.map(({ title }) => `- ${title}`).join('\n') });
    remarks.push({ about: 'actions-many', column, count: left.length });
  }
  return { actions, sections, remarks };
}

function ofRecord(entry: ListEntry, column: string, settings: DraftSettings, remarks: Remark[]): DraftAction {
  const { of, rest } = partsOf(entry);
  const due = dueIn(of.due, settings);
  if (due === null && of.due) remarks.push({ about: 'due-unread', column, value: of.due });
  const link = of.link !== undefined && /^https:\/\/[^\s<>"@]{1,490}$/i.test(of.link) ? of.link : null;
  const [owner = null] = of.who === undefined ? [] : namesIn(of.who);
  const made = readWhen(of.made ?? '', settings.mapping);
  const more = [
    ...(of.title === undefined ? [] : [of.text]),
    ...rest,
    ...(due === null && of.due ? [of.due] : []),
    ...(link === null && of.link ? [of.link] : []),
  ];
  return {
    ...named(of, more),
    owner: owner === null ? null : owner.slice(0, NAME),
    due,
    state: stateIn(of.state),
    link,
    at: made !== null && typeof made === 'object' && made.start <= settings.now ? made.start : null,
  };
}

/** A long title is kept whole in the note. */
function named(
  of: Parts['of'],
  more: readonly (string | undefined)[],
): Pick<DraftAction, 'key' | 'title' | 'note'> {
  const whole = (of.title ?? of.text ?? '').replace(/\s+/g, ' ').trim();
  const title = clip(whole, TITLE).text;
  const note = [...(title === whole ? [] : [whole]), ...more].filter((part) => part !== undefined).join('\n');
  return { key: of.id ?? recordId('do', whole), title, note: clip(note, NOTE).text };
}

/** `- [x] 見張りを置く（小野）`, a line each. */
const linesIn = (text: string): readonly DraftAction[] =>
  text.split('\n').map((line) => {
    const [, ticked, said = ''] = /^\s*(?:[-*・●]|\d+[.)])?\s*(?:\[([ xX✓])\]\s*)?(.*)$/.exec(line) ?? [];
    const state: State = ticked !== undefined && ticked !== ' ' ? 'done' : 'open';
    return { ...named({ title: said.trim() }, []), owner: null, due: null, state, link: null, at: null };
  });

const stateIn = (said: string | undefined): State =>
  said === undefined ? 'open' : (wordFor(ACTION_STATES, said) ?? 'open');

function dueIn(said: string | undefined, { mapping }: DraftSettings): string | null {
  const when = said === undefined ? null : readWhen(said, mapping);
  return when !== null && typeof when === 'object' ? localTime(when.start, mapping.zone).slice(0, 10) : null;
}
