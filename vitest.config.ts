import { defineConfig } from 'vitest/config';

// One folder of test/ = one kind of test; docs/architecture.md says what each is for.
const project = (name: string, timeout: number) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout },
});

export default defineConfig({
  test: {
    reporters: ['default', './test/count.ts'],
    projects: [
      project('unit', 10_000),
      project('contract', 60_000),
      project('story', 30_000),
      project('fault', 120_000),
      project('browser', 60_000),
    ],
  },
});
