import { expect, test } from 'vitest';
import { type FoundPostmortem, mayRead } from '../../../shared/postmortem/find.ts';

const incident = (secret: boolean) =>
  ({
    private: secret,
    drill: false,
    people: [],
    roles: {},
    declaredBy: { user: 'U0ONO', name: '小野' },
  }) as never;
const found = (secret: boolean, incidents: readonly boolean[], about = incidents.length) =>
  ({
    state: { private: secret, incidents: Array(about).fill('inc') },
    incidents: incidents.map(incident),
  }) as never as FoundPostmortem;

test.each([
  ['open to all', found(false, [false]), 'U0CS', true],
  ['private, to its people', found(true, [true]), 'U0ONO', true],
  ['private, to others', found(true, [true]), 'U0CS', false],
  ['private, and its incident is no longer kept', found(true, [], 1), 'U0ONO', false],
  ['private, and one of two is no longer kept', found(true, [true], 2), 'U0ONO', false],
  ['open, and its incident is no longer kept', found(false, [], 1), 'U0CS', true],
])('a postmortem may be read: %s', (_what, one, reader, may) => {
  expect(mayRead(one, reader)).toBe(may);
});
