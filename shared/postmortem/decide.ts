import { never } from '../platform/errors.ts';
import { type Answer, NOTHING } from './answer.ts';
import { decideMove } from './decide-move.ts';
import { decideSave, firstTexts } from './decide-save.ts';
import { askForDoc } from './doc/plan.ts';
import { evolve } from './evolve.ts';
import type { Command, Postmortem, PostmortemDecision, PostmortemEvent } from './model.ts';
import { asideTasks, createdTasks, leadTask, overdueTask, refresh } from './plan.ts';
import { askFor } from './prose/plan.ts';
import { beganWith } from './records.ts';
import { propertyValue, readTitle } from './text-rules.ts';
import { webAddress } from './web-address.ts';

const MOST_REVIEWERS = 50;
const MOST_COMMENTS = 1_000;

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** What follows from a command, given the state. Pure. Nothing where it would change nothing. */
export function decide(command: Command, state: Postmortem | null, now: number): Answer {
  if (command.type === 'create') return state ? NOTHING : create(command, now);
  if (state === null) return NOTHING;
  if (state.state === 'archived' && command.type !== 'move' && command.type !== 'comment')
    return { refused: 'archived' };
  switch (command.type) {
    case 'save':
      return decideSave(command, state, now);
    case 'move':
      return decideMove(command, state, now);
    case 'title': {
      const read = readTitle(command.title);
      if ('refused' in read) return read;
      const { title } = read;
      return title === state.title
        ? NOTHING
        : said({ type: 'titled', at: now, by: command.by, title }, state, now);
    }
    case 'set-property':
      return setProperty(command, state, now);
    case 'set-reviewers': {
      const people = command.people.filter(
        ({ user }, i) => command.people.findIndex((one) => one.user === user) === i,
      );
      if (people.length > MOST_REVIEWERS) return { refused: 'too-many', most: MOST_REVIEWERS };
      if (people.length === 0 && isSettled(state)) return { refused: 'empty' };
      const same = people.map(({ user }) => user).join() === state.reviewers.map(({ user }) => user).join();
      return same ? NOTHING : said({ type: 'reviewers-set', at: now, by: command.by, people }, state, now);
    }
    case 'set-lead': {
      const { to, by } = command;
      if (to.user === state.lead?.user) return NOTHING;
      const decision = said({ type: 'lead-set', at: now, to, by }, state, now);
      // Who takes it upon themselves knows.
      const told = to.user === by.user ? [] : [leadTask(to, now)];
      return { ...decision, tasks: [...decision.tasks, ...told] };
    }
    case 'set-due': {
      const { dueAt, by } = command;
      if (dueAt === state.dueAt) return NOTHING;
      if (dueAt !== null && dueAt < now) return { refused: 'in-the-past' };
      const decision = said({ type: 'due-set', at: now, dueAt, by }, state, now);
      return { ...decision, tasks: [...decision.tasks, ...(dueAt === null ? [] : [overdueTask(dueAt)])] };
    }
    case 'set-meeting':
      return setMeeting(command, state, now);
    case 'tick': {
      const { item, done, by } = command;
      if (!state.form.checklist.some(({ id }) => id === item)) return { refused: 'item-unknown' };
      if (!done && isSettled(state)) return { refused: 'no-such-step', from: state.state, to: 'draft' };
      if (done === (state.ticked[item] !== undefined)) return NOTHING;
      return said({ type: 'ticked', at: now, item, done, by }, state, now);
    }
    case 'link': {
      const { incident, readers, by } = command;
      if (state.incidents.includes(incident)) return NOTHING;
      return said({ type: 'linked', at: now, incident, readers, by }, state, now);
    }
    case 'unlink': {
      const { incident, by } = command;
      if (!state.incidents.includes(incident)) return NOTHING;
      if (beganWith(state, incident)) return { refused: 'first-incident' };
      return said({ type: 'unlinked', at: now, incident, by }, state, now);
    }
    case 'merge-into': {
      const { postmortem, by } = command;
      if (isSettled(state)) return { refused: 'elsewhere', postmortem: state.id };
      return { events: [{ type: 'merged-into', at: now, postmortem, by }], tasks: asideTasks(state, now) };
    }
    case 'export-doc':
      return askForDoc(command, state, now);
    case 'ask-prose':
      return askFor(command, state, now);
    case 'comment': {
      const { comment, section, by } = command;
      if (state.comments >= MOST_COMMENTS) return { refused: 'too-many', most: MOST_COMMENTS };
      if (section !== null && !state.form.sections.some(({ id }) => id === section))
        return { refused: 'section-unknown' };
      return { events: [{ type: 'commented', at: now, comment, section, by }], tasks: [] };
    }
    default:
      return never(command);
  }
}

const isSettled = ({ state }: Postmortem): boolean => state === 'ready' || state === 'published';

const said = (event: PostmortemEvent, state: Postmortem, now: number): PostmortemDecision => ({
  events: [event],
  tasks: refresh(evolve(state, event), now),
});

function create({ type: _type, texts, ...created }: Of<'create'>, now: number): Answer {
  const { events, pointers } = firstTexts(created, texts, now);
  return {
    events: [{ type: 'created', at: now, ...created }, ...events],
    // Who begins one for themselves knows.
    tasks: createdTasks(created.lead?.user === created.by?.user ? { ...created, lead: null } : created, now),
    pointers,
  };
}

function setProperty({ name, value: raw, by }: Of<'set-property'>, state: Postmortem, now: number): Answer {
  const property = state.form.properties.find(({ id }) => id === name);
  if (!property) return { refused: 'property-unknown' };
  const read = propertyValue(property, raw);
  if (read === 'wrong' || (read.value === null && property.required && isSettled(state)))
    return { refused: 'property-wrong', property };
  const { value } = read;
  if (value === (state.properties[name] ?? null)) return NOTHING;
  return said({ type: 'property-set', at: now, name, value, by }, state, now);
}

/** Offered only when there is something to read. */
function setMeeting({ meeting, by }: Of<'set-meeting'>, state: Postmortem, now: number): Answer {
  if (state.state === 'draft') return { refused: 'not-ready' };
  if (meeting) {
    if (meeting.at < now) return { refused: 'in-the-past' };
    if (!Number.isInteger(meeting.minutes) || meeting.minutes < 5 || meeting.minutes > 480)
      return { refused: 'minutes-wrong' };
    if (meeting.link !== null && !webAddress(meeting.link)) return { refused: 'link-wrong' };
  }
  if (JSON.stringify(meeting) === JSON.stringify(state.meeting)) return NOTHING;
  return said({ type: 'meeting-set', at: now, meeting, by }, state, now);
}
