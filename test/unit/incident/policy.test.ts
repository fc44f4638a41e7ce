import { expect, test } from 'vitest';
import { incidentNoun } from '../../../shared/incident/index.ts';
import type { Incident } from '../../../shared/incident/model.ts';
import { mayTell, WAYS, type Way } from '../../../shared/incident/policy.ts';
import { CS, ONO, opened, person, settings, T0 } from './builders.ts';

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
  document: { public: 'all', drill: 'all', private: 'nothing', 'private drill': 'nothing' },
  webhook: { public: 'all', drill: 'nothing', private: 'nothing', 'private drill': 'nothing' },
  'webhook-private': { public: 'all', drill: 'nothing', private: 'all', 'private drill': 'nothing' },
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

/** By which way each side effect speaks; `null`: it says nothing of the incident to anybody. */
const WAY_OF: Readonly<Record<string, Way | null>> = {
  number: null,
  channel: 'room',
  rejoin: null,
  topic: 'room',
  purpose: 'room',
  bookmark: 'room',
  card: 'room',
  suggest: 'room',
  pin: null,
  announce: 'announce',
  call: 'call-thread',
  receipt: 'person',
  'room-lost': 'person',
  duty: null,
  group: null,
  invite: null,
  'roll-call': null,
  'call-in': 'person',
  update: 'audience',
  'update-overdue': 'person',
  'ask-roles': 'room',
  numbers: 'room',
  postmortem: null,
  redraft: null,
  duties: 'room',
  'duty-due': 'room',
};
const noun = incidentNoun({ settings } as never);

test('every side effect is known by the way it speaks', () => {
  expect(Object.keys(noun.kinds).sort()).toEqual(Object.keys(WAY_OF).sort());
});

test.each(kinds)(
  'where a way may say nothing of a %s incident, its side effects do not even begin',
  (kind) => {
    const one = opened({
      private: kind.includes('private'),
      drill: kind.includes('drill'),
      people: [ONO, CS],
    });
    const update = { audiences: ['cs'], known: 'K', doing: '', nextAt: T0 + 1 };
    one.give({ type: 'post-update', update, by: ONO, cause: 'c' }, T0);
    const state = one.state as Incident;
    const steps: Readonly<Record<string, unknown>> = {
      'call-in': { user: 'UEVE' },
      update: { update: state.updates[0]?.id, place: 'C0CSHELP' },
    };
    for (const way of ['announce', 'audience', 'person'] as const) {
      const may = mayTell(state, way, way === 'person' ? 'UEVE' : null) !== 'nothing';
      for (const verb of ['announce', 'update', 'call-in'].filter((one) => WAY_OF[one] === way))
        expect([verb, noun.kinds[verb]?.guard(state, { step: steps[verb] ?? {} } as never)]).toEqual([
          verb,
          may,
        ]);
    }
  },
);
