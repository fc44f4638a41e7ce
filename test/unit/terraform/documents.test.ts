import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blocks, resources } from './hcl.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const operations = read('docs/operations.md');
const chapter = operations.split(/^## /m).find((text) => text.startsWith('When an alarm comes')) ?? '';
const runbooks = [...chapter.matchAll(/^### (.+)$/gm)].map(([, title = '']) =>
  title.toLowerCase().replaceAll(' ', '-'),
);

test('every alert leads to what to do about it, and nothing is written about an alert that never comes', () => {
  const alerts = resources.filter(({ labels: [type] }) => type === 'google_monitoring_alert_policy');
  const led = alerts.map(({ labels, body }) => ({
    alert: labels[1],
    to: /^ {4}content .*docs\/operations\.md#([\w-]+)/m.exec(body)?.[1],
  }));
  expect(led.filter(({ to }) => !to || !runbooks.includes(to))).toEqual([]);
  // The budget's mail comes from the billing account.
  expect(new Set(runbooks)).toEqual(new Set([...led.map(({ to }) => to), 'the-budget']));
});

test('every secret_versions that a document shows is one that Terraform takes', () => {
  const variable = blocks.find(({ kind, labels }) => kind === 'variable' && labels[0] === 'secret_versions');
  const [, list = ''] = /for name in \[([^\]]+)\] : contains/.exec(variable?.body ?? '') ?? [];
  const needed = [...list.matchAll(/"(\w+)"/g)].map(([, name = '']) => name);
  const shown = [operations, read('terraform/terraform.tfvars.example')].flatMap((text) =>
    [...text.matchAll(/secret_versions = \{([^}]*)\}/g)].map(([, entries = '']) => entries),
  );
  expect(needed).toContain('SLACK_BOT_TOKEN');
  expect(shown.length).toBeGreaterThan(2);
  for (const entries of shown) expect(needed.filter((name) => !entries.includes(`${name} `))).toEqual([]);
});

test('the table of terraform/README.md names every file of the folder', () => {
  const table = read('terraform/README.md').split('\n## ')[0] ?? '';
  const files = readdirSync(new URL('../../../terraform/', import.meta.url));
  const missing = files.filter((file) => file.endsWith('.tf') && !table.includes(`\`${file}\``));
  expect(missing).toEqual([]);
});
