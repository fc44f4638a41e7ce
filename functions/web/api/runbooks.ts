import { z } from 'zod';
import { isTobanError } from '../../../shared/platform/errors.ts';
import {
  checkRunbook,
  entryId,
  listRunbooks,
  type Pushed,
  problemText,
  pushRunbook,
  type RunbookEntry,
  runbookSource,
  savedVersions,
} from '../../../shared/runbook/index.ts';
import { namesHere } from '../pages/runbooks/reader.ts';
import { mustBeCurrent } from './match.ts';
import { type Call, iso, NO_QUERY, operation, time } from './operation.ts';
import { Problem } from './problem.ts';
import { apiText } from './text.ts';

const ID = { runbook: 'The id of a runbook with its language, such as payment-outage.ja.' };

const row = {
  id: z.string(),
  url: z.url(),
  title: z.string(),
  language: z.enum(['ja', 'en']),
  version: z.string(),
  steps: z.int(),
  changedAt: time,
  changedBy: z.string().describe('Their name.'),
  retiredAt: time.nullable().describe('Since when it cannot be started any more; null where it can.'),
};
const Entry = z.object(row).meta({ id: 'RunbookEntry' });
const Runbook = z
  .object({ ...row, source: z.string().describe('The whole document, as somebody wrote it.') })
  .meta({ id: 'Runbook' });
const Version = z
  .object({ version: z.string(), at: time, by: z.string().describe('Their name.') })
  .meta({ id: 'RunbookVersion' });

const entryOut = ({ parts }: Pick<Call, 'parts'>, entry: RunbookEntry): z.output<typeof Entry> => ({
  id: entry.id,
  url: `${parts.baseUrl}/runbooks/${entry.id}`,
  title: entry.title,
  language: entry.language,
  version: entry.version,
  steps: entry.steps,
  changedAt: iso(entry.at),
  changedBy: entry.by,
  retiredAt: entry.retired ? iso(entry.retired.at) : null,
});

async function entryOf({ parts, path }: Pick<Call, 'parts' | 'path'>): Promise<RunbookEntry> {
  const entry = (await listRunbooks(parts.store)).find(({ id }) => id === path('runbook'));
  if (!entry) throw new Problem('not-found');
  return entry;
}

export const runbooks = [
  operation({
    id: 'listRunbooks',
    method: 'GET',
    path: '/runbooks',
    tag: 'runbooks',
    summary: { ja: 'ランブックの一覧', en: 'Runbooks' },
    query: NO_QUERY,
    item: Entry,
    list: true,
    run: async (call) => {
      const entries = await listRunbooks(call.parts.store);
      return { items: entries.map((entry) => entryOut(call, entry)), cursor: null };
    },
  }),
  operation({
    id: 'getRunbook',
    method: 'GET',
    path: '/runbooks/{runbook}',
    tag: 'runbooks',
    summary: { ja: '1 件のランブックとその本文', en: 'One runbook with its source' },
    params: ID,
    query: z.strictObject({
      version: z.string().max(40).optional().describe('An older one; the newest, where it is left out.'),
    }),
    item: Runbook,
    list: false,
    run: async (call) => {
      const entry = await entryOf(call);
      const version = call.query.version ?? entry.version;
      const kept = await runbookSource(call.parts.store, entry.id, version);
      if (!kept) throw new Problem('not-found');
      const item = { ...entryOut(call, entry), version, source: kept.source };
      // An older one is no base to write on: its tag would name the wrong version.
      return version === entry.version ? { item, version } : { item };
    },
  }),
  operation({
    id: 'listRunbookVersions',
    method: 'GET',
    path: '/runbooks/{runbook}/versions',
    tag: 'runbooks',
    summary: { ja: '保存された版（新しい順、50 件まで）', en: 'What was saved, latest first; 50 at most' },
    params: ID,
    query: NO_QUERY,
    item: Version,
    list: true,
    run: async (call) => {
      const { id } = await entryOf(call);
      const saved = await savedVersions(call.parts.store, id);
      return { items: saved.map(({ version, at, by }) => ({ version, at: iso(at), by })), cursor: null };
    },
  }),
  operation({
    id: 'pushRunbook',
    method: 'PUT',
    path: '/runbooks/{runbook}',
    tag: 'runbooks',
    summary: {
      ja: 'ランブックを登録・更新する（id は本文の先頭に書いたものと同じ）',
      en: 'Push a runbook, new or changed; its id is the one that its source names',
    },
    params: ID,
    query: NO_QUERY,
    item: Runbook,
    list: false,
    needs: { scope: 'runbooks:write', role: 'editor' },
    body: z.strictObject({ source: z.string().max(400_000).describe('The whole document.') }),
    match: 'accepted',
    problems: ['version-needed'],
    run: async (call) => {
      const { parts, caller, body, by, seen, now, path } = call;
      const id = path('runbook');
      const entries = await listRunbooks(parts.store);
      const before = entries.find((one) => one.id === id) ?? null;
      const source = body.source.replace(/\r\n?/g, '\n');
      const names = namesHere(parts.config, entries);
      const { runbook } = checkRunbook(source, names);
      const text = apiText(caller.locale);
      if (runbook && entryId(runbook) !== id)
        throw new Problem('invalid', text.otherRunbook, {
          errors: [{ pointer: '/source', detail: text.otherRunbook }],
        });
      // One that is there is somebody's words: whoever writes over them has to have read them.
      if (before && !call.matched) throw new Problem('version-needed', text.versionNeeded);
      if (before) mustBeCurrent(seen, before.version, caller);
      const expected = { id: before ? id : null, version: before?.version ?? null };
      const pushed = await push(() => pushRunbook(parts.store, source, by, names, now, expected));
      if (pushed === 'full') throw new Problem('conflict', text.tooManyRunbooks);
      const entry = entryIn(pushed, call);
      return { item: { ...entryOut(call, entry), source }, version: entry.version };
    },
  }),
];

async function push(work: () => Promise<Pushed>): Promise<Pushed | 'full'> {
  try {
    return await work();
  } catch (error) {
    if (isTobanError(error, 'refused')) return 'full';
    throw error;
  }
}

/** What was saved; refused where its source has errors, or somebody saved in between. */
function entryIn({ entry, problems, conflict }: Pushed, { caller }: Pick<Call, 'caller'>): RunbookEntry {
  const text = apiText(caller.locale);
  if (conflict) throw new Problem('changed-meanwhile', text.meanwhile);
  if (entry) return entry;
  const errors = problems
    .filter(({ level }) => level === 'error')
    .slice(0, 20)
    .map((one) => ({
      pointer: '/source',
      detail: problemText(one, caller.locale),
    }));
  throw new Problem('invalid', text.runbookWrong, { errors });
}
