import type { NewTask } from '../tasks/index.ts';
import type { Command, Incident } from './model.ts';
import type { Person, Room } from './parts.ts';
import type { Settings } from './settings.ts';

/** Tasks whose id says what they bring about; the checklist shows them in this order. */
const task = (
  id: string,
  dueAt: number,
  { verb = id, lane = 'work', step = {}, mode = 'create' }: Partial<NewTask> & { verb?: string } = {},
): NewTask => ({ id, kind: `incident.${verb}`, lane, dueAt, step, mode });

/** "Show version ≥ n": one task each, whatever changed. */
export const showTask = (id: 'card' | 'announce' | 'topic' | 'receipt', now: number): NewTask =>
  task(id, now, { mode: 'arm', lane: id === 'card' ? 'calls' : 'work' });

/** Who declared it, where that is somebody who can be written to: a service or a bot cannot. */
export const declarerOf = ({ declaredBy }: Pick<Incident, 'declaredBy'>): Person | null =>
  declaredBy?.bot ? null : declaredBy;

export const receiptTasks = (state: Pick<Incident, 'declaredBy'>, now: number): NewTask[] =>
  declarerOf(state) ? [showTask('receipt', now)] : [];

/** The card of a linked call says that it has become an incident, and where. */
export const callTasks = (state: { readonly calls: Incident['calls'] }, now: number): NewTask[] =>
  state.calls.map((_call, index) =>
    task(`call-${index}`, now, { verb: 'call', lane: 'calls', step: { index }, mode: 'arm' }),
  );

/** What follows at once from a declare: the number, on which everything in Slack waits, and who is to be asked. */
export function declareTasks(
  command: Extract<Command, { type: 'declare' }>,
  { incident }: Settings,
  now: number,
): NewTask[] {
  const service = incident.services.find(({ id }) => id === command.service);
  const rotas = new Set([...incident.invite.rotas, ...(service?.rota ? [service.rota] : [])]);
  return [
    task('number', now, { lane: 'calls' }),
    ...callTasks(command, now),
    ...receiptTasks({ declaredBy: command.by }, now),
    ...[...rotas].map((rota) => task(`duty-${rota}`, now, { verb: 'duty', lane: 'calls', step: { rota } })),
    ...incident.invite.groups.map((group) => task(`group-${group}`, now, { verb: 'group', step: { group } })),
    askRolesTask(now + incident.askForRolesAfter, 0),
  ];
}

/** Of one that was over by the time it was entered: its number, and nothing else ever. */
export const enteredTasks = (now: number): NewTask[] => [task('number', now, { lane: 'calls' })];

/** Once numbered: the room, and the announcement, which does not wait for the room. */
export const numberedTasks = (now: number): NewTask[] => [
  task('channel', now, { lane: 'calls' }),
  showTask('announce', now),
];

/** Once there is a room: everything in it, one effect each. */
export function roomTasks(state: Incident, room: Room, { incident }: Settings, now: number): NewTask[] {
  return [
    showTask('card', now),
    showTask('topic', now),
    task('purpose', now),
    task('suggest', now),
    task('bookmark-page', now, { verb: 'bookmark', step: { index: null } }),
    ...incident.bookmarks.map((_one, index) =>
      task(`bookmark-${index}`, now, { verb: 'bookmark', step: { index } }),
    ),
    ...(state.calls.length > 0
      ? [task('bookmark-call', now, { verb: 'bookmark', step: { index: 'call' } })]
      : []),
    ...(state.facts.duties.length > 0 ? [dutiesTask(now)] : []),
    ...inviteTasks(state.people, room, now),
    ...callTasks(state, now),
    showTask('announce', now),
    ...receiptTasks(state, now),
  ];
}

/** Somebody waits for the first of them; more would stand before a call for help. */
const AT_ONCE = 20;

/** One invitation each, so that one bad id never keeps the others out; and a look, soon after, at what came of them. */
export function inviteTasks(people: readonly Person[], room: Room | null, now: number): NewTask[] {
  if (!room || people.length === 0) return [];
  return [
    ...people.map(({ user }, i) =>
      task(`invite-${user}`, now, {
        verb: 'invite',
        lane: i < AT_ONCE ? 'calls' : 'work',
        step: { user },
        mode: 'arm',
      }),
    ),
    task('roll-call', now + 2_000, { mode: 'arm' }),
  ];
}

/** The bot was put out of a room that is needed: it comes back, by itself or by the administrator's hand. */
export const rejoinTask = (now: number): NewTask => task('rejoin', now, { lane: 'calls', mode: 'arm' });

/** Who leads is told that the room is lost and what to do: the room itself can say it no more. */
export const roomLostTask = (now: number): NewTask =>
  task(`room-lost-${now}`, now, { verb: 'room-lost', lane: 'calls', mode: 'arm' });

/** Whoever the rules name is called in: by a direct message, as the room alone wakes nobody. */
export const callInTasks = (people: readonly Person[], now: number): NewTask[] =>
  people.map(({ user }) => task(`call-in-${user}`, now, { verb: 'call-in', lane: 'calls', step: { user } }));

/** Everything of ours that shows this incident is brought up to date in place. */
export function refresh(state: Incident, now: number): NewTask[] {
  return [
    ...(state.room ? [showTask('card', now)] : []),
    ...(state.number === null ? [] : [showTask('announce', now)]),
  ];
}

/** As `refresh`, where status or severity changed: the topic carries those two. */
export const refreshAll = (state: Incident, now: number): NewTask[] => [
  ...refresh(state, now),
  ...(state.room ? [showTask('topic', now)] : []),
];

/** Messages of ours that a correction edits, each only where it has been posted. */
const REDRAWN = ['card', 'announce', 'receipt', 'numbers', 'duties'] as const;

/**
 * What follows from a correction: what is there already shows the record as it now is. Nothing is posted; the topic, which
 * names the severity, is changed only while people work in the room.
 */
export function redrawn(state: Incident, severity: boolean, now: number): NewTask[] {
  const posted = REDRAWN.filter((id) => state.posts.some(({ key }) => key === id));
  const inRoom = state.room?.state === 'open';
  return [
    ...posted
      .filter((id) => inRoom || id === 'announce' || id === 'receipt')
      .map((id) => task(id, now, { mode: 'arm', lane: id === 'card' ? 'calls' : 'work' })),
    ...(severity && inRoom && state.open ? [showTask('topic', now)] : []),
  ];
}

/** In the place of a channel: the room, which sees what others were told, and puts it right from there. */
export const ROOM = 'room';

/** One message for each place an audience reads, and one in the room. `mode: arm`: an edit changes the same message. */
export const updateTasks = (
  update: { readonly id: string; readonly audiences: readonly string[] },
  room: Room | null,
  { incident }: Settings,
  now: number,
): NewTask[] =>
  [
    ...(room ? [ROOM] : []),
    ...incident.audiences.filter(({ id }) => update.audiences.includes(id)).flatMap(({ to }) => to),
  ]
    .filter((place, i, all) => all.indexOf(place) === i)
    .map((place) =>
      task(`${update.id}-${place}`, now, { verb: 'update', step: { update: update.id, place }, mode: 'arm' }),
    );

/** The checklist of legal duties in the room. */
export const dutiesTask = (now: number): NewTask => task('duties', now, { mode: 'arm' });

/** One watch for all terms, moved to the nearest. */
export const dutyDueTask = (key: string, at: number): NewTask =>
  task('duty-due', at, { step: { key }, mode: 'arm' });

/** Free roles are asked for. `round`: each asking is a message of its own, posted once. */
export const askRolesTask = (at: number, round: number): NewTask =>
  task('ask-roles', at, { step: { round }, mode: 'arm' });

/** The five times, shown in the room once it is resolved and kept right from then on. */
export const numbersTasks = (state: Incident, now: number): NewTask[] =>
  state.room ? [task('numbers', now, { mode: 'arm' })] : [];

/** What is known of it becomes the draft of its postmortem. */
export const postmortemTask = (now: number): NewTask => task('postmortem', now, { mode: 'arm' });

/** Put right once it is over: the draft, where there is one, says so. */
export const redraftTasks = ({ open }: Pick<Incident, 'open'>, now: number): NewTask[] =>
  open ? [] : [task('redraft', now, { mode: 'arm' })];

/** The promise of the next update is watched by one task, moved with each promise. */
export const overdueTask = (at: number): NewTask => task('update-overdue', at, { step: { at }, mode: 'arm' });
