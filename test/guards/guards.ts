/** One safeguard, and how to take it out of the source. */
export interface Guard {
  readonly guard: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
  /** An environment name without which its tests do not run. */
  readonly needs?: string;
}

const KEPT = 'test/fault/kept.test.ts';
const OUTAGES = 'test/fault/outages.test.ts';
const RUN = 'test/unit/tasks/run.test.ts';

export const guards: readonly Guard[] = [
  {
    guard: "a record's id comes from its cause",
    file: 'shared/platform/ids.ts',
    from: 'JSON.stringify(cause)',
    to: 'randomUUID()',
    tests: [OUTAGES],
  },
  {
    guard: 'the guard is read again in the transaction that claims',
    file: 'shared/tasks/claim.ts',
    from: '!kind.guard(record.data, task)',
    to: 'false',
    tests: [RUN, OUTAGES],
  },
  {
    guard: 'the lease',
    file: 'shared/tasks/claim.ts',
    from: 'dueAt: now + LEASE_MS,',
    to: '',
    tests: [RUN, KEPT],
  },
  {
    guard: 'looking before posting again',
    file: 'shared/tasks/post-once.ts',
    from: 'attempt.unsureSince === null ? null',
    to: 'true ? null',
    tests: [KEPT, OUTAGES],
  },
  {
    guard: 'the search goes by the clock of Slack',
    file: 'shared/tasks/post-once.ts',
    from: 'causeTs ? Number',
    to: 'false ? Number',
    tests: [KEPT],
  },
  {
    guard: 'what slipped through is looked for and corrected',
    file: 'shared/tasks/claim.ts',
    from: '|| !kind.find)',
    to: '|| true)',
    tests: [KEPT],
  },
  {
    guard: 'publish before the answer',
    file: 'functions/ingress/events.ts',
    from: 'await bus.publish(',
    to: 'void bus.publish(',
    tests: ['test/story/edge.test.ts'],
  },
  {
    guard: 'record, events and tasks in one transaction',
    file: 'shared/tasks/commit.ts',
    from: 'else tx.create(taskPath(record, task.id), fresh(record, task, now));',
    to: '',
    tests: [RUN, OUTAGES],
  },
  {
    guard: 'a gesture is heard once',
    file: 'shared/escalation/decide.ts',
    from: 'state.heard.includes(command.cause)',
    to: 'false',
    tests: [KEPT, 'test/unit/escalation/decide.test.ts'],
  },
  {
    guard: 'no argument of Terraform is misspelt',
    file: 'terraform/schedule.tf',
    from: 'attempt_deadline',
    to: 'attempt_dedline',
    tests: ['test/unit/terraform/check.test.ts'],
    needs: 'TERRAFORM_CHECK',
  },
  {
    guard: 'every query has its index in Terraform',
    file: 'terraform/contract/firestore.indexes.json',
    from: '"queryScope": "COLLECTION_GROUP"',
    to: '"queryScope": "COLLECTION"',
    tests: ['test/unit/terraform/contract.test.ts'],
  },
  {
    guard: 'no role is wider than needed',
    file: 'terraform/firestore.tf',
    from: 'roles/datastore.user',
    to: 'roles/datastore.owner',
    tests: ['test/unit/terraform/policy.test.ts'],
  },
  {
    guard: 'no argument of Terraform is missing',
    file: 'terraform/schedule.tf',
    from: '  schedule         = "* * * * *"\n',
    to: '',
    tests: ['test/unit/terraform/wiring.test.ts'],
  },
  {
    guard: 'every index of a query is there',
    file: 'terraform/contract/firestore.indexes.json',
    from: '    {\n      "collectionGroup": "tasks",\n      "queryScope": "COLLECTION_GROUP",\n      "fields": [\n        {\n          "fieldPath": "lane",\n          "order": "ASCENDING"\n        },\n',
    to: '',
    tests: ['test/unit/terraform/contract.test.ts'],
  },
  {
    guard: 'indexes are made from that list',
    file: 'terraform/firestore.tf',
    from: 'for_each = local.composite_indexes',
    to: 'for_each = {}',
    tests: ['test/unit/terraform/wiring.test.ts'],
  },
  {
    guard: 'no primitive role',
    file: 'terraform/bus.tf',
    from: 'role    = "roles/pubsub.publisher"',
    to: 'role    = "roles/editor"',
    tests: ['test/unit/terraform/policy.test.ts'],
  },
  {
    guard: 'no grant on the project where the resource will do',
    file: 'terraform/bus.tf',
    from: 'resource "google_pubsub_topic_iam_member" "publisher"',
    to: 'resource "google_project_iam_member" "publisher"',
    tests: ['test/unit/terraform/policy.test.ts'],
  },
  {
    guard: 'everybody is given nothing',
    file: 'terraform/bus.tf',
    from: 'member  = each.value.member',
    to: 'member  = "allUsers"',
    tests: ['test/unit/terraform/policy.test.ts'],
  },
  {
    guard: 'everybody may not knock at a worker',
    file: 'terraform/services.tf',
    from: 'invokers            = { caller = google_service_account.caller.member }',
    to: 'invokers            = { caller = "allUsers" }',
    tests: ['test/unit/terraform/policy.test.ts'],
  },
  {
    guard: 'a worker is private',
    file: 'terraform/services.tf',
    from: 'public              = false',
    to: 'public              = true',
    tests: ['test/unit/terraform/policy.test.ts'],
  },
  {
    guard: 'every topic is there',
    file: 'terraform/contract/topics.json',
    from: '"work": {',
    to: '"wrok": {',
    tests: ['test/unit/terraform/contract.test.ts'],
  },
  {
    guard: 'every lane has dead letters',
    file: 'terraform/bus.tf',
    from: 'resource "google_pubsub_topic" "dead" {\n  for_each = local.lanes',
    to: 'resource "google_pubsub_topic" "dead" {\n  for_each = {}',
    tests: ['test/unit/terraform/wiring.test.ts'],
  },
  {
    guard: 'every secret that is read is there',
    file: 'terraform/secrets.tf',
    from: '"TOBAN_SESSION_KEY_PREVIOUS", "TOBAN_SHEET_SECRET",',
    to: '"TOBAN_SESSION_KEY_PREVIOUS",',
    tests: ['test/unit/terraform/environment.test.ts'],
  },
  {
    guard: 'every service may read the secrets that it needs',
    file: 'terraform/secrets.tf',
    from: 'work    = ["SLACK_BOT_TOKEN", "SLACK_ADMIN_TOKEN"]',
    to: 'work    = ["SLACK_BOT_TOKEN"]',
    tests: ['test/unit/terraform/wiring.test.ts'],
  },
  {
    guard: 'every service is given the environment that it reads',
    file: 'terraform/services.tf',
    from: '    PUSH_ACCOUNT         = google_service_account.caller.email\n',
    to: '',
    tests: ['test/unit/terraform/wiring.test.ts'],
  },
  {
    guard: 'every lane has its tick',
    file: 'terraform/schedule.tf',
    from: 'for lane in keys(local.lanes) : lane',
    to: 'for lane in ["calls"] : lane',
    tests: ['test/unit/terraform/wiring.test.ts'],
  },
  {
    guard: 'an alert says what to do',
    file: 'docs/operations.md',
    from: '### Undeliverable messages',
    to: '### Undelivered messages',
    tests: ['test/unit/terraform/documents.test.ts'],
  },
  {
    guard: 'a metric takes what the line says',
    file: 'terraform/ages.tf',
    from: 'value = "ageMs"',
    to: 'value = "age"',
    tests: ['test/story/watched.test.ts'],
  },
  {
    guard: 'a command in a document is one that there is',
    file: 'docs/operations.md',
    from: 'gcloud scheduler jobs list --location',
    to: 'gcloud scheduler jobs list --region',
    tests: ['test/unit/architecture/typed.test.ts'],
  },
];
