import { actions, context, escapeMrkdwn, section } from '../slack/index.ts';
import { byHand } from './by-hand.ts';
import { type Item, summaryOf } from './checklist.ts';
import type { Incident } from './model.ts';
import { type IncidentText, incidentText } from './text.ts';
import { failedLines, labelWith, type Rendered, type Viewer } from './view-parts.ts';

/** What went as it should is one line where there is much of it; what did not is always told one by one. */
const MOST_INVITES = 12;

function receiptLines(items: readonly Item[], text: IncidentText): string[] {
  const marks = { done: '✅', waiting: '⏳' } as const;
  const { failed } = summaryOf(items);
  const invites = items.filter(({ user }) => user !== null);
  const folded = invites.length > MOST_INVITES;
  const well = items.filter(({ state, user }) => state !== 'failed' && !(folded && user !== null));
  const done = invites.filter(({ state }) => state === 'done').length;
  return [
    ...well.map(
      ({ state, label }) => `${state === 'done' ? marks.done : marks.waiting} ${escapeMrkdwn(label)}`,
    ),
    ...(folded
      ? [`${done === invites.length ? marks.done : marks.waiting} ${text.invites(done, invites.length)}`]
      : []),
    ...failedLines(failed, text),
  ];
}

/** The answer to who declared: what was set going, what came of it, and what to do about the rest. */
export function receipt(state: Incident, items: readonly Item[], viewer: Viewer): Rendered {
  const text = incidentText(viewer.locale);
  const { failed } = summaryOf(items);
  const list = receiptLines(items, text);
  const head = text.receipt(`${labelWith(state, text)} ${escapeMrkdwn(state.title)}`);
  return {
    text: head,
    blocks: [
      section(`*${head}*${state.room ? `\n${text.room(`<#${state.room.channel}>`)}` : ''}`),
      ...chunks(list, 15).map((lines) => section(lines.join('\n'))),
      ...byHand(state, failed, text, viewer),
      ...(failed.some(({ retry }) => retry)
        ? [
            actions('incident', [{ action: 'incident_retry', label: text.buttons.retry, value: state.id }]),
            context(text.receiptRetry),
          ]
        : []),
    ],
  };
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < all.length && parts.length < 8; i += size) parts.push(all.slice(i, i + size));
  return parts;
}
