import { auditDocument } from '../audit/index.ts';
import type { Person } from '../incident/index.ts';
import { commit } from '../tasks/index.ts';
import { isRefusal } from './answer.ts';
import type { PostmortemVerbs } from './context.ts';
import { decide } from './decide.ts';
import type { Command, Postmortem, PostmortemDecision, Refusal } from './model.ts';
import { postmortemPath } from './records.ts';
import { fold } from './summary.ts';

export interface AppliedPostmortem {
  /** As it stands after the command; null where there is no such postmortem. */
  readonly state: Postmortem | null;
  readonly refusal: Refusal | null;
}

/** Carries out a command in one transaction. */
export function applyPostmortem(
  ctx: PostmortemVerbs,
  path: string,
  command: Exclude<Command, { type: 'create' | 'save' }>,
): Promise<AppliedPostmortem> {
  const { store, clock } = ctx.incidents.calls;
  return store.transaction(async (tx) => {
    const state = (await tx.get<Postmortem>(path))?.data ?? null;
    if (!state) return { state: null, refusal: null };
    const now = clock.now();
    const answer = decide(command, state, now);
    if (isRefusal(answer)) return { state, refusal: answer };
    const audited = withAudit(answer, state, command, now);
    return { state: await commit(tx, path, state, audited, fold, now), refusal: null };
  });
}

const AUDITED: ReadonlySet<string> = new Set([
  'move',
  'link',
  'unlink',
  'merge-into',
  'set-lead',
  'set-reviewers',
]);

/** What changes who answers for it, or whether it counts, stands in the audit too. */
export function withAudit(
  decision: PostmortemDecision,
  { id }: Pick<Postmortem, 'id'>,
  command: { readonly type: string; readonly by: Person | null; readonly to?: unknown },
  now: number,
): PostmortemDecision {
  const { by, type } = command;
  if (decision.events.length === 0 || by === null || !AUDITED.has(type)) return decision;
  const target = typeof command.to === 'string' ? command.to : type;
  const entry = auditDocument({
    at: now,
    by: by.user,
    name: by.name,
    action: `postmortem.${type}`,
    record: postmortemPath(id),
    target,
  });
  return { ...decision, pointers: [...(decision.pointers ?? []), entry] };
}
