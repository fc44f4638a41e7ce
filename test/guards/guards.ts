/** One safeguard, and how to take it out of the source. */
export interface Guard {
  readonly guard: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
}

export const guards: readonly Guard[] = [
  {
    guard: "a record's id comes from its cause",
    file: 'shared/platform/ids.ts',
    from: 'JSON.stringify(cause)',
    to: 'randomUUID()',
    tests: ['test/story'],
  },
  {
    guard: 'the guard is re-read in the transaction that claims',
    file: 'shared/tasks/claim.ts',
    from: '!kind.guard(record.data, task)',
    to: 'false',
    tests: ['test/unit/tasks', 'test/story'],
  },
  {
    guard: 'the lease',
    file: 'shared/tasks/claim.ts',
    from: 'dueAt: now + LEASE_MS,',
    to: '',
    tests: ['test/unit/tasks', 'test/fault'],
  },
  {
    guard: 'looking before posting again',
    file: 'shared/tasks/post-once.ts',
    from: 'attempt.unsureSince === null ? null',
    to: 'true ? null',
    tests: ['test/fault'],
  },
  {
    guard: 'publish before the answer',
    file: 'functions/ingress/events.ts',
    from: 'await bus.publish(',
    to: 'void bus.publish(',
    tests: ['test/story/edge.test.ts', 'test/fault'],
  },
  {
    guard: 'record, events and tasks in one transaction',
    file: 'shared/tasks/commit.ts',
    from: 'else tx.create(taskPath(record, task.id), fresh(record, task, now));',
    to: '',
    tests: ['test/unit/tasks', 'test/story'],
  },
];
