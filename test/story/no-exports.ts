/** Zips that are no exports of this Toban, with their files, and the sentence in which each is refused. */
export const NO_EXPORTS: readonly (readonly [
  what: string,
  files: Record<string, string>,
  sentence: string,
])[] = [
  [
    'a zip of something else',
    { 'a.txt': 'x' },
    'This is no export of Toban: it has no manifest.json of one.',
  ],
  [
    'an export of another workspace',
    { 'manifest.json': '{"format":"toban","version":1,"team":"T0OTHER"}' },
    'This export is of the workspace T0OTHER, and this Toban is of T0TOBAN.',
  ],
  [
    'a newer one',
    { 'manifest.json': '{"format":"toban","version":2,"team":null}' },
    'A newer Toban made this export. Update this one first.',
  ],
  [
    'a key that somebody has written into it',
    {
      'manifest.json': '{"format":"toban","version":1,"team":null}',
      'documents/incidents-0001.ndjson': '{"path":"api-tokens/abc","data":{"role":"admin"}}\n',
    },
    'documents/incidents-0001.ndjson holds api-tokens/abc, which no export holds.',
  ],
  [
    'work that would write to people',
    {
      'manifest.json': '{"format":"toban","version":1,"team":null}',
      'documents/tasks-0001.ndjson': '{"path":"incidents/a/tasks/b","data":{"lane":"calls","dueAt":1}}\n',
    },
    'documents/tasks-0001.ndjson holds incidents/a/tasks/b, which no export holds.',
  ],
  [
    'a broken line',
    {
      'manifest.json': '{"format":"toban","version":1,"team":null}',
      'documents/incidents-0001.ndjson': '{"path":"incid',
    },
    'A line of documents/incidents-0001.ndjson is no document.',
  ],
];
