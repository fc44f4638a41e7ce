import { expect, test } from 'vitest';
import { forms } from '../../../shared/incident/form-table.ts';
import { VERBS, verbOf } from '../../../shared/oncall/words.ts';
import { manifest } from '../../../shared/slack/index.ts';
import { read } from './source.ts';

const text = read('docs/commands.md');
const { features } = manifest('https://toban.example.com');
const sectionOf = (heading: string): string =>
  text.split(/^## /m).find((section) => section.startsWith(heading)) ?? '';
/** `/oncall who 12/31 23:00` → what stands behind the command, of every example in the text. */
const examplesOf = (command: string): string[] =>
  [...text.matchAll(/`(\/[a-z]+)([^`]*)`/g)].flatMap(([, name, rest = '']) =>
    name === command ? [rest.trim()] : [],
  );

test('every slash command of the manifest has its chapter in docs/commands.md, and no other', () => {
  const chapters = [...text.matchAll(/^## `(\/[a-z]+)`/gm)].map(([, name = '']) => name);
  expect([...chapters].sort()).toEqual(features.slash_commands.map(({ command }) => command).sort());
});

test('every /oncall that the document shows is understood, and everything understood is shown in both languages', () => {
  const verbs = examplesOf('/oncall').map((example) => ({ example, verb: verbOf(example).verb }));
  expect(verbs.filter(({ verb }) => verb === null)).toEqual([]);
  const missing = Object.keys(VERBS).filter(
    (verb) =>
      new Set(verbs.flatMap((one) => (one.verb === verb ? [one.example] : []))).size <
      (verb === 'now' ? 1 : 2),
  );
  expect(missing).toEqual([]);
});

test('every form of /incident is named', () => {
  const named = [...sectionOf('`/incident`').matchAll(/`(?:\/incident )?([a-z]+)/g)].map(([, word]) => word);
  // `edit` is reached by a button only.
  const missing = Object.keys(forms).filter((verb) => verb !== 'edit' && !named.includes(verb));
  expect(missing).toEqual([]);
});

test('every shortcut stands there by the names that people see', () => {
  for (const locale of ['ja', 'en'] as const) {
    const { shortcuts } = manifest('https://toban.example.com', { locale }).features;
    for (const { name } of shortcuts) expect(sectionOf('On a message')).toContain(`| ${name} |`);
  }
});
