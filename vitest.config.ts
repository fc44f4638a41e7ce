import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Terraform takes two minutes in a file of twenty lines: begun last, as the smallest, all else would wait for it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith('test/unit/terraform/check.test.ts');
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

// One folder of test/ = one kind of test; docs/architecture.md says what each is for.
// What runs processes, sockets and browsers beside each other may be starved once: it is tried again, and named.
const project = (name: string, timeout: number, retry = 1) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout, retry },
});

export default defineConfig({
  test: {
    // All processors: by itself Vitest leaves one free, which is half of a small machine.
    maxWorkers: '100%',
    // Files of one worker share what they import: loading it anew for each was almost half of the time. A test that
    // changes something global puts it back.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './test/count.ts'],
    projects: [
      project('unit', 30_000, 0),
      project('contract', 60_000),
      project('story', 30_000),
      project('fault', 120_000),
      project('browser', 60_000),
    ],
  },
});
