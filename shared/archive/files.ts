import type { ZippedFile } from '../ports/archive.ts';
import { everyDocument, isExported, KEPT_COLLECTIONS } from '../store/collections.ts';
import { everyAhead } from '../store/every.ts';
import { type ExportScene, MANIFEST, type Manifest, partPath, VERSION } from './model.ts';
import { readablePages } from './pages.ts';
import { archiveText } from './text.ts';

/** Documents in one file: some 50 MB, which every tool opens. */
const A_PART = 50_000;

/**
 * Everything of the workspace, file after file: each document of every kept collection as it stands, pages for people in
 * the workspace's language, and last how many there are. Take each file's text before the next file. Memory stays the
 * same however much there is; what changes meanwhile is exported as it is when its turn comes.
 */
export async function* exportFiles(scene: ExportScene): AsyncGenerator<ZippedFile> {
  const { store, now, locale } = scene;
  yield whole('README.md', archiveText(locale).readme(new Date(now).toISOString()));
  const withholds = await scene.withholds();
  const documents: Record<string, number> = {};
  let withheld = 0;
  for (const collection of KEPT_COLLECTIONS) {
    documents[collection] = 0;
    const docs = everyAhead<object>(store, { shape: everyDocument(collection) });
    let part = 0;
    for await (const some of inParts(docs, A_PART)) {
      part += 1;
      yield {
        path: partPath(collection, part),
        async *text() {
          for await (const { path, data } of some) {
            if (!isExported(path, data)) continue;
            if (withholds(path, data)) {
              withheld += 1;
              continue;
            }
            documents[collection] = (documents[collection] ?? 0) + 1;
            yield `${JSON.stringify({ path, data })}\n`;
          }
        },
      };
    }
  }
  yield* readablePages(scene, withholds);
  const manifest: Manifest = {
    format: 'toban',
    version: VERSION,
    team: scene.team,
    exportedAt: new Date(now).toISOString(),
    withheld,
    documents,
  };
  yield whole(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}

const whole = (path: string, text: string): ZippedFile => ({
  path,
  async *text() {
    yield text;
  },
});

/** The same items in parts of `most` at most, each to be read to its end before the next is asked for. */
async function* inParts<T>(items: AsyncIterator<T, void>, most: number): AsyncGenerator<AsyncIterable<T>> {
  let next = await items.next();
  async function* part() {
    for (let count = 0; !next.done && count < most; count += 1) {
      yield next.value;
      next = await items.next();
    }
  }
  while (!next.done) yield part();
}
