import type { Person } from '../incident/index.ts';
import type { Transaction } from '../store/port.ts';
import { commit } from '../tasks/index.ts';
import { isRefusal } from './answer.ts';
import type { PostmortemVerbs } from './context.ts';
import { decideSave } from './decide-save.ts';
import { type MergePart, merge } from './merge/merge.ts';
import type { Postmortem, Refusal, SectionVersion } from './model.ts';
import { versionPath } from './records.ts';
import { fold } from './summary.ts';
import { cleanText } from './text-rules.ts';

/** What somebody wrote, and the version they had before them (0: an empty section). */
export interface SaveSection {
  readonly section: string;
  readonly base: number;
  readonly text: string;
}

export type SavedSection =
  /** `merged`: somebody else had saved other lines in between; both are in `text`. */
  | { readonly kind: 'saved' | 'merged' | 'unchanged'; readonly version: number; readonly text: string }
  | Conflict
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Both changed the same lines. Nothing was written; saving again on `theirs.version` takes the text as it is sent. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly base: string;
  readonly theirs: SectionVersion;
  readonly mine: string;
  readonly parts: readonly MergePart[];
}

/** Saves one section. Nothing of what anybody wrote is ever lost: each save is a version of its own. */
export function saveSection(
  ctx: Pick<PostmortemVerbs, 'incidents'>,
  path: string,
  said: SaveSection,
  by: Person | null,
): Promise<SavedSection> {
  const { store, clock } = ctx.incidents.calls;
  return store.transaction(async (tx): Promise<SavedSection> => {
    const state = (await tx.get<Postmortem>(path))?.data;
    const head = state?.sections[said.section];
    if (!state || !head) return refused({ refused: 'section-unknown' });
    if (state.state === 'archived') return refused({ refused: 'archived' });
    if (!Number.isInteger(said.base) || said.base < 0 || said.base > head.version)
      return refused({ refused: 'version-unknown' });
    const { version } = head;
    const mine = cleanText(said.text);
    const theirs = await versionIn(tx, state.id, said.section, version);
    if (mine === (theirs?.text ?? '')) return { kind: 'unchanged', version, text: mine };
    const stale = said.base < version;
    const base = stale ? ((await versionIn(tx, state.id, said.section, said.base))?.text ?? '') : '';
    const merged = stale ? merge(base, theirs?.text ?? '', mine) : null;
    if (theirs && merged?.text === null) return { kind: 'conflict', base, theirs, mine, parts: merged.parts };
    const text = merged?.text ?? mine;
    if (text === theirs?.text) return { kind: 'unchanged', version, text };
    const now = clock.now();
    const { section } = said;
    const answer = decideSave(
      { type: 'save', section, text, base: said.base, merged: stale, by },
      state,
      now,
    );
    if (isRefusal(answer)) return refused(answer);
    const after = await commit(tx, path, state, answer, fold, now);
    return {
      kind: stale ? 'merged' : 'saved',
      version: after?.sections[section]?.version ?? version,
      text,
    };
  });
}

const refused = (refusal: Refusal): SavedSection => ({ kind: 'refused', refusal });

async function versionIn(
  tx: Transaction,
  id: string,
  section: string,
  version: number,
): Promise<SectionVersion | null> {
  if (version === 0) return null;
  return (await tx.get<SectionVersion>(versionPath(id, section, version)))?.data ?? null;
}
