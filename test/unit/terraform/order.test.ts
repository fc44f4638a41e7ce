import { expect, test } from 'vitest';
import { blocks } from './hcl.ts';

/** What a module waits for as a whole; without it Terraform begins with whatever it likes. */
const waitsFor = (name: string): string[] => {
  const module = blocks.find(({ kind, labels }) => kind === 'module' && labels[0] === name);
  const [, list = ''] = /^ {2}depends_on = \[([^\]]*)\]$/m.exec(module?.body ?? '') ?? [];
  return list.split(',').map((one) => one.trim());
};

test('whoever asks the database gets no new version before its indexes are built', () => {
  for (const name of ['worker', 'web'])
    expect(waitsFor(name), name).toEqual(
      expect.arrayContaining(['google_firestore_index.composite', 'google_firestore_field.override']),
    );
});

test('Slack’s edge is renewed after the workers, which must understand what it sends', () => {
  expect(waitsFor('ingress')).toContain('module.worker');
});
