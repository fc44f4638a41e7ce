import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../shared/incident/index.ts';
import { correctedLater } from '../../../shared/postmortem/index.ts';

const incident = (correctedAt?: Incident['correctedAt']) => ({ number: 7, correctedAt }) as Incident;
const later = (state: object, ...incidents: Incident[]) =>
  correctedLater({
    state: { state: 'published', publishedAt: 100, stateAt: 100, ...state } as never,
    incidents,
  });

describe('what was put right after a postmortem could be quoted', () => {
  test('since the first publication: the facts, and the latest time', () => {
    const [one, ...more] = later({}, incident({ started: 90, detected: 110, vehicles: 130 }));
    expect(one).toMatchObject({ fields: ['detected', 'vehicles'], at: 130, unread: true });
    expect(more).toEqual([]);
  });

  test('neither what was right before, nor words, nor while nobody could read it', () => {
    expect(
      later({}, incident({ started: 100 }), incident({ title: 110, description: 110 }), incident()),
    ).toEqual([]);
    expect(later({ state: 'draft', publishedAt: null }, incident({ started: 110 }))).toEqual([]);
  });

  test('published once more, its words were read again; what was quoted before stays said', () => {
    const again = later({ stateAt: 140 }, incident({ started: 130 }));
    expect(again).toMatchObject([{ fields: ['started'], unread: false }]);
    expect(later({ state: 'draft', stateAt: 120 }, incident({ started: 130 }))).toMatchObject([
      { unread: false },
    ]);
  });
});
