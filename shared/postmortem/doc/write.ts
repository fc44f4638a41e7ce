import { isTobanError, TobanError } from '../../platform/errors.ts';
import type { DocumentContent, KeptDocument } from '../../ports/documents.ts';
import type { TaskKind } from '../../tasks/index.ts';
import { exportOf } from '../export/document.ts';
import { toMarkdown } from '../export/markdown.ts';
import { type FoundPostmortem, postmortemAt } from '../find.ts';
import type { Postmortem, PostmortemEvent } from '../model.ts';
import { postmortemPath } from '../records.ts';
import type { PostmortemContext } from '../slack/context.ts';
import { docBarred } from './ask.ts';
import { docFailureOf } from './failure.ts';
import type { DocFailure } from './model.ts';

type Result = KeptDocument | { readonly failed: DocFailure; readonly account: string | null };

/** Somebody waits before the page: tried anew for so long, then it says why, and that one can press again. */
const PATIENCE_MS = 2 * 60_000;

/**
 * Writes the postmortem as a Google Doc. Safe to repeat: the document whose id is kept is replaced; where none is kept, one
 * that an earlier attempt made is found by the postmortem's id; only then is one made.
 */
export function docKind(ctx: PostmortemContext): TaskKind<Postmortem, PostmortemEvent, unknown, Result> {
  return {
    persistent: false,
    guard: (state) => state.doc?.standing === 'asked',
    async perform(state, _task, { signal, now }) {
      try {
        const found = await postmortemAt(ctx, postmortemPath(state.id));
        const { docs } = ctx.config;
        if (!found || !docs || docBarred(ctx, found)) return { failed: 'barred', account: null };
        return await write(ctx, docs.folder, found, signal);
      } catch (error) {
        const failed = docFailureOf(error);
        const patient = now - (state.doc?.at ?? 0) < PATIENCE_MS;
        if (failed === null || (patient && isTobanError(error) && error.retryable)) throw error;
        return { failed, account: await accountOf(ctx) };
      }
    },
    done: (_state, _task, result, now) => ({
      events: [
        'failed' in result
          ? { type: 'doc-failed', at: now, reason: result.failed, account: result.account }
          : { type: 'doc-written', at: now, id: result.id, url: result.url },
      ],
      tasks: [],
    }),
    refused: (_state, _task, _error, now) => ({
      events: [{ type: 'doc-failed', at: now, reason: 'broken', account: null }],
      tasks: [],
    }),
  };
}

async function write(
  ctx: PostmortemContext,
  folder: string,
  found: FoundPostmortem,
  signal: AbortSignal,
): Promise<KeptDocument> {
  const { documents } = ctx;
  const content = await contentOf(ctx, found, signal);
  const { id, doc } = found.state;
  const kept = doc?.id ? await documents.replace(doc.id, content, signal) : null;
  if (kept) return kept;
  const earlier = await documents.find(id, signal);
  const again = earlier && (await documents.replace(earlier.id, content, signal));
  return again ?? documents.create(folder, id, content, signal);
}

async function contentOf(
  ctx: PostmortemContext,
  found: FoundPostmortem,
  signal: AbortSignal,
): Promise<DocumentContent> {
  const { form, properties, title } = found.state;
  const names = new Map<string, string>();
  for (const { id, type } of form.properties) {
    const user = properties[id];
    if (type !== 'person' || typeof user !== 'string') continue;
    names.set(user, (await ctx.incidents.calls.people.find(user, signal))?.name ?? user);
  }
  const exported = await exportOf(ctx, found, (user) => names.get(user) ?? user);
  return { title, markdown: toMarkdown(exported, 'markdown') };
}

/** Whom the folder is to be shared with, so that the page can say it; where that is not known either, the words say where to look. */
async function accountOf({ documents }: PostmortemContext): Promise<string | null> {
  try {
    return await documents.accountEmail();
  } catch (error) {
    if (error instanceof TobanError) return null;
    throw error;
  }
}
