import { type Refusal, refusalText } from '../../../shared/incident/index.ts';
import type { Locale } from '../../../shared/language/index.ts';
import { Problem } from './problem.ts';

/** Where in a body the thing stands that an incident refuses; the others are refused for how the incident stands. */
const POINTERS: Readonly<Partial<Record<Refusal['refused'], string>>> = {
  'reason-needed': '/reason',
  'ticket-known': '/ticket',
  'below-zero': '/count',
  'in-the-future': '',
  'in-the-past': '/nextAt',
};

/** Why an incident was left as it was, in the words that people in Slack and on the pages hear. */
export function incidentProblem(refusal: Refusal, locale: Locale): Problem {
  const detail = refusalText(refusal, locale);
  switch (refusal.refused) {
    case 'not-allowed':
      return new Problem('forbidden', detail);
    case 'changed-meanwhile':
      return new Problem('changed-meanwhile', detail, {
        errors: refusal.fields.map((field) => ({ pointer: pointerOf(field), detail })),
      });
    case 'cannot-correct':
      return new Problem('invalid', detail, { errors: [{ pointer: pointerOf(refusal.field), detail }] });
    default: {
      const pointer = POINTERS[refusal.refused];
      if (pointer === undefined) return new Problem('conflict', detail);
      return new Problem('invalid', detail, { errors: [{ pointer, detail }] });
    }
  }
}

const OF_IMPACT = ['inquiries', 'vehicles', 'users', 'duties'];
const OF_ITSELF = ['title', 'description', 'service', 'severities'];

const pointerOf = (field: string): string =>
  OF_ITSELF.includes(field)
    ? `/${field}`
    : `/${OF_IMPACT.includes(field) ? 'impact' : 'milestones'}/${field}`;
