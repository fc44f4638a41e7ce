import { parsePath } from './path.ts';
import type { QueryShape } from './shape.ts';

/** What an export of the workspace holds: records, what lies beneath them, and how Slack's messages lead to them. */
export const KEPT_COLLECTIONS = [
  'escalations',
  'threads',
  'posts',
  'dms',
  'incidents',
  'incident-numbers',
  'incident-claims',
  'rooms',
  'entries',
  'timeline-entries',
  'runs',
  'run-cards',
  'runbook-runs',
  'runbooks',
  'runbook-index',
  'postmortems',
  'postmortem-of',
  'comments',
  'templates',
  'template-index',
  'versions',
  'action-items',
  'action-reminders',
  'alerts',
  'legal-holds',
  'retention-runs',
  'members',
  'overrides',
  'snapshots',
  'digests',
  'preferences',
  'saved-filters',
  'import-mappings',
  'imported',
  'erasures',
  'events',
  'tasks',
  'audit',
] as const;

/** What it leaves out, and why. */
export const LEFT_COLLECTIONS: Readonly<Record<string, string>> = {
  jobs: 'when each recurring job ran last',
  'doctor-looks': 'what the work lane found when it last looked',
  canaries: 'the hourly trial of the whole way round',
  'dead-letters': 'messages of the bus, not records',
  requests: 'a gesture that has become a record, for the minutes in which it may be delivered again',
  causes: 'the same',
  choices: 'a question to one person that waits for an answer',
  hints: 'the same',
  'exports-taken': 'how many exports somebody has taken in the last day',
  'app-homes': 'which Home tabs are shown anew',
  'idempotency-keys': 'answers to programs, for a day',
  rotas: 'the last good copy of a sheet: the sheet is read again',
  'rota-checks': 'what is wrong in a sheet: it is looked for again',
  duties: 'who was told last that they are on duty',
  'search-entries': 'made from the records again',
  'summary-changes': 'the same',
  'summary-months': 'the same',
  feeds: 'secret addresses of calendars: made anew by whoever wants one',
  'feed-secrets': 'the same',
  'api-tokens': 'keys of programs: made anew',
  webhooks: 'where one installation sends what happens: a restored one must not send there by itself',
  'webhook-listeners': 'the same',
  'webhook-secrets': 'opens with the key of one project only',
  'webhook-deliveries': 'what was sent in the last 30 days',
  'admin-tokens': 'a connection of one installation',
  'encrypted-tokens': 'opens with the key of one project only',
  imports: 'a file that is being imported, and its report: what came of it are records',
  chunks: 'the same',
  report: 'the same',
  'import-uploads': 'the same',
  'import-runs': 'how far an import has come',
  retention: 'which rules were told to the admins, and how far the deletion of tonight is',
  'legal-hold-index': 'made from the holds again',
  removals: 'what is being deleted',
  'install-states': 'ten minutes of an installation',
  'erasure-subjects': 'whose erasure is under way: gone when it is done',
};

const KEPT: ReadonlySet<string> = new Set(KEPT_COLLECTIONS);
const OF_RECORDS: ReadonlySet<string> = new Set(['events', 'tasks']);

/**
 * Whether an export holds a document: by its collection, and history only with the record it is of. Work is history when
 * it is done; what waits belongs to the Toban that runs: restored, it would write to people again.
 */
export function isExported(path: string, data: object): boolean {
  const { collection, parent } = parsePath(path);
  if (collection === 'tasks' && (!('dueAt' in data) || data.dueAt !== null)) return false;
  return KEPT.has(collection) && (!OF_RECORDS.has(collection) || KEPT.has(parsePath(parent).collection));
}

/** What the erasure of a person does not read: ciphertexts, files that go with it, and what it works with. */
const NOT_WALKED: ReadonlySet<string> = new Set([
  'chunks',
  'webhook-secrets',
  'install-states',
  'erasure-subjects',
]);

/** Every collection that may hold a person; what is made from records after the records. */
export const WALKED_COLLECTIONS: readonly string[] = [
  ...KEPT_COLLECTIONS,
  ...Object.keys(LEFT_COLLECTIONS).filter((name) => name !== 'search-entries' && !NOT_WALKED.has(name)),
  'search-entries',
];

/** Every document of a collection, wherever it lies, in the order of paths. */
export const everyDocument = (collection: string): QueryShape => ({
  collection,
  scope: 'group',
  where: [],
  orderBy: [],
});
