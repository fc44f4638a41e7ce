// What the public edge must know of action items: small, pure, without the noun's other files.
import type { EdgeRules, FieldErrors, InboundSubmission } from '../slack/edge.ts';
import { isDay, isTicketLink } from './rules.ts';

const errors = {
  title: '何をするかを入力してください。 / Enter what is to be done.',
  due: '今日以降の日付を選んでください。 / Choose today or a later day.',
  link: 'https:// で始まるURLを入力してください。 / Enter a URL that begins with https://.',
};

const textOf = ({ values }: InboundSubmission, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
};

/** The day it was when the form was opened, in the workspace's zone; the due date that stood there may stay. */
function openedOn({ privateMetadata }: InboundSubmission): { today: string; due: string } {
  try {
    const carried = JSON.parse(privateMetadata) as { today?: unknown; due?: unknown } | null;
    return { today: String(carried?.today ?? ''), due: String(carried?.due ?? '') };
  } catch {
    return { today: '', due: '' };
  }
}

function due(sent: InboundSubmission): FieldErrors {
  const said = textOf(sent, 'due');
  const opened = openedOn(sent);
  const past = said < opened.today && said !== opened.due;
  return said !== '' && (!isDay(said) || past) ? { due: errors.due } : {};
}

function whole(sent: InboundSubmission): FieldErrors {
  const link = textOf(sent, 'link');
  return {
    ...(textOf(sent, 'title') === '' && { title: errors.title }),
    ...due(sent),
    ...(link !== '' && !isTicketLink(link) && { link: errors.link }),
  };
}

/** First words after `/incident action` that are answered without a form. */
const WORDS = ['list', 'mute', 'unmute'];

export const actionItemEdge: EdgeRules = {
  opens(gesture) {
    if (gesture.type === 'command') {
      const [first = '', second = ''] = gesture.text.toLowerCase().split(/\s+/);
      return gesture.command === '/incident' && first === 'action' && !WORDS.includes(second);
    }
    if (gesture.type === 'shortcut') return gesture.callbackId === 'add_action_item';
    return gesture.actionId === 'action_due' || gesture.actionId === 'action_edit';
  },
  validate: { action_add: whole, action_edit: whole, action_due: due },
};
