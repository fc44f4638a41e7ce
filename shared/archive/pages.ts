import {
  type Incident,
  incidentPath,
  labelOf,
  membersOf,
  type TimelineLine,
  timelinePage,
} from '../incident/index.ts';
import type { ZippedFile } from '../ports/archive.ts';
import { actionItemsFor, exportOf, type Postmortem, postmortemAt, toMarkdown } from '../postmortem/index.ts';
import { everyAhead } from '../store/every.ts';
import type { Doc } from '../store/port.ts';
import type { QueryShape } from '../store/shape.ts';
import { countedRecords } from '../store/shapes.ts';
import { ahead } from './ahead.ts';
import { incidentPage } from './incident-page.ts';
import type { ExportScene } from './model.ts';
import type { Withholds } from './withheld.ts';

/** Pages read side by side: one after the other, a hundred thousand would wait hours for the store's answers. */
const AT_ONCE = 16;

/** A Markdown file for each incident and each postmortem, newest first: to be read without Toban. */
export async function* readablePages(
  scene: ExportScene,
  withholds: Withholds,
): AsyncGenerator<ZippedFile, void, undefined> {
  const { store } = scene;
  async function* told<T extends object>(shape: QueryShape): AsyncGenerator<Doc<T>> {
    for await (const doc of everyAhead<T>(store, { shape })) if (!withholds(doc.path, doc.data)) yield doc;
  }
  yield* ahead(told<Incident>(countedRecords.incidents), AT_ONCE, async ({ data }) =>
    file(
      `incidents/${data.number === null ? data.id : labelOf(data.number)}.md`,
      await Array.fromAsync(incidentPage(data, linesOf(scene, data), scene)),
    ),
  );
  yield* ahead(told<Postmortem>(countedRecords.postmortems), AT_ONCE, async ({ path, data }) =>
    file(`postmortems/${data.id}.md`, await postmortemText(scene, path)),
  );
}

const file = (path: string, pieces: readonly string[]): ZippedFile => ({
  path,
  async *text() {
    yield* pieces;
  },
});

/** Empty where it has gone meanwhile. */
async function postmortemText(scene: ExportScene, path: string): Promise<readonly string[]> {
  const { store } = scene;
  const reads = { incidents: { calls: { store } } };
  const found = await postmortemAt(reads, path);
  if (!found) return [];
  const actionItems = actionItemsFor(reads);
  const whole = await exportOf({ ...scene, ...reads, actionItems }, found, (user) => user);
  return [toMarkdown(whole, 'markdown')];
}

async function* linesOf(
  { store, settings, locale, zone, now }: ExportScene,
  state: Incident,
): AsyncGenerator<TimelineLine> {
  const found = { path: incidentPath(state.id), state };
  // An export holds all: a private history is read as one of those sees it who may.
  const reader = { user: membersOf(state)[0] ?? '', locale, zone, now, settings };
  let cursor: string | null = null;
  do {
    const page = await timelinePage(store, found, { ...reader, order: 'oldest', limit: 200, cursor });
    yield* page.lines;
    cursor = page.cursor;
  } while (cursor !== null);
}
