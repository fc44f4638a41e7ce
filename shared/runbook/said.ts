import { fieldName, incidentText } from '../incident/index.ts';
import { moment } from '../language/index.ts';
import { stepById } from './flow.ts';
import type { Act, Runbook } from './model.ts';
import type { Value } from './run-model.ts';
import { runText } from './run-text.ts';
import type { RunChange } from './verbs.ts';

interface Reader {
  readonly zone: string;
  readonly locale: 'ja' | 'en';
  readonly clock: { now(): number };
}

/**
 * An answer in words, plain text. An instant is told from a number, and a person from other words, by its question;
 * `nameOf`: a person's name by their id, where somebody has looked it up.
 */
export function saidValue(
  value: Value,
  { zone, locale, clock }: Reader,
  act: Act | undefined,
  nameOf: (user: string) => string = (user) => user,
): string {
  const type = act?.kind === 'ask' ? act.type : null;
  if (typeof value === 'number')
    return type === 'time' ? moment(value, clock.now(), zone, locale) : value.toLocaleString('en-US');
  if (typeof value === 'string') return type === 'person' ? nameOf(value) : value;
  return value.join(locale === 'ja' ? '、' : ', ');
}

/** Why a command was not carried out: who was first with what, where that is why. Plain text. */
export function refusalWords(
  refusal: NonNullable<RunChange['refusal']>,
  runbook: Runbook,
  reader: Reader,
  nameOf?: (user: string) => string,
): string {
  const { refused } = runText(reader.locale);
  if (refusal.refused === 'time-order') {
    const { milestone, other, at, side } = refusal;
    const [own, theirs] = [milestone, other].map((one) => fieldName(one, reader.locale)) as [string, string];
    return incidentText(reader.locale).timeOrder[side](
      own,
      theirs,
      moment(at, reader.clock.now(), reader.zone, reader.locale),
    );
  }
  if (refusal.refused !== 'passed-already') return refused(refusal, null, '');
  const { step, value, at } = refusal;
  const act = stepById(runbook, step)?.step.act;
  const said = value === null ? null : saidValue(value, reader, act, nameOf);
  return refused(refusal, said, moment(at, reader.clock.now(), reader.zone, reader.locale));
}
