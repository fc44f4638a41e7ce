import type { TestModule } from 'vitest/node';

/** Ends a run with one plain line, `742 passed, 0 failed, 5 skipped`, that people and machines can read. */
export default class CountReporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        count[test.result().state] += 1;
        // Not hidden: what needs a second try on a busy machine is a test to mend.
        if (test.diagnostic()?.flaky)
          process.stdout.write(`\nPASSED AT A SECOND TRY: ${module.relativeModuleId} > ${test.fullName}`);
      }
      if (module.state() === 'failed' && [...module.children.allTests()].length === 0) count.failed += 1;
    }
    const { passed, failed, skipped } = count;
    process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  }
}
