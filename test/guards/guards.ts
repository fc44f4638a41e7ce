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
];
