import { expect, test } from 'vitest';
import { headOf } from '../../../shared/runbook/into.ts';

test.each([
  ['何が起きましたか。', '何が起きましたか: '],
  ['どこですか。ポートの名前か地域を書いてください。', 'どこですか: '],
  ['Where is it? Address, crossing, what stands nearby.', 'Where is it? '],
  ['Do it: version 2.4.1. Then tell us.', 'Do it: version 2.4.1: '],
  ['一行目\n二行目', '一行目: '],
  ['影響', '影響: '],
])('%s heads its answer in the timeline as %s', (question, head) => {
  expect(headOf(question)).toBe(head);
});
