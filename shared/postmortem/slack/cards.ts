import { labelOf } from '../../incident/index.ts';
import { clockTime, type Locale, moment, momentIn, zoneName } from '../../language/index.ts';
import type { OutgoingMessage } from '../../ports/slack.ts';
import { actions, type ButtonSpec, context, escapeMrkdwn, link, section } from '../../slack/index.ts';
import { type FoundPostmortem, postmortemAddress } from '../find.ts';
import type { Check } from '../parts.ts';
import { askable } from '../prose/ask.ts';
import { proseStanding } from '../prose/standing.ts';
import { proseText, proseWords } from '../prose/text.ts';
import type { AiConfig } from '../schemas.ts';
import { checkText, postmortemText } from '../text.ts';
import { slackText } from './text.ts';

export interface PostmortemViewer {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  readonly baseUrl: string | null;
  /** Null where no language model may be asked. */
  readonly ai: AiConfig | null;
}
type Rendered = Pick<OutgoingMessage, 'text' | 'blocks'>;

const MARKS = { draft: '🟨', ready: '🟦', published: '🟩', archived: '⬜' } as const;

/** `INC-7, INC-8` */
export const labelsOf = ({ incidents }: Pick<FoundPostmortem, 'incidents'>): string =>
  incidents.map(({ number }) => labelOf(number)).join(', ');

/** Opens its page; nothing where there are no pages. */
export const openButton = (
  { id }: { readonly id: string },
  { locale, baseUrl }: PostmortemViewer,
): readonly ButtonSpec[] =>
  baseUrl === null
    ? []
    : [
        {
          action: 'postmortem_open',
          label: slackText(locale).buttons.open,
          value: id,
          url: `${baseUrl}${postmortemAddress({ id })}`,
          primary: true,
        },
      ];

const row = (buttons: readonly ButtonSpec[]) => (buttons.length > 0 ? [actions('postmortem', buttons)] : []);

/** The line in a war room, edited in place as the postmortem goes on. */
export function roomCard(
  found: FoundPostmortem,
  checks: readonly Check[],
  viewer: PostmortemViewer,
): Rendered {
  const { state, incidents } = found;
  const { locale, now } = viewer;
  const text = slackText(locale);
  const head = `${MARKS[state.state]} *${text.head(postmortemText(locale).states[state.state])}* · ${labelsOf({ incidents })} ${escapeMrkdwn(state.title)}`;
  const writing = state.state === 'draft' || state.state === 'ready';
  const late = writing && state.dueAt !== null && state.dueAt < now;
  const due = state.dueAt === null ? null : (late ? text.overdue : text.due)(momentIn(state.dueAt, viewer));
  const facts = [
    state.lead && text.lead(escapeMrkdwn(state.lead.name)),
    writing ? due : null,
    state.mergedInto === null ? null : text.merged,
    state.state === 'draft' ? text.checklist(checks.filter(({ done }) => done).length, checks.length) : null,
  ].filter((one) => one !== null);
  const { buttons } = text;
  const prose = state.state === 'draft' ? proseStanding(state) : null;
  const ask = askable(viewer, found);
  const next: readonly ButtonSpec[] =
    state.state === 'draft'
      ? [
          { action: 'postmortem_check', label: buttons.check, value: state.id },
          { action: 'postmortem_ready', label: buttons.ready, value: state.id },
        ]
      : state.state === 'ready'
        ? [
            { action: 'postmortem_meeting', label: buttons.meeting, value: state.id },
            { action: 'postmortem_published', label: buttons.published, value: state.id },
          ]
        : [];
  return {
    text: head.replaceAll('*', ''),
    blocks: [
      section([head, ...(facts.length > 0 ? [facts.join(' · ')] : [])].join('\n')),
      ...row([...openButton(state, viewer), ...next]),
      ...(prose ? [context(proseWords(prose, locale, (at) => momentIn(at, viewer)))] : []),
      // Beneath the words that say why: what is pressed first stays three buttons.
      ...(ask
        ? [
            actions('postmortem_prose', [
              { action: 'postmortem_prose', label: proseText(locale).ask[ask], value: state.id },
            ]),
          ]
        : []),
    ],
  };
}

/** To whoever is to see to it, once: that it is there, by when, and what is left for a person. */
export function begunMessage(found: FoundPostmortem, viewer: PostmortemViewer): Rendered {
  const text = slackText(viewer.locale);
  const { state } = found;
  const due = state.dueAt === null ? null : momentIn(state.dueAt, viewer);
  const words = text.begun(labelsOf(found), escapeMrkdwn(state.title), due);
  return {
    text: words,
    blocks: [
      section(found.incidents.length > 0 ? `${words}\n${text.begunHow}` : words),
      ...row(openButton(state, viewer)),
    ],
  };
}

export function lateMessage(found: FoundPostmortem, viewer: PostmortemViewer, leadLeft = false): Rendered {
  const text = slackText(viewer.locale);
  const { state } = found;
  const words = text.late(
    labelsOf(found),
    escapeMrkdwn(state.title),
    momentIn(state.dueAt ?? viewer.now, viewer),
  );
  const more = leadLeft && state.lead ? [section(text.leadLeft(escapeMrkdwn(state.lead.name)))] : [];
  const check = { action: 'postmortem_check', label: text.buttons.check, value: state.id };
  return { text: words, blocks: [section(words), ...more, ...row([...openButton(state, viewer), check])] };
}

const MOST_LEFT = 10;

/** What is left of the checklist, each with why and what to do; mrkdwn. */
export function leftWords(checks: readonly Check[], locale: Locale): string {
  const text = slackText(locale);
  const left = checks.filter(({ done }) => !done);
  if (left.length === 0) return text.nothingLeft;
  const lines = left.slice(0, MOST_LEFT).map((item) => {
    const { label, why, todo } = checkText(item, locale);
    return `• ${escapeMrkdwn(`${label}: ${why ?? ''}${locale === 'ja' ? '' : ' '}${todo ?? ''}`)}`;
  });
  if (left.length > MOST_LEFT) lines.push(text.more(left.length - MOST_LEFT));
  return text.left(lines.join('\n'));
}

/** The meeting: when, where, and what will be spoken about. Only once it is ready. */
export function meetingCard(found: FoundPostmortem, actionItems: number, viewer: PostmortemViewer): Rendered {
  const text = slackText(viewer.locale);
  const { state } = found;
  const head = text.meetingHead(`${labelsOf(found)} ${escapeMrkdwn(state.title)}`.trim());
  if (state.state === 'draft') return { text: head, blocks: [section(`${head}\n${text.onHold}`)] };
  const { meeting } = state;
  const until = meeting ? clockTime(meeting.at + meeting.minutes * 60_000, viewer.zone) : '';
  const when = meeting
    ? `${moment(meeting.at, viewer.now, viewer.zone, viewer.locale)}–${until} ${zoneName(meeting.at, viewer.zone)}`
    : text.notSet;
  const agenda = [
    ...state.form.sections
      .filter(({ id }) => id !== 'action-items' && state.sections[id]?.blank === false)
      .map(({ title }) => escapeMrkdwn(title)),
    text.actionItems(actionItems),
  ].map((words, index) => text.agendaItem(index + 1, words));
  const facts = [
    `${text.when}: *${when}*`,
    ...(meeting?.link ? [text.where(link(meeting.link, meeting.link))] : []),
  ];
  const set = { action: 'postmortem_meeting', label: text.buttons.meeting, value: state.id };
  const calendar =
    meeting && viewer.baseUrl !== null
      ? [
          {
            action: 'postmortem_calendar',
            label: text.buttons.calendar,
            value: state.id,
            url: `${viewer.baseUrl}${postmortemAddress(state)}/meeting.ics`,
          },
        ]
      : [];
  const names = state.reviewers
    .map(({ name }) => escapeMrkdwn(name))
    .join(viewer.locale === 'ja' ? '、' : ', ');
  return {
    text: head,
    blocks: [
      section([`*${head}*`, ...facts].join('\n')),
      section([`*${text.agenda}*`, ...agenda].join('\n')),
      ...row([...openButton(state, viewer), set, ...calendar]),
      ...(names === '' ? [] : [context(text.reviewers(names))]),
    ],
  };
}

export function publishedMessage(found: FoundPostmortem, viewer: PostmortemViewer): Rendered {
  const text = slackText(viewer.locale);
  const words = text.published(labelsOf(found), escapeMrkdwn(found.state.title));
  return { text: words, blocks: [section(words), ...row(openButton(found.state, viewer))] };
}
