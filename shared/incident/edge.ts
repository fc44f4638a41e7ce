// What the public edge must know of incidents: small, pure, without the noun's other files.
import { parseAmount } from '../severity/edge.ts';
import type { EdgeRules, FieldErrors, InboundSubmission } from '../slack/edge.ts';
import { STATUSES } from './model.ts';

/** First words of `/incident` that open a form; all others are answered in words. */
const FORMS = ['', 'declare', 'status', 'update', 'impact', 'severity', 'roles', 'correct', 'duties'];
const OPENING = new Set([
  'call',
  'status',
  'update',
  'impact',
  'severity',
  'roles',
  'correct',
  'edit',
  'duties',
]);

const errors = {
  empty: '入力してください。 / Please fill this in.',
  amount: '数（120）か割合（5%）で入力してください。 / Enter a number (120) or a share (5%).',
  minutes: '1〜1440の数字で入力してください。 / Enter a number from 1 to 1440.',
  reason: '前に戻すとき・再開するときは、理由を入力してください。 / Going back or reopening needs a reason.',
  count: '0以上の数字で入力してください。 / Enter a number, 0 or more.',
  order: '始まった時刻より後にしてください。 / It must be after it began.',
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
  const ended = Number(textOf(submission, 'ended') || 0) * 1_000;
  return {
    ...(textOf(submission, 'title') === '' && { title: errors.empty }),
    ...(started > submission.receivedAt && { started: errors.future }),
    ...(ended > 0 && ended < started && { ended: errors.order }),
    ...(ended > submission.receivedAt && { ended: errors.future }),
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

/** Going back, or opening again what was over, needs a reason; the form remembers how it stood. */
function status(submission: InboundSubmission): FieldErrors {
  const rank = (value: string) => (STATUSES as readonly string[]).indexOf(value);
  const back = rank(textOf(submission, 'to')) < rank(statusIn(submission.privateMetadata));
  return back && textOf(submission, 'reason') === '' ? { reason: errors.reason } : {};
}

function statusIn(metadata: string): string {
  try {
    return String((JSON.parse(metadata) as { status?: unknown } | null)?.status ?? '');
  } catch {
    return '';
  }
}

const filled = (submission: InboundSubmission): readonly string[] =>
  Object.keys(submission.values).filter((field) => textOf(submission, field) !== '');

/** Whatever stands in a form of corrections is looked at here, while it can still be put right. */
function correct(submission: InboundSubmission): FieldErrors {
  const given = filled(submission);
  const late = given.filter(
    (field) =>
      /^(?:time|since)-/.test(field) && Number(textOf(submission, field)) * 1_000 > submission.receivedAt,
  );
  const added = ['severity-new', 'since-new'];
  const half = added.filter((field) => !given.includes(field));
  const count = textOf(submission, 'inquiries').normalize('NFKC').replaceAll(',', '');
  return {
    ...Object.fromEntries(late.map((field) => [field, errors.future])),
    ...(half.length === 1 && { [half[0] ?? '']: errors.empty }),
    ...(/^\d{1,9}$/.test(count) ? {} : { inquiries: errors.count }),
    ...amounts(submission),
    ...(textOf(submission, 'title') === '' && { title: errors.empty }),
    ...(textOf(submission, 'reason') === '' && { reason: errors.empty }),
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
  validate: {
    incident_declare: declare,
    incident_impact: amounts,
    incident_update: update,
    incident_edit: (sent) => (textOf(sent, 'known') === '' ? { known: errors.empty } : {}),
    incident_status: status,
    incident_correct: correct,
  },
};
