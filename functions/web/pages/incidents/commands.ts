import {
  type Command,
  type IncidentText,
  incidentText,
  isStatus,
  type Person,
} from '../../../../shared/incident/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import { isSeverity, parseAmount } from '../../../../shared/severity/index.ts';
import { type Form, formValue, formValues } from '../../html.ts';
import { type IncidentPageText, incidentPageText } from './text.ts';

export type Change = Exclude<Command, { type: 'declare' }>;

/** `command`: what a form means. `errors`: by field, what cannot be read. Null: no form of ours. */
export type ReadForm =
  | { readonly command: Change }
  | { readonly errors: Readonly<Record<string, string>> }
  | null;

/** What somebody wants by a form of an incident's page; the same form sent twice has the same cause. */
export function commandOf(form: Form, by: Person, locale: Locale): ReadForm {
  const read = (name: string) => (formValue(form, name) ?? '').trim();
  const verb = read('do');
  const role = read('role');
  const cause = ['web', by.user, read('seen'), verb, role, read('to'), read('count')].join(' ').slice(0, 200);
  const own = { by, cause };
  const { errors } = incidentText(locale);
  switch (verb) {
    case 'status': {
      const to = read('to');
      return isStatus(to)
        ? { command: { type: 'set-status', to, reason: read('reason') || null, ...own } }
        : null;
    }
    case 'severity': {
      const severity = read('severity');
      if (severity === 'rules') return { command: { type: 'clear-override', ...own } };
      if (!isSeverity(severity)) return null;
      return { command: { type: 'override-severity', severity, reason: read('reason'), ...own } };
    }
    case 'take':
      return { command: { type: 'give-role', role, to: by, ...own } };
    case 'leave':
      return { command: { type: 'free-role', role, ...own } };
    case 'impact':
      return impact(form, own, errors);
    case 'inquiries':
      return inquiries(read('count'), read('ticket'), own, incidentPageText(locale).errors);
    default:
      return null;
  }
}

interface Own {
  readonly by: Person;
  readonly cause: string;
}

function impact(form: Form, own: Own, { amount }: IncidentText['errors']): ReadForm {
  const [vehicles, users] = [formValue(form, 'vehicles'), formValue(form, 'users')].map((text) =>
    parseAmount(text ?? ''),
  );
  if (vehicles === undefined || users === undefined)
    return {
      errors: {
        ...(vehicles === undefined && { vehicles: amount }),
        ...(users === undefined && { users: amount }),
      },
    };
  const facts = { vehicles, users, duties: formValues(form, 'duties') };
  return { command: { type: 'set-impact', facts, ...own } };
}

function inquiries(typed: string, ticket: string, own: Own, text: IncidentPageText['errors']): ReadForm {
  const count = Number(typed.normalize('NFKC'));
  const counts = Number.isInteger(count) && count !== 0 && Math.abs(count) <= 9_999;
  const links =
    ticket === '' || (/^https?:\/\//.test(ticket) && URL.canParse(ticket) && ticket.length <= 500);
  if (counts && links) return { command: { type: 'add-inquiries', count, ticket: ticket || null, ...own } };
  return { errors: { ...(!counts && { count: text.count }), ...(!links && { ticket: text.ticket }) } };
}
