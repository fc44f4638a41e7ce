import { expect, test } from 'vitest';
import { instantOf } from '../../../shared/rota/index.ts';

test.each([
  ['2026-11-24T12:05', '2026-11-24T03:05:00Z'],
  ['2026-11-24T12:05:30', '2026-11-24T03:05:00Z'],
  ['2026-11-24T12:05Z', '2026-11-24T12:05:00Z'],
  ['2026-11-24T12:05:30.250Z', '2026-11-24T12:05:30.250Z'],
  ['2026-11-24T12:05:00+02:00', '2026-11-24T10:05:00Z'],
])('%s is local unless it says its offset', (text, at) => {
  expect(instantOf(text, 'Asia/Tokyo')).toBe(Date.parse(at));
});

test.each(['', '12:05', '2026-11-31T12:05Z', '2026-11-31T12:05', '2026-11-24T25:05Z', '2026-11-24'])(
  '%j is none',
  (text) => {
    expect(instantOf(text, 'Asia/Tokyo')).toBeNull();
  },
);
