import { auditDocument } from '../audit/index.ts';
import {
  evolveOverride,
  type Override,
  type OverrideEvent,
  type Party,
  partiesOf,
  wordsOf,
} from '../rota/index.ts';
import type { Decision, NewTask } from '../tasks/index.ts';

/** Whom else to tell of a rota's covers, as toban.yaml says: people and channels. */
export interface CoverAudience {
  readonly owners: readonly string[];
  readonly channel: string | null;
}

export type TellWhat = 'active' | 'declined' | 'revoked' | 'expired' | 'unanswered';

/** One thing said to one person or channel. `by`: the name of who pressed, null where nobody did. */
export interface TellStep {
  readonly to: string;
  readonly what: TellWhat;
  readonly by: string | null;
}

const HOUR_MS = 3_600_000;
/** A request that is asked for later than this before its time gets its reminder when the time begins. */
const SOON_MS = 90 * 60_000;

/** Everybody who holds a card of it: both sides, and who asked. */
export const holdersOf = (override: Override): readonly string[] => [
  ...new Set([override.asker.id, ...partiesOf(override).map(({ id }) => id)]),
];

/**
 * What must follow from the events of an override: everybody's card shows it, those it touches hear of what they did
 * not press themselves, the rota is looked at again, and the audit knows who. Pure.
 */
export function planOverride(
  events: readonly OverrideEvent[],
  before: Override | null,
  path: string,
  by: Party | null,
  { owners, channel }: CoverAudience,
  now: number,
): Decision<OverrideEvent> {
  const after = events.reduce<Override | null>(evolveOverride, before);
  if (after === null || events.length === 0) return { events: [], tasks: [] };
  const happened = events.at(-1)?.type;
  const others = holdersOf(after).filter((user) => user !== by?.id);
  const around = [...new Set([...owners, ...(channel ? [channel] : [])])].filter(
    (place) => !holdersOf(after).includes(place),
  );
  const say = (what: TellWhat, places: readonly string[]): TellStep[] =>
    places.map((to) => ({ to, what, by: by?.name ?? null }));
  const tells = ((): TellStep[] => {
    switch (happened) {
      case 'activated':
        // What stands from the beginning is told by the cards themselves.
        return say('active', before === null ? around : [...others, ...around]);
      case 'declined':
        return say('declined', others);
      case 'revoked':
        return say('revoked', before?.status === 'active' ? [...others, ...around] : others);
      case 'expired':
        return say('expired', [after.asker.id]);
      default:
        return [];
    }
  })();
  return {
    events,
    tasks: [
      ...holdersOf(after).map((user) => cardTask(user, now)),
      ...tells.map((step, i) => tellTask(`tell-${after.version}-${i}`, step, now)),
      ...(before === null && after.status === 'proposed' ? waiting(after, now) : []),
      ...(happened === 'activated' || happened === 'revoked' ? [task('look', 'look', 'work', now)] : []),
    ],
    pointers: by && happened ? [audited(happened, path, after, by, now)] : [],
  };
}

const task = (
  id: string,
  kind: string,
  lane: NewTask['lane'],
  dueAt: number,
  step: object = {},
): NewTask => ({
  id,
  kind: `override.${kind}`,
  lane,
  dueAt,
  step,
  mode: 'arm',
});

/** One task for each card, for many causes: it is made to show the override as it stands. */
const cardTask = (user: string, now: number): NewTask => task(`card-${user}`, 'card', 'calls', now, { user });

export const tellTask = (id: string, step: TellStep, now: number): NewTask =>
  task(id, 'tell', 'calls', now, step);

/** A request that nobody answers is brought up once before its time, and runs out with it. */
function waiting({ start, until }: Override, now: number): NewTask[] {
  const remindAt = start - now > SOON_MS ? start - HOUR_MS : start;
  return [
    ...(remindAt > now ? [task('remind', 'remind', 'work', remindAt)] : []),
    task('expire', 'expire', 'work', until),
  ];
}

/** Reminders of a request that still waits: to those whose word is missing, and to who asked. */
export const remindTasks = (override: Override, now: number): NewTask[] =>
  [...new Set([...wordsOf(override, override.accepted), override.asker.id])].map((to, i) =>
    tellTask(`unanswered-${i}`, { to, what: 'unanswered', by: null }, now),
  );

const ACTIONS: Readonly<Record<OverrideEvent['type'], string>> = {
  proposed: 'ask',
  accepted: 'accept',
  activated: 'accept',
  declined: 'decline',
  revoked: 'revoke',
  expired: 'expire',
};

function audited(type: OverrideEvent['type'], path: string, { rota }: Override, by: Party, now: number) {
  const action = `cover.${ACTIONS[type]}`;
  return auditDocument({ at: now, by: by.id, name: by.name, action, record: path, target: rota });
}
