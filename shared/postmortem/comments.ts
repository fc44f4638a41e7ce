import type { Person } from '../incident/index.ts';
import { commit } from '../tasks/index.ts';
import { isRefusal } from './answer.ts';
import type { PostmortemVerbs } from './context.ts';
import { decide } from './decide.ts';
import type { Postmortem, Refusal } from './model.ts';
import { commentId, commentPath } from './records.ts';
import { fold } from './summary.ts';
import { cleanText, MOST_COMMENT, tooLong } from './text-rules.ts';

/** Something said about a section, or about the whole. Plain text. */
export interface Comment {
  readonly id: string;
  /** Id of a section; null: about the whole. */
  readonly section: string | null;
  readonly text: string;
  readonly by: Person;
  readonly at: number;
  readonly resolved: { readonly by: Person; readonly at: number } | null;
}

export type Commented = { readonly comment: Comment } | { readonly refusal: Refusal };

/** Adds a comment. The same cause (a submission) twice is one. */
export function addComment(
  ctx: Pick<PostmortemVerbs, 'incidents'>,
  path: string,
  said: { readonly section: string | null; readonly text: string; readonly cause: string },
  by: Person,
): Promise<Commented> {
  const { store, clock } = ctx.incidents.calls;
  return store.transaction(async (tx): Promise<Commented> => {
    const state = (await tx.get<Postmortem>(path))?.data ?? null;
    const text = cleanText(said.text).trim();
    if (!state || text === '') return { refusal: { refused: 'empty' } };
    if (tooLong(text, MOST_COMMENT)) return { refusal: { refused: 'too-long', most: MOST_COMMENT } };
    const id = commentId(state.id, said.cause);
    const there = (await tx.get<Comment>(commentPath(state.id, id)))?.data;
    if (there) return { comment: there };
    const now = clock.now();
    const { section } = said;
    const answer = decide({ type: 'comment', comment: id, section, by }, state, now);
    if (isRefusal(answer)) return { refusal: answer };
    const comment: Comment = { id, section, text, by, at: now, resolved: null };
    const pointers = [{ path: commentPath(state.id, id), data: comment }];
    await commit(tx, path, state, { ...answer, pointers }, fold, now);
    return { comment };
  });
}

/** Marks a comment as dealt with, or opens it again; null where there is no such comment. */
export function resolveComment(
  ctx: Pick<PostmortemVerbs, 'incidents'>,
  { id }: Pick<Postmortem, 'id'>,
  comment: string,
  resolved: boolean,
  by: Person,
): Promise<Comment | null> {
  if (!/^cmt_[0-9a-f]{32}$/.test(comment)) return Promise.resolve(null);
  const { store, clock } = ctx.incidents.calls;
  const path = commentPath(id, comment);
  return store.transaction(async (tx) => {
    const there = (await tx.get<Comment>(path))?.data ?? null;
    if (there === null || (there.resolved !== null) === resolved) return there;
    const next: Comment = { ...there, resolved: resolved ? { by, at: clock.now() } : null };
    tx.put(path, next);
    return next;
  });
}
