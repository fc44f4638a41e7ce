import { type Locale, momentIn, viaText } from '../../language/index.ts';
import { describeAssessment } from '../../severity/index.ts';
import { changeText } from '../change-text.ts';
import type { Incident, IncidentEvent } from '../model.ts';
import type { Milestone, Person, Update } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { type IncidentText, incidentText, labelOf } from '../text.ts';
import { type TimelineText, timelineText } from './text.ts';

/** What a line is about; a page gives each its sign. */
export type Mark = 'start' | 'status' | 'severity' | 'impact' | 'people' | 'room' | 'update' | 'time';

/** A line before it has its place. Plain text, in the reader's language. */
export interface Line {
  readonly at: number;
  readonly mark: Mark;
  readonly text: string;
  readonly facts?: readonly string[];
  readonly link?: string | null;
}

export interface TimelineReader {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  readonly settings: Settings;
}

export interface Scene extends TimelineReader {
  readonly state: Incident;
  readonly text: TimelineText;
  readonly words: IncidentText;
  name(person: Person): string;
  nameOrNull(person: Person | null): string | null;
  nameOf(user: string): string;
  time(at: number): string;
}

export function sceneFor(state: Incident, reader: TimelineReader): Scene {
  const text = timelineText(reader.locale);
  const known = new Map(state.people.map(({ user, name }) => [user, name]));
  // Whom the rules name is known by id alone until somebody has looked them up.
  const name = ({ user, name, via }: Person) =>
    `${text.san(name === user ? (known.get(user) ?? name) : name)}${viaText(via, reader.locale)}`;
  return {
    ...reader,
    state,
    text,
    words: incidentText(reader.locale),
    name,
    nameOrNull: (person) => person && name(person),
    nameOf: (user) => text.san(known.get(user) ?? user),
    time: (at) => momentIn(at, reader),
  };
}

type Teller<T extends IncidentEvent['type']> = (
  event: Extract<IncidentEvent, { type: T }>,
  scene: Scene,
) => Omit<Line, 'at'> | readonly Line[] | null;

const reasonOf = (reason: string | null, { text }: Scene) => (reason ? [text.reason(reason)] : []);
const updateFacts = ({ known, doing }: Update): string[] => [known, doing].filter((part) => part !== '');

/** Each type of event in words; null for what is bookkeeping or stands on the timeline by itself. */
export const tellers: { readonly [T in IncidentEvent['type']]: Teller<T> } = {
  declared(event, { text, words, nameOrNull }) {
    if (event.over) {
      const own = Object.entries(event.over) as [Milestone, number][];
      return [
        ...own.map(([name, at]): Line => ({ at, mark: 'start', text: words.milestones[name] })),
        event.past
          ? {
              at: event.at,
              mark: 'start',
              text: text.imported(text.san(event.past.by.name), event.past.externalId),
              link: event.past.link,
            }
          : { at: event.at, mark: 'start', text: text.entered(nameOrNull(event.by), event.title) },
      ];
    }
    const reached = (at: number | null, words: string): Line[] =>
      at !== null && at < event.at ? [{ at, mark: 'start', text: words }] : [];
    return [
      ...reached(event.startedAt, text.started),
      ...reached(event.detectedAt, text.detected),
      ...reached(event.acknowledgedAt, text.acknowledged),
      { at: event.at, mark: 'start', text: text.declared(nameOrNull(event.by), event.title) },
    ];
  },
  numbered: ({ number }, { text }) => ({ mark: 'start', text: text.numbered(labelOf(number)) }),
  described: ({ by, title }, { text, name }) => ({ mark: 'status', text: text.described(name(by), title) }),
  'status-changed': ({ by, to, reason }, scene) => ({
    mark: 'status',
    text: scene.text.status(scene.nameOrNull(by), scene.words.statuses[to]),
    facts: reasonOf(reason, scene),
  }),
  corrected: ({ by, reason, changes }, scene) => ({
    mark: 'time',
    text: scene.text.corrected(scene.name(by)),
    facts: [...changes.map((change) => changeText(change, scene)), ...reasonOf(reason, scene)],
  }),
  retold: ({ by }, { text, name, state }) => ({
    mark: 'time',
    text: text.retold(name(by), state.past?.externalId ?? ''),
  }),
  'role-given': ({ role, to }, scene) => ({
    mark: 'people',
    text: scene.text.roleGiven(roleName(role, scene), scene.name(to)),
  }),
  'role-freed': ({ role, by }, scene) => ({
    mark: 'people',
    text: scene.text.roleFreed(roleName(role, scene), scene.name(by)),
  }),
  'impact-changed': ({ by, facts }, scene) => {
    if (by === null) return { mark: 'impact', text: scene.text.alerts(facts.alerts.length) };
    const { words, text, settings, locale, nameOrNull } = scene;
    const duties = facts.duties.map(
      (id) => settings.severity.duties.find((duty) => duty.id === id)?.name[locale] ?? id,
    );
    const said = [
      facts.vehicles && words.impact.vehicles(facts.vehicles),
      facts.users && words.impact.users(facts.users),
      ...duties,
    ].filter((part) => part !== null);
    const who = nameOrNull(by);
    return {
      mark: 'impact',
      text: said.length > 0 ? text.impact(who, said.join(' · ')) : text.noImpact(who),
    };
  },
  'inquiries-added': ({ by, count, ticket }, { text, nameOrNull }) => ({
    mark: 'impact',
    text: text.inquiries(nameOrNull(by), count),
    link: ticket,
  }),
  'severity-assessed': ({ assessment }, { text, settings, locale }) => ({
    mark: 'severity',
    text: text.severity(assessment.severity),
    facts: [describeAssessment(assessment, settings.severity.duties, locale)],
  }),
  'severity-overridden': ({ override }, scene) => ({
    mark: 'severity',
    text: scene.text.overridden(scene.name(override.by), override.severity),
    facts: reasonOf(override.reason, scene),
  }),
  'override-cleared': ({ by }, { text, name }) => ({
    mark: 'severity',
    text: text.overrideCleared(name(by)),
  }),
  'call-linked': (_event, { text }) => ({ mark: 'impact', text: text.callLinked }),
  'people-wanted': ({ people }, { text, name }) => ({
    mark: 'people',
    text: text.wanted(listed(people.map(name), text)),
  }),
  'room-opened': ({ room }, { text }) => ({
    mark: 'room',
    text: text.roomOpened(room.name, room.madeBy === 'admin'),
  }),
  'room-changed': ({ room }, { text }) => ({ mark: 'room', text: text.roomChanged(room.name, room.state) }),
  joined: ({ user }, { text, nameOf }) => ({ mark: 'people', text: text.joined(nameOf(user)) }),
  left: ({ user }, { text, nameOf }) => ({ mark: 'people', text: text.left(nameOf(user)) }),
  'duties-ticked': ({ by, done }, { text, name, settings, locale }) => {
    const steps = settings.severity.duties.flatMap(({ id, steps: own }) =>
      own.map(({ tell }, i) => ({ key: `${id}:${i}`, words: tell[locale] })),
    );
    const words = steps.filter(({ key }) => done.includes(key)).map((step) => step.words);
    return { mark: 'impact', text: text.dutiesTicked(name(by)), facts: words };
  },
  'called-in': ({ users }, { text, nameOf }) => ({
    mark: 'severity',
    text: text.calledIn(listed(users.map(nameOf), text)),
  }),
  named: () => null,
  posted: () => null,
  'update-posted': ({ update }, { text, name }) => ({
    mark: 'update',
    text: text.updatePosted(name(update.by)),
    facts: updateFacts(update),
  }),
  'update-edited': ({ update, by }, { text, name }) => ({
    mark: 'update',
    text: text.updateEdited(name(by)),
    facts: updateFacts(update),
  }),
  'run-noted': ({ title, what, who, reason }, scene) => ({
    mark: 'status',
    text: scene.text.run(title, what, scene.nameOrNull(who)),
    facts: reasonOf(reason, scene),
  }),
  heard: () => null,
};

/** The lines of one event; an event of another version is shown by its type rather than left out. */
export function linesOf(event: IncidentEvent, scene: Scene): readonly Line[] {
  const tell = Object.hasOwn(tellers, event.type)
    ? (tellers[event.type] as Teller<IncidentEvent['type']>)
    : null;
  if (tell === null) return [{ at: event.at, mark: 'status', text: scene.text.other(event.type) }];
  const told = tell(event, scene);
  if (told === null) return [];
  return 'text' in told ? [{ ...told, at: event.at }] : told;
}

const roleName = (role: string, { settings, locale }: Scene): string =>
  settings.incident.roles.find(({ id }) => id === role)?.name[locale] ?? role;

const MOST_NAMES = 8;

export function listed(names: readonly string[], text: TimelineText): string {
  const shown = names.slice(0, MOST_NAMES);
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [text.more(rest)] : [])].join(text.list);
}
