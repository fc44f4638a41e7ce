import { noteForm } from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import { checks, choice, modal, personInput, textInput, timeInput } from '../slack/index.ts';
import { MOST_ANSWER } from './answer.ts';
import { headlineOf, plainWords } from './headline.ts';
import type { Entry } from './library.ts';
import type { Runbook, Step } from './model.ts';
import type { Run } from './run-model.ts';
import { runText } from './run-text.ts';
import { saidValue } from './said.ts';
import type { RunViewer } from './viewer.ts';

/** What a form carries along unseen. */
export interface Carried {
  readonly run?: string;
  readonly step?: string;
  readonly visit?: number | undefined;
  readonly incident?: string;
  readonly channel: string | null;
}

type Blocks = Parameters<typeof modal>[0]['blocks'];

const form = (
  verb: string,
  title: string,
  submit: string,
  carried: Carried,
  locale: Locale,
  blocks: Blocks,
) =>
  modal({
    callbackId: `runbook_${verb}`,
    title,
    submit,
    close: runText(locale).form.cancel,
    metadata: JSON.stringify(carried),
    blocks,
  });

/** One question as a form, by the kind of its answer. */
export function answerForm(step: Step, carried: Carried, locale: Locale) {
  const { form: words } = runText(locale);
  const label = plainWords(step) || step.id;
  const field = { id: 'value', label, hint: words.answerHint };
  const { act } = step;
  if (act.kind !== 'ask') return noteForm(label, locale);
  const options = act.options.map((one, index) => ({ value: String(index), label: one.label }));
  const inputs = {
    text: () => textInput({ ...field, lines: true, most: MOST_ANSWER }),
    number: () => textInput({ ...field, most: 40 }),
    choice: () => choice({ ...field, options }),
    many: () => checks({ ...field, options }),
    person: () => personInput(field),
    time: () => timeInput(field),
  } as const;
  return form('answer', runText(locale).buttons.answer, words.send, carried, locale, [inputs[act.type]()]);
}

export function reasonForm(verb: 'skip' | 'stop', step: Step | null, carried: Carried, locale: Locale) {
  const text = runText(locale);
  const optional = verb === 'skip' && step?.optional === true;
  const field = textInput({ id: 'reason', label: text.form.reason, lines: true, most: 1_000, optional });
  return form(verb, text.buttons[verb], text.buttons[verb], carried, locale, [field]);
}

export function handForm(carried: Carried, locale: Locale) {
  const text = runText(locale);
  const field = personInput({ id: 'person', label: text.form.person });
  return form('hand', text.buttons.hand, text.buttons.hand, carried, locale, [field]);
}

/** Slack shows at most 100 options. */
const MOST = 100;

export function correctForm(run: Run, runbook: Runbook, carried: Carried, viewer: RunViewer) {
  const text = runText(viewer.locale);
  const asked = runbook.sections
    .flatMap(({ steps }) => steps)
    .filter(({ id }) => run.answers[id] !== undefined);
  if (asked.length === 0)
    return noteForm(text.refused({ refused: 'nothing-to-undo' }, null, ''), viewer.locale);
  const options = asked.slice(-MOST).map((step) => ({
    value: step.id,
    label: `${headlineOf(step, viewer.called)} → ${saidValue(run.answers[step.id] ?? '', viewer, step.act)}`,
  }));
  return form('correct', text.buttons.correct, text.form.send, carried, viewer.locale, [
    choice({ id: 'which', label: text.form.which, options, initial: options.at(-1)?.value ?? null }),
    textInput({ id: 'value', label: text.form.value, lines: true, most: MOST_ANSWER }),
    textInput({ id: 'reason', label: text.form.reason, most: 1_000 }),
  ]);
}

export function startForm(entries: readonly Entry[], carried: Carried, locale: Locale) {
  const text = runText(locale);
  if (entries.length === 0) return noteForm(text.none, locale);
  const options = entries.slice(0, MOST).map(({ id, title }) => ({ value: id, label: title }));
  return form('start', text.buttons.start, text.buttons.start, carried, locale, [
    choice({ id: 'runbook', label: text.form.runbook, options, initial: options[0]?.value ?? null }),
  ]);
}
