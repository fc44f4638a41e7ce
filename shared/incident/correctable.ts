import type { Incident } from './model.ts';
import { type Correctable, type Field, MILESTONES, type Milestone } from './parts.ts';

interface Rule<V> {
  read(state: Incident): V;
  write(state: Incident, value: V): Incident;
}

/** What can be put right later, and where it stands in the record. Whoever adds something here adds its words and forms. */
const RULES: { readonly [F in Field]: Rule<Correctable[F]> } = {
  title: own('title'),
  description: own('description'),
  service: own('service'),
  ...(Object.fromEntries(MILESTONES.map((name) => [name, milestone(name)])) as Record<
    Milestone,
    Rule<Correctable[Milestone]>
  >),
  inquiries: fact('inquiries'),
  vehicles: fact('vehicles'),
  users: fact('users'),
  duties: fact('duties'),
  severities: own('severities'),
};

/** In the order of the forms. */
export const CORRECTABLE = Object.keys(RULES) as readonly Field[];

export const readField = <F extends Field>(state: Incident, field: F): Correctable[F] =>
  RULES[field].read(state);
export const writeField = <F extends Field>(state: Incident, field: F, value: Correctable[F]): Incident =>
  RULES[field].write(state, value);

/** The version at which each field last changed, by whatever event: this is what tells two correctors of each other. */
export function revisedBy(before: Incident | null, state: Incident): Incident['revised'] {
  const changed = CORRECTABLE.filter(
    (field) => before === null || !same(readField(before, field), readField(state, field)),
  );
  if (changed.length === 0) return state.revised;
  return { ...state.revised, ...Object.fromEntries(changed.map((field) => [field, state.version])) };
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function own<F extends 'title' | 'description' | 'service' | 'severities'>(field: F): Rule<Correctable[F]> {
  return {
    read: (state) => state[field] as Correctable[F],
    write: (state, value) => ({ ...state, [field]: value }),
  };
}

function fact<F extends 'inquiries' | 'vehicles' | 'users' | 'duties'>(field: F): Rule<Correctable[F]> {
  return {
    read: ({ facts }) => facts[field] as Correctable[F],
    write: (state, value) => ({ ...state, facts: { ...state.facts, [field]: value } }),
  };
}

function milestone(name: Milestone): Rule<Correctable[Milestone]> {
  return {
    read({ milestones }) {
      const stamp = milestones[name];
      return stamp === undefined ? null : (stamp.at ?? 'not-applicable');
    },
    write(state, value) {
      const { [name]: _before, ...others } = state.milestones;
      const at = value === 'not-applicable' ? null : value;
      const stamp = { [name]: { at, how: 'corrected' as const } };
      return { ...state, milestones: value === null ? others : { ...others, ...stamp } };
    },
  };
}
