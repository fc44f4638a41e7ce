import type { Escalation } from '../../../shared/escalation/index.ts';
import type { Post } from '../../../shared/escalation/model.ts';
import { renderCard, renderDm, renderQuestion } from '../../../shared/escalation/view.ts';
import { renderLine } from '../../../shared/escalation/view-lines.ts';
import type { OutgoingMessage } from '../../../shared/ports/slack.ts';
import { buttonsOf } from './people.ts';
import type { CallRecord } from './records.ts';
import type { Message } from './slack.ts';
import type { Report } from './violation.ts';
import type { World } from './world.ts';

/** What Slack shows is what the history says: each message is known, and stands as it would be written now. */
export function checkShown(world: World, records: readonly CallRecord[], report: Report): void {
  const wrong = (detail: string) => report('history equals what Slack shows', detail);
  for (const message of world.slack.ours()) {
    const [id = '', task = ''] = message.key?.split('/') ?? [];
    const record = records.find((one) => one.id === id);
    if (!record || !/^(mention|dm|card|check)-/.test(task)) continue;
    const post = record.state.posts.find(
      ({ ts, channel }) => ts === message.ts && channel === message.channel,
    );
    if (!post) wrong(`${message.key} was posted and is not in the history`);
    else if (glance(message) !== glance(expected(record, post, message, world)))
      wrong(`${message.key} shows ${glance(message)}, not ${glance(expected(record, post, message, world))}`);
  }
  for (const { state, path } of records) {
    for (const { channel, ts, key } of state.posts)
      if (!world.slack.messages.some((one) => one.channel === channel && one.ts === ts))
        wrong(`${path} says that ${key} was posted, and it was not`);
    checkMark(world, state, wrong);
  }
}

function checkMark(world: World, state: Escalation, wrong: (detail: string) => void): void {
  if (state.told) return;
  const marks = [...(world.slack.reactions.get(`${state.channel}/${state.ts}`) ?? [])];
  const due = state.status === 'open' ? 'eyes' : 'white_check_mark';
  if (marks.join() !== due) wrong(`${state.ts} is ${state.status} and carries ${marks.join()}`);
}

function expected({ id, state }: CallRecord, { call, kind }: Post, { shownAt }: Message, world: World) {
  const viewer = {
    locale: 'ja',
    zone: 'Asia/Tokyo',
    now: shownAt + world.skew,
    record: id,
    permalink: null,
    pageUrl: null,
  } as const;
  return {
    card: () => renderCard(state, viewer),
    line: () => renderLine(state, call, viewer),
    dm: () => renderDm(state, call, viewer),
    question: () => renderQuestion(state, viewer),
  }[kind]();
}

/** What one sees at a glance: the headline and the buttons. */
function glance(message: Pick<OutgoingMessage, 'blocks'>): string {
  const [head] = message.blocks;
  const buttons = buttonsOf(message).map(({ action_id }) => action_id);
  return `${head?.type === 'section' ? head.text?.text : ''} [${buttons.join()}]`;
}
