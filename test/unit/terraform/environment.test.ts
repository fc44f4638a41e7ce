import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const all = (text: string, pattern: RegExp) =>
  new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

const readByCode = all(read('shared/platform/config.ts'), /\bread\('([A-Z0-9_]+)'\)/g);
const secrets = all(
  /secret_names\s*=\s*\[([^\]]*)\]/.exec(read('terraform/secrets.tf'))?.[1] ?? '',
  /"([A-Z0-9_]+)"/g,
);
const plain = all(read('terraform/services.tf'), /\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\s*=/g);
const given = new Set([...secrets, ...plain]);

/** Read by functions-framework itself. */
const ofTheFramework = ['FUNCTION_TARGET'];
/** Cloud Run sets PORT and K_REVISION; the others swap a part for one on the laptop, which production never does. */
const notFromTerraform = [
  'PORT',
  'K_REVISION',
  'TOBAN_DATA',
  'SLACK_API_URL',
  'SHEETS_API_URL',
  'DRIVE_API_URL',
  'GEMINI_API_URL',
  'FIRESTORE_EMULATOR_HOST',
  'PUBSUB_EMULATOR_HOST',
];

test('the names are found at all', () => {
  expect(readByCode).toContain('GOOGLE_CLOUD_PROJECT');
  expect(secrets).toContain('SLACK_BOT_TOKEN');
  expect(plain).toContain('PUSH_AUDIENCE');
});

test('every environment name that Terraform gives is one that the code reads', () => {
  expect([...given].filter((name) => !readByCode.has(name) && !ofTheFramework.includes(name))).toEqual([]);
});

test('every environment name that the code reads in production is given by Terraform', () => {
  expect([...readByCode].filter((name) => !given.has(name) && !notFromTerraform.includes(name))).toEqual([]);
});

test('no secret stands in plain environment', () => {
  expect([...plain].filter((name) => secrets.has(name))).toEqual([]);
});
