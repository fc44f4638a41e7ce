import { expect, test } from 'vitest';
import { describeSection } from '../../../shared/postmortem/index.ts';
import type { Postmortem } from '../../../shared/postmortem/model.ts';

const state = {
  id: 'pm_1',
  team: 'T1',
  private: false,
  form: { sections: [{ id: 'timeline', title: 'タイムライン' }] },
} as unknown as Postmortem;
const textOf = (text: string): string => describeSection(state, 'timeline', text, 0).text;

test('a section is found by its words and its tickets, and not by where its lines are cited from', () => {
  const line = '再起動した ([14:54](<http://127.0.0.1:8080/incidents/INC-3?from=start#t-14-0>))';
  expect(textOf(line)).toBe('再起動した (14:54)');
  expect(textOf('[前と同じ](https://toban.example/incidents/INC-12)')).toBe('前と同じ');
  expect(textOf('[修正](https://tickets.example/OPS-77)')).toContain('OPS-77');
});
