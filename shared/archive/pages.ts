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
import { every } from '../store/every.ts';
import { countedRecords } from '../store/shapes.ts';
import { incidentPage } from './incident-page.ts';
import type { ExportScene } from './model.ts';

/** A Markdown file for each incident and each postmortem, newest first: to be read without Toban. */
export async function* readablePages(scene: ExportScene): AsyncGenerator<ZippedFile> {
  const { store, withholds } = scene;
  for await (const { path, data } of every<Incident>(store, { shape: countedRecords.incidents })) {
    if (withholds(path, data)) continue;
    yield {
      path: `incidents/${data.number === null ? data.id : labelOf(data.number)}.md`,
      async *text() {
        yield* incidentPage(data, linesOf(scene, data), scene);
      },
    };
  }
  for await (const { path, data } of every<Postmortem>(store, { shape: countedRecords.postmortems })) {
    if (withholds(path, data)) continue;
    yield {
      path: `postmortems/${data.id}.md`,
      async *text() {
        const reads = { incidents: { calls: { store } } };
        const found = await postmortemAt(reads, path);
        const actionItems = actionItemsFor(reads);
        if (found)
          yield toMarkdown(
            await exportOf({ ...scene, ...reads, actionItems }, found, (user) => user),
            'markdown',
          );
      },
    };
  }
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
