import {
  ownTemplates,
  parseTemplate,
  pushTemplate,
  type TemplateEntry,
  templateProblemSentence,
  templateSchema,
  templateVersion,
  templateVersionOf,
} from '../shared/postmortem/index.ts';
import { documentsCommand } from './documents/command.ts';
import { bareId, type DocumentKind, type Entry, entryId, type KindText } from './documents/kind.ts';

const ja: KindText = {
  twin: (path) => `同じテンプレートが ${path} にもあります。どちらかの id か language を変えてください。`,
  noConfig: null,
};
const en: KindText = {
  twin: (path) => `The same template is in ${path}, too. Change the id or the language of one.`,
  noConfig: null,
};

/** Templates of one's own; those that are shipped are part of the code. */
const kind: DocumentKind = {
  read: (files) =>
    files.map((file) => {
      const { template, problems } = parseTemplate(file.source);
      const said = problems.map((problem) => ({
        ...problem,
        level: 'error' as const,
        say: (locale: 'ja' | 'en') => templateProblemSentence(problem, locale),
      }));
      return { ...file, document: template, problems: said };
    }),
  list: async (store) => (await ownTemplates(store)).flatMap(asEntry),
  source: (store, id, version) => templateVersion(store, nameOf(id), version),
  versionOf: templateVersionOf,
  async push(store, source, { by, now, expected }) {
    const before = expected === 'any' ? undefined : expected.version;
    const { entry, conflict } = await pushTemplate(store, source, by, now, before);
    return { entry: (entry && asEntry(entry)[0]) ?? null, conflict };
  },
};

const asEntry = ({ id, language, version, at, by }: TemplateEntry): readonly Entry[] =>
  version === null || at === null || by === null
    ? []
    : [{ id: entryId({ id, language }), language, version, at, by }];

const nameOf = (id: string): { readonly id: string; readonly language: 'ja' | 'en' } => ({
  id: bareId(id),
  language: id.endsWith('.en') ? 'en' : 'ja',
});

export const templates = documentsCommand({
  name: 'templates',
  summary: 'checks templates of postmortems in a folder, pushes them to Toban, pulls them back',
  usage: `npm run -s toban -- templates check <folder> [--json] [--lang ja|en]
  Reads every .md in the folder and beneath: file:line:column, what is wrong, what to do. Asks nobody.
npm run -s toban -- templates push <folder> [--dry-run] [--force] [--json] [--lang ja|en]
  Checks them, then pushes what differs from the store, and says the versions. With an error nothing is pushed.
npm run -s toban -- templates pull <folder> [--dry-run] [--force] [--json] [--lang ja|en]
  Writes your own templates to the folder, over the file that has one or to <language>/<id>.md. Deletes nothing.
npm run -s toban -- templates schema
  Prints the JSON Schema of the settings at the top of a template, for editors.

  --dry-run     says what would be done
  --force       push: also goes back to an older version. pull: also over changes that were never pushed
  --json        for programs
  --lang        otherwise the workspace's language

A template of the id and language of a shipped one takes its place. The shipped ones can be read and copied under
Postmortems, Templates. The store is the one that the environment names: GOOGLE_CLOUD_PROJECT and FIRESTORE_DATABASE,
else TOBAN_DATA (docs/postmortems.md).
Exit code: 0 all is well, 1 an error or something refused, 2 not understood.`,
  text: (locale) => (locale === 'ja' ? ja : en),
  retires: false,
  schema: templateSchema,
  kind: () => kind,
});
