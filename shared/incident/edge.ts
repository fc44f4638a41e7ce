// What the public edge must know of incidents: small, pure, without the noun's other files.
import { parseAmount } from '../severity/edge.ts';
import type { EdgeRules, FieldErrors, InboundSubmission } from '../slack/edge.ts';

/** First words of `/incident` that open a form; all others are answered in words. */
const FORMS = ['', 'declare', 'status', 'update', 'impact', 'severity', 'roles'];
const OPENING = new Set(['call', 'status', 'update', 'impact', 'severity', 'roles']);

const errors = {
  empty: '入力してください。 / Please fill this in.',
  amount: '数（120）か割合（5%）で入力してください。 / Enter a number (120) or a share (5%).',
  minutes: '1〜1440の数字で入力してください。 / Enter a number from 1 to 1440.',
  future: '未来の時刻は選べません。 / A time in the future cannot be chosen.',
};

const textOf = (submission: InboundSubmission, field: string): string => {
  const value = submission.values[field];
  return typeof value === 'string' ? value.trim() : '';
};

function amounts(submission: InboundSubmission): FieldErrors {
  const wrong = ['vehicles', 'users'].filter((field) => parseAmount(textOf(submission, field)) === undefined);
  return Object.fromEntries(wrong.map((field) => [field, errors.amount]));
}

function declare(submission: InboundSubmission): FieldErrors {
  const started = Number(textOf(submission, 'started') || 0) * 1_000;
  return {
    ...(textOf(submission, 'title') === '' && { title: errors.empty }),
    ...(started > submission.receivedAt && { started: errors.future }),
    ...amounts(submission),
  };
}

function update(submission: InboundSubmission): FieldErrors {
  const minutes = textOf(submission, 'minutes');
  const number = Number(minutes.normalize('NFKC'));
  const fits = minutes === '' || (Number.isInteger(number) && number >= 1 && number <= 1_440);
  return {
    ...(textOf(submission, 'known') === '' && { known: errors.empty }),
    ...(!fits && { minutes: errors.minutes }),
  };
}

export const incidentEdge: EdgeRules = {
  opens(gesture) {
    if (gesture.type === 'command')
      return (
        gesture.command === '/incident' && FORMS.includes(gesture.text.split(/\s/, 1)[0]?.toLowerCase() ?? '')
      );
    if (gesture.type === 'shortcut') return gesture.callbackId === 'declare_incident';
    const [noun, verb] = gesture.actionId.split('_', 2);
    const wanted = verb === 'menu' ? gesture.value.split(':', 1)[0] : verb;
    return noun === 'incident' && OPENING.has(wanted ?? '');
  },
  validate: { incident_declare: declare, incident_impact: amounts, incident_update: update },
};
