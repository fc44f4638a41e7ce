import type { IncidentVerbs } from '../../incident/index.ts';
import type { Locale } from '../../language/index.ts';
import type { SlackUser } from '../../ports/slack.ts';
import type { Store } from '../../store/port.ts';
import type { NewTask, Noun, TaskKind } from '../../tasks/index.ts';
import { readRows } from '../read/open.ts';
import type { Counts, ImportContext } from '../run/model.ts';
import { createPeople } from '../run/people.ts';
import { countAll, importRows } from '../run/rows.ts';
import { type OpenArchive, openContent, readContent } from './content.ts';
import { evolve } from './evolve.ts';
import { chunkPath, pagePath, type ReportPage, type Upload, type UploadEvent, uploadPath } from './model.ts';

/** What an import on the web works with besides the pages. */
export interface UploadContext {
  readonly store: Store;
  readonly settings: IncidentVerbs['settings'];
  readonly locale: Locale;
  readonly openArchive: OpenArchive;
  /** Everybody in Slack. */
  readonly users: (signal: AbortSignal) => Promise<readonly SlackUser[]>;
}

type Kind<Step, Result = unknown> = TaskKind<Upload, UploadEvent, Step, Result>;

/** Records dealt with by one task: a few transactions, well within what a request may take. */
const STEP = 300;

export const stepTask = (round: number, now: number): NewTask => ({
  id: 'step',
  kind: 'import.step',
  lane: 'work',
  dueAt: now,
  step: { round },
  mode: 'arm',
});

/** What was uploaded is not kept longer than it is needed: it names people. */
const KEPT_MS = 7 * 86_400_000;
export const eraseTask = (at: number): NewTask => ({
  id: 'erase',
  kind: 'import.erase',
  lane: 'work',
  dueAt: at,
  step: {},
  mode: 'arm',
});
export const eraseLater = (now: number): NewTask => eraseTask(now + KEPT_MS);

/** A step at a time: tried or brought in, with its page of the report. It goes on by arming itself. */
export function importNoun(ctx: UploadContext): Noun<Upload, UploadEvent> {
  const people = rememberedPeople(ctx);
  return { name: 'import', evolve, kinds: { step: step(ctx, people), erase: erase(ctx) } };
}

interface Stepped {
  readonly done: number;
  readonly counts: Counts;
  readonly pages: readonly string[];
  readonly ended: boolean;
}

type FindPeople = (upload: Upload, signal: AbortSignal) => Promise<ImportContext['people']>;

const step = (ctx: UploadContext, people: FindPeople): Kind<{ round: number }, Stepped> => ({
  persistent: false,
  guard: ({ phase, round }, task) => (phase === 'trying' || phase === 'running') && round === task.step.round,
  perform: async (state, _task, { now, signal }) => carryOn(ctx, state, await people(state, signal), now),
  done: (state, _task, result, now) => ({
    events: [{ type: 'stepped', at: now, ...result }],
    tasks: result.ended ? [] : [stepTask(state.round, now)],
  }),
  refused: (_state, _task, error, now) => ({
    events: [{ type: 'failed', at: now, reason: error.reason ?? error.code }],
    tasks: [],
  }),
});

async function carryOn(
  { store, settings, locale, openArchive }: UploadContext,
  state: Upload,
  people: ImportContext['people'],
  now: number,
): Promise<Stepped> {
  const { id, team, by, mapping, source, round, phase } = state;
  const pages: string[] = [];
  let [done, counts] = [state.done, state.counts];
  const put = (page: ReportPage) => {
    pages.push(pageId(round, done));
    counts = countAll(counts, page.outcomes);
    done = page.done;
  };
  // What an attempt before this one had done when it was cut off stands in its pages.
  for (;;) {
    const kept = await store.get<ReportPage>(pagePath(id, pageId(round, done)));
    if (!kept) break;
    put(kept.data);
  }
  const from = done;
  const { opened, close } = await openContent(state.name, await readContent(store, state), openArchive);
  const { services } = settings.incident;
  try {
    const ctx: ImportContext = { store, settings, people, team, locale, by };
    const dry = phase === 'trying';
    const run = `${id} ${round}`;
    const importing = { mapping, source, services, locale, now, dry, run, skip: done };
    for await (const page of importRows(ctx, readRows(opened, source), importing)) {
      await store.put(pagePath(id, pageId(round, done)), page);
      put(page);
      if (done - from >= STEP) return { done, counts, pages, ended: false };
    }
  } finally {
    await close();
  }
  return { done, counts, pages, ended: true };
}

const pageId = (round: number, from: number): string => `${round}-${from}`;

const erase = ({ store }: UploadContext): Kind<unknown> => ({
  persistent: true,
  guard: ({ phase }) => phase !== 'erased',
  async perform({ id, chunks, pages }) {
    const paths = [
      ...Array.from({ length: chunks }, (_, n) => chunkPath(id, n)),
      ...pages.map((page) => pagePath(id, page)),
    ];
    for (let at = 0; at < paths.length; at += 100)
      await store.transaction(async (tx) => {
        for (const path of paths.slice(at, at + 100)) tx.delete(path);
      });
    return { erased: paths.length };
  },
  done: (_state, _task, _result, now) => ({ events: [{ type: 'erased', at: now }], tasks: [] }),
});

/** Slack is asked for everybody once an import, not once a step. */
function rememberedPeople({ users }: UploadContext): FindPeople {
  let last: { readonly key: string; readonly people: ImportContext['people'] } | null = null;
  return async ({ id, round }, signal) => {
    const key = `${uploadPath(id)} ${round}`;
    if (last?.key !== key) last = { key, people: createPeople(await users(signal)) };
    return last.people;
  };
}
