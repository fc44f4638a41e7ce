import {
  frontMatterSchema,
  lintRunbook,
  listRunbooks,
  type Names,
  NOTHING_KNOWN,
  namesOf,
  parseRunbook,
  problemSentence,
  pushRunbook,
  type Problem as RunbookProblem,
  retireRunbook,
  runbookSource,
  versionOf,
} from '../shared/runbook/index.ts';
import type { WorkspaceConfig } from '../shared/workspace/index.ts';
import { documentsCommand } from './documents/command.ts';
import type { SourceFile } from './documents/folder.ts';
import type { DocumentKind, KindText, Problem, Read } from './documents/kind.ts';

export const runbooks = documentsCommand({
  name: 'runbooks',
  summary: 'checks runbooks in a folder, pushes them to Toban, pulls them back',
  usage: `npm run -s toban -- runbooks check <folder> [--json] [--lang ja|en]
  Reads and lints every .md in the folder and beneath: file:line:column, what is wrong, what to do. Asks nobody.
npm run -s toban -- runbooks push <folder> [--dry-run] [--force] [--json] [--lang ja|en]
  Checks them, then pushes what differs from the store, and says the versions. With an error nothing is pushed.
npm run -s toban -- runbooks pull <folder> [--dry-run] [--force] [--json] [--lang ja|en]
  Writes every runbook of the store to the folder, over the file that has it or to <language>/<id>.md. Deletes nothing.
npm run -s toban -- runbooks retire <id> [--json] [--lang ja|en]
  Offers it no more: payment-outage.ja, or payment-outage in every language. What is under way goes on to its end.
npm run -s toban -- runbooks restore <id> [--json] [--lang ja|en]
  Brings it back.
npm run -s toban -- runbooks schema
  Prints the JSON Schema of the settings at the top of a runbook, for editors.

  --dry-run     says what would be done
  --force       push: also goes back to an older version. pull: also over changes that were never pushed
  --json        for programs
  --lang        otherwise the workspace's language

Names of roles, rotas, audiences … are those of toban.yaml (TOBAN_CONFIG). The store is the one that the environment
names: GOOGLE_CLOUD_PROJECT and FIRESTORE_DATABASE, else TOBAN_DATA (docs/runbooks.md).
Exit code: 0 all is well, 1 an error or something refused, 2 not understood.`,
  text: (locale) => (locale === 'ja' ? ja : en),
  retires: true,
  schema: frontMatterSchema,
  kind: runbookKind,
});

const ja: KindText = {
  twin: (path) => `同じランブックが ${path} にもあります。どちらかの id か language を変えてください。`,
  noConfig: (file) => `${file} がないため、役割や当番の名前は確かめていません。`,
};
const en: KindText = {
  twin: (path) => `The same runbook is in ${path}, too. Change the id or the language of one.`,
  noConfig: (file) => `There is no ${file}, so names of roles, rotas and the like were not checked.`,
};

/** Runbooks, with names that the configuration knows. */
export function runbookKind(config: WorkspaceConfig | null): DocumentKind {
  const namesWith = (ids: readonly string[]): Names =>
    config ? namesOf(config, ids) : { ...NOTHING_KNOWN, runbooks: ids };
  return {
    read(files, known) {
      const parsed = files.map((file) => ({ file, ...parseRunbook(file.source) }));
      const own = parsed.flatMap(({ runbook }) => (runbook ? [runbook.id] : []));
      // What one names may stand in another.
      const around = namesWith([...new Set([...known, ...own])]);
      return parsed.map(({ file, runbook, problems }) =>
        readAs(file, runbook, runbook ? [...problems, ...lintRunbook(runbook, around)] : problems),
      );
    },
    list: listRunbooks,
    source: async (store, id, version) => (await runbookSource(store, id, version))?.source ?? null,
    versionOf,
    async push(store, source, { by, now, expected, known }) {
      const seen =
        expected === 'any' ? null : expected.version === null ? { id: null, version: null } : expected;
      const { entry, conflict } = await pushRunbook(store, source, by, namesWith(known), now, seen);
      return { entry, conflict: conflict !== null };
    },
    retire: (store, id, retired, { by, now }) => retireRunbook(store, id, retired, by, now),
  };
}

const readAs = (file: SourceFile, document: Read['document'], problems: readonly RunbookProblem[]): Read => ({
  ...file,
  document,
  problems: problems.map(saying),
});

const saying = (problem: RunbookProblem): Problem => ({
  ...problem,
  say: (locale) => problemSentence(problem, locale),
});
