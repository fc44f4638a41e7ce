import { clockTime, momentIn, zoneName } from '../language/index.ts';
import { actions, context, escapeMrkdwn, section } from '../slack/index.ts';
import type { Incident } from './model.ts';
import type { Numbers } from './numbers.ts';
import { numberLines } from './numbers-text.ts';
import { incidentText, labelOf } from './text.ts';
import { labelWith, type Rendered, type Viewer } from './view-parts.ts';

/** The five times at resolve: what is missing or contradicts itself is said instead of a number. */
export function numbersMessage(state: Incident, numbers: Numbers, viewer: Viewer): Rendered {
  const text = incidentText(viewer.locale);
  const head = text.numbersHead(labelWith(state, text));
  const marks = { recorded: '•', pending: '⏳', 'not-applicable': '－', invalid: '⚠️' } as const;
  const lines = numberLines(numbers, viewer.locale).map(
    ({ name, kind, text: value }) => `${marks[kind]} ${name}: ${kind === 'recorded' ? `*${value}*` : value}`,
  );
  return {
    text: head,
    blocks: [
      section([`*${head}*`, ...lines].join('\n')),
      actions('incident', [{ action: 'incident_correct', label: text.buttons.correct, value: state.id }]),
      ...(state.drill ? [context(text.drillNumbers)] : []),
    ],
  };
}

export function updateMessage(state: Incident, id: string, viewer: Viewer): Rendered {
  const text = incidentText(viewer.locale);
  const update = state.updates.find((one) => one.id === id);
  if (!update) return { text: labelOf(state.number), blocks: [] };
  const head = text.updateHead(`${labelWith(state, text)} ${escapeMrkdwn(state.title)}`);
  const body = [
    `*${text.known}*\n${escapeMrkdwn(update.known)}`,
    update.doing ? `*${text.doing}*\n${escapeMrkdwn(update.doing)}` : null,
    update.nextAt === null ? null : text.updateNext(momentIn(update.nextAt, viewer)),
  ];
  const by = `${escapeMrkdwn(update.by.name)} · ${clockTime(update.at, viewer.zone)} ${zoneName(update.at, viewer.zone)}`;
  return {
    text: head,
    blocks: [
      section(`*${head}*\n${state.severity} · ${text.statuses[state.status]}`),
      ...body.filter((part) => part !== null).map(section),
      context(by),
    ],
  };
}

/** What others were told, in the room, where it is put right; `told`: whether anybody outside may be. */
export function updateInRoom(state: Incident, id: string, viewer: Viewer, told: boolean): Rendered {
  const text = incidentText(viewer.locale);
  const { text: head, blocks } = updateMessage(state, id, viewer);
  const update = state.updates.find((one) => one.id === id);
  const names = viewer.settings.incident.audiences
    .filter((audience) => update?.audiences.includes(audience.id))
    .map(({ name }) => name[viewer.locale]);
  const reached = told && names.length > 0 ? text.toldTo(names.join(' · ')) : text.toldNobody;
  const edit = { action: 'incident_edit', label: text.buttons.edit, value: `${state.id}:${id}` };
  return { text: head, blocks: [...blocks, context(reached), actions('incident', [edit])] };
}
