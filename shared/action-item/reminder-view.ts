import { clockTime, type Locale } from '../language/index.ts';
import type { OutgoingMessage } from '../ports/slack.ts';
import { actions, type ButtonSpec, context, escapeMrkdwn, link, section } from '../slack/index.ts';
import { todayIn } from './apply.ts';
import { daysBetween } from './days.ts';
import type { ActionItem } from './model.ts';
import { reminderId } from './records.ts';
import type { OwnerSum, Reminder, Sum } from './reminder-model.ts';
import { carriedOver } from './reminder-sum.ts';
import { type ReminderText, reminderText } from './reminder-text.ts';
import { isOverdue } from './rules.ts';
import { type ActionItemText, actionItemText } from './text.ts';

/** Each takes two blocks, of Slack's 50. */
export const MOST_SHOWN = 15;

interface Reader {
  readonly locale: Locale;
  readonly zone: string;
  readonly baseUrl: string | null;
  readonly now: number;
}
type Card = Pick<OutgoingMessage, 'text' | 'blocks'>;

/** What one owner has to do, each with its buttons; what is done stays, struck out. */
export function ownersReminder(
  state: Reminder,
  items: readonly ActionItem[],
  more: number,
  reader: Reader,
): Card {
  const words = reminderText(reader.locale);
  const today = todayIn(reader.zone, reader.now);
  const left = items.filter((item) => item.unfinished);
  const overdue = left.filter((item) => isOverdue(item, today)).length;
  const head = left.length + more === 0 ? words.allDone : words.head(left.length + more, overdue);
  const id = reminderId(state.team, state.to, state.period);
  const pages: ButtonSpec[] = reader.baseUrl
    ? [
        {
          action: 'action_board',
          label: words.board,
          value: 'board',
          url: `${reader.baseUrl}/actions?owner=me`,
        },
      ]
    : [];
  return {
    text: head,
    blocks: [
      section(`*${head}*`),
      ...items.flatMap((item) => itemBlocks(item, id, today, reader)),
      ...(more > 0 ? [section(words.more(more))] : []),
      actions('action-reminder', [...pages, { action: 'action_mute', label: words.mute, value: 'mute' }]),
    ],
  };
}

function itemBlocks(item: ActionItem, reminder: string, today: string, reader: Reader) {
  const text = actionItemText(reader.locale);
  const title = escapeMrkdwn(item.title);
  if (!item.unfinished) {
    const words = `${text.states[item.state]} ${clockTime(item.changedAt, reader.zone)}`;
    return [section(`${item.state === 'done' ? '🟩' : '⬜'} ~${title.replaceAll('~', '∼')}~ · ${words}`)];
  }
  const value = `${item.id}:${reminder}`;
  return [
    section(
      `${isOverdue(item, today) ? '🟥' : '🟨'} *${title.replaceAll('*', '∗')}*\n${factsOf(item, today, text, reader)}`,
    ),
    actions(`action-${item.id}`, [
      { action: 'action_done', label: text.buttons.done, value, primary: true },
      { action: 'action_due', label: text.buttons.due, value },
    ]),
  ];
}

/** `期限 11/20(金) · 4日超過 · 2週持ち越し · 優先度: 高 · INC-7` */
export function factsOf(
  item: ActionItem,
  today: string,
  text: ActionItemText,
  { baseUrl }: Pick<Reader, 'baseUrl'>,
): string {
  const carried = carriedOver(item);
  const incidents = item.incidents.map(({ id, number }) => {
    const label = number === null ? '' : `INC-${number}`;
    return baseUrl && label ? link(`${baseUrl}/incidents/${label || id}`, label) : label;
  });
  const facts = [
    dueWords(item, today, text),
    carried > 0 ? text.carried(carried) : null,
    `${text.fields.priority}: ${text.priorities[item.priority]}`,
    ...incidents,
    item.link && link(item.link, text.fields.link),
  ];
  return facts.filter((fact) => fact).join(' · ');
}

export function dueWords({ due, unfinished }: ActionItem, today: string, text: ActionItemText): string {
  if (due === null) return text.noDue;
  const words = text.due(text.day(due));
  if (!unfinished) return words;
  if (due === today) return `${words}（${text.today}）`;
  return due < today ? `${words} · ${text.overdue(daysBetween(due, today))}` : words;
}

/** What the lead reads: numbers and names, nobody called. */
export function sumReminder(sum: Sum, { locale, baseUrl }: Reader): Card {
  const words = reminderText(locale);
  const text = actionItemText(locale);
  const head = words.sumHead(sum.overdue, sum.due, sum.noDue);
  const lines = sum.owners.map((one) => ownerLine(one, words, text));
  return {
    text: head,
    blocks: [
      section(`*${head}*`),
      section([...lines, ...(sum.more > 0 ? [words.moreOwners(sum.more)] : [])].join('\n')),
      ...(baseUrl ? [context(link(`${baseUrl}/actions?state=unfinished`, words.board))] : []),
    ],
  };
}

function ownerLine(
  { name, overdue, due, carried, left }: OwnerSum,
  words: ReminderText,
  text: ActionItemText,
): string {
  const who = name === '' ? `⚠️ ${text.nobody}` : escapeMrkdwn(text.san(name));
  const facts = [
    overdue > 0 ? words.overdue(overdue) : null,
    due > 0 ? words.due(due) : null,
    overdue + due === 0 ? text.noDue : null,
    carried > 0 ? text.carried(carried) : null,
  ].filter((fact) => fact !== null);
  return `• ${who}: ${facts.join(' · ')}${left ? ` · ⚠️ ${words.left}` : ''}`;
}
