import { expect, test } from 'vitest';
import { mayTell, WAYS, type Way } from '../../../shared/incident/policy.ts';
import { CS, ONO, person } from './builders.ts';

const kinds = ['public', 'drill', 'private', 'private drill'] as const;
type Kind = (typeof kinds)[number];
const of = (kind: Kind) => ({
  private: kind.includes('private'),
  drill: kind.includes('drill'),
  people: [CS],
  roles: { commander: { ...person('UKATO'), at: 0 } },
  declaredBy: ONO,
});

/** What each way says of each kind of incident, to nobody in particular. */
const TABLE: Readonly<Record<Way, Readonly<Record<Kind, string>>>> = {
  room: { public: 'all', drill: 'all', private: 'all', 'private drill': 'all' },
  person: { public: 'all', drill: 'all', private: 'nothing', 'private drill': 'nothing' },
  announce: { public: 'all', drill: 'all', private: 'nothing', 'private drill': 'nothing' },
  audience: { public: 'all', drill: 'nothing', private: 'nothing', 'private drill': 'nothing' },
  'call-thread': { public: 'all', drill: 'all', private: 'masked', 'private drill': 'masked' },
  page: { public: 'all', drill: 'all', private: 'nothing', 'private drill': 'nothing' },
  numbers: { public: 'all', drill: 'nothing', private: 'nothing', 'private drill': 'nothing' },
  draft: { public: 'all', drill: 'all', private: 'nothing', 'private drill': 'nothing' },
  webhook: { public: 'all', drill: 'nothing', private: 'nothing', 'private drill': 'nothing' },
};

test.each(WAYS.flatMap((way) => kinds.map((kind) => [way, kind, TABLE[way][kind]] as const)))(
  'by %s, a %s incident says %s',
  (way, kind, said) => {
    expect(mayTell(of(kind), way)).toBe(said);
  },
);

test.each([
  ['who declared it', 'UONO', 'all'],
  ['who asked for help', 'UCS', 'all'],
  ['who holds a role', 'UKATO', 'all'],
  ['anybody else', 'UEVE', 'nothing'],
])('a private incident is shown to %s: %s %s', (_who, user, said) => {
  expect(mayTell(of('private'), 'page', user)).toBe(said);
  expect(mayTell(of('private'), 'person', user)).toBe(said);
});
