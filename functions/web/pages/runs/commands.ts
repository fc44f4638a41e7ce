import type { Person } from '../../../../shared/incident/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import { recordId } from '../../../../shared/platform/ids.ts';
import {
  type RunCommand,
  runText,
  type Step,
  stepById,
  understand,
} from '../../../../shared/runbook/index.ts';
import { CSRF_FIELD, type Form, formValue, formValues } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { offeredPeople, whoIsNamed } from '../people-offered.ts';
import { type Played, peopleOf } from './scene.ts';
import { runPageText } from './text.ts';

export interface Asking {
  readonly parts: WebParts;
  readonly by: Person;
  readonly locale: Locale;
  readonly signal: AbortSignal;
}

type Change = Exclude<RunCommand, { type: 'start' | 'finish' }>;

/** `command`: what a form means. `error`: why a field of it cannot be taken. Null: no form of ours. */
export type ReadForm =
  | { readonly command: Change }
  | { readonly error: string; readonly field: 'value' | 'person' | 'reason' }
  | null;

/** What somebody wants by a form of a run's page; the same form sent twice has the same cause. */
export async function commandOf(form: Form, played: Played, asking: Asking): Promise<ReadForm> {
  const read = (name: string) => (formValue(form, name) ?? '').trim();
  const { by, locale } = asking;
  const typed = form.filter(([name]) => name !== CSRF_FIELD).flat();
  const own = { by, cause: recordId('web', by.user, ...typed) };
  const step = stepById(played.runbook, read('step'))?.step;
  const reason = read('reason');
  if (read('do') === 'undo') return { command: { type: 'undo', ...own } };
  if (read('do') === 'stop') return { command: { type: 'stop', reason, ...own } };
  if (!step) return null;
  const at = { step: step.id, visit: Number(read('visit')) || undefined, ...own };
  switch (read('do')) {
    case 'confirm':
      return { command: { type: 'confirm', ...at } };
    case 'skip':
      return { command: { type: 'skip', reason, ...at } };
    case 'retry':
      return { command: { type: 'retry', ...at } };
    case 'hand': {
      const to = await personNamed(read('person'), played, asking);
      return 'error' in to ? { ...to, field: 'person' } : { command: { type: 'hand', to, ...at } };
    }
    case 'answer': {
      const given = await answerIn(form, step, played, asking);
      return given && 'value' in given ? { command: { type: 'answer', value: given.value, ...at } } : given;
    }
    case 'correct': {
      const given = await answerIn(form, step, played, asking);
      if (!given || 'error' in given) return given;
      if (reason === '')
        return { error: runText(locale).refused({ refused: 'reason-needed' }, null, ''), field: 'reason' };
      return { command: { type: 'correct', name: step.id, value: given.value, reason, ...own } };
    }
    default:
      return null;
  }
}

async function answerIn(form: Form, { act }: Step, played: Played, asking: Asking) {
  if (act.kind !== 'ask') return null;
  const { parts, locale } = asking;
  const typed = formValue(form, 'value') ?? '';
  if (act.type === 'person') {
    const person = await personNamed(typed, played, asking);
    return 'error' in person ? { ...person, field: 'value' as const } : { value: person.user };
  }
  const said = act.type === 'many' ? formValues(form, 'value') : typed;
  const around = { now: parts.clock.now(), zone: parts.config.workspace.timezone };
  const understood = understand(act, said, around);
  if ('value' in understood) return understood;
  return { error: runText(locale).wrong[understood.wrong], field: 'value' as const };
}

/** Somebody of the incident by name, anybody by their id; only whose account is there. */
async function personNamed(
  typed: string,
  played: Played,
  { parts, locale, signal }: Asking,
): Promise<Person | { readonly error: string }> {
  const { errors } = runPageText(locale);
  const { wrong } = runText(locale);
  if (typed.trim() === '') return { error: wrong.empty };
  const [user, ...others] = whoIsNamed(typed, await offeredPeople(parts, peopleOf(played), signal));
  if (user === undefined) return { error: errors.noPerson(typed.trim()) };
  if (others.length > 0) return { error: errors.samePerson(typed.trim()) };
  const account = await parts.people.find(user, signal);
  if (account?.deactivated !== false) return { error: wrong['person-gone'] };
  return { user, name: account.name };
}
