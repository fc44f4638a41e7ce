import {
  type Command,
  type IncidentText,
  incidentText,
  isStatus,
  type Person,
} from '../../../../shared/incident/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import { recordId } from '../../../../shared/platform/ids.ts';
import { isSeverity, parseAmount } from '../../../../shared/severity/index.ts';
import { CSRF_FIELD, type Form, formValue, formValues } from '../../html.ts';
import { type IncidentPageText, incidentPageText } from './text.ts';

export interface FormReader {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
}

export type Change = Exclude<Command, { type: 'declare' }>;

/** `commands`: what a form means, in order. `errors`: by field, what cannot be read. Null: no form of ours. */
export type ReadForm =
  | { readonly commands: readonly Change[] }
  | { readonly errors: Readonly<Record<string, string>> }
  | null;

/** What somebody wants by a form of an incident's page; the same form sent twice has the same cause. */
export function commandsOf(form: Form, by: Person, reader: FormReader): ReadForm {
  const { locale } = reader;
  const read = (name: string) => (formValue(form, name) ?? '').trim();
  const verb = read('do');
  const role = read('role');
  const typed = form.filter(([name]) => name !== CSRF_FIELD).flat();
  const cause = recordId('web', by.user, ...typed);
  const own = { by, cause };
  const { errors } = incidentText(locale);
  switch (verb) {
    case 'status': {
      const to = read('to');
      return isStatus(to)
        ? { commands: [{ type: 'set-status', to, reason: read('reason') || null, ...own }] }
        : null;
    }
    case 'severity': {
      const severity = read('severity');
      if (severity === 'rules') return { commands: [{ type: 'clear-override', ...own }] };
      if (!isSeverity(severity)) return null;
      return { commands: [{ type: 'override-severity', severity, reason: read('reason'), ...own }] };
    }
    case 'take':
      return { commands: [{ type: 'give-role', role, to: by, ...own }] };
    case 'leave':
      return { commands: [{ type: 'free-role', role, ...own }] };
    case 'duty':
      return { commands: [{ type: 'tick-duty', key: read('key'), done: read('done') === 'yes', ...own }] };
    case 'impact':
      return impact(form, own, errors);
    case 'inquiries':
      return inquiries(read('count'), read('ticket'), own, incidentPageText(locale).errors);
    case 'update':
      return update(form, own, reader);
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
  return { commands: [{ type: 'set-impact', facts, ...own }] };
}

function inquiries(typed: string, ticket: string, own: Own, text: IncidentPageText['errors']): ReadForm {
  const count = Number(typed.normalize('NFKC'));
  const counts = Number.isInteger(count) && count !== 0 && Math.abs(count) <= 9_999;
  const links =
    ticket === '' || (/^https?:\/\//.test(ticket) && URL.canParse(ticket) && ticket.length <= 500);
  if (counts && links)
    return { commands: [{ type: 'add-inquiries', count, ticket: ticket || null, ...own }] };
  return { errors: { ...(!counts && { count: text.count }), ...(!links && { ticket: text.ticket }) } };
}

function update(form: Form, own: Own, { locale, now }: FormReader): ReadForm {
  const read = (name: string) => (formValue(form, name) ?? '').trim();
  const { errors } = incidentText(locale);
  const minutes = Number(read('minutes').normalize('NFKC'));
  const fits = read('minutes') === '' || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1_440);
  if (read('known') === '' || !fits)
    return {
      errors: {
        ...(read('known') === '' && { known: errors.empty }),
        ...(!fits && { minutes: errors.minutes }),
      },
    };
  const said = {
    audiences: formValues(form, 'audiences'),
    known: read('known').slice(0, 2_000),
    doing: read('doing').slice(0, 2_000),
    nextAt: minutes > 0 ? now + minutes * 60_000 : null,
  };
  return { commands: [{ type: 'post-update', update: said, ...own }] };
}
