import { expect, test } from 'vitest';
import { incidentNumber } from '../../../shared/incident/index.ts';

test.each([
  ['INC-7', 7],
  ['inc7', 7],
  ['ＩＮＣ－１２', 12],
  ['ＩＮＣー７', 7],
  [' INC−7 ', 7],
  ['7', null],
  ['INC-', null],
  ['INC-7x', null],
  ['INC-1234567890', null],
])('%j names %j', (word, number) => {
  expect(incidentNumber(word)).toBe(number);
});
