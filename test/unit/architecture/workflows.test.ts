import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { files, read } from './source.ts';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly { uses?: string; run?: string; with?: Readonly<Record<string, unknown>> }[];
}

const workflows = files.filter((file) => /^\.github\/workflows\/.+\.ya?ml$/.test(file));
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));

test.each(workflows)(
  '%s may read the code and nothing else, and runs only code that was looked at',
  (file) => {
    const workflow: Workflow = parse(read(file));
    expect(workflow.permissions).toEqual({ contents: 'read' });
    // It would run a stranger's code with our rights.
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toBeUndefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
      for (const { uses, run, with: given } of job.steps) {
        if (uses) expect(uses).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
        if (uses?.startsWith('actions/checkout@'))
          expect(given).toMatchObject({ 'persist-credentials': false });
        // Titles and names of branches are written by strangers; a shell would obey them.
        expect(run ?? '').not.toMatch(/\$\{\{/);
        for (const [, script = ''] of (run ?? '').matchAll(/\bnpm run ([\w:-]+)/g))
          expect(scripts).toHaveProperty(script);
      }
    }
  },
);

test('what production runs is looked through for known holes with each change and each night', () => {
  for (const file of ['.github/workflows/ci.yml', '.github/workflows/nightly.yml'])
    expect(read(file)).toContain('npm audit --omit=dev');
});
