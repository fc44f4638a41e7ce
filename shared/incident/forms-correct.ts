import { SEVERITIES } from '../severity/index.ts';
import { checks, choice, section, textInput, timeInput } from '../slack/index.ts';
import {
  type FormScope,
  type FormTimes,
  REMOVED,
  shownMilestones,
  shownRows,
  shownValues,
} from './correction-form.ts';
import { type FormOf, wrap } from './forms.ts';
import type { Settings } from './settings.ts';
import { incidentText } from './text.ts';

/** Slack lets ten boxes be ticked, and a modal that goes on for screens is not read: the page has all. */
const DUTIES = 10;
const STEPS = 4;

/** Slack's field of date and time counts seconds and knows minutes. */
const times: FormTimes = {
  write: (at) => String(Math.floor(at / 60_000) * 60),
  read: (text) => (text === '' ? null : Number(text) * 1_000),
};

export const modalScope = ({ severity }: Settings): FormScope => ({
  times,
  duties: severity.duties.slice(0, DUTIES).map(({ id }) => id),
  steps: STEPS,
  description: false,
});

/** Everything that can be put right, as it stands, with the reason asked; a time that is emptied does not apply. */
export const correctForm: FormOf = (state, carried, settings, locale) => {
  const { form, milestones, fields } = incidentText(locale);
  const scope = modalScope(settings);
  const shown = shownValues(state, scope);
  const services = settings.incident.services.map(({ id, name }) => ({ value: id, label: name }));
  const duties = settings.severity.duties
    .filter(({ id }) => scope.duties.includes(id))
    .map(({ id, name }) => ({ value: id, label: name[locale] }));
  const severities = SEVERITIES.map((value) => ({ value, label: value }));
  const removable = [...severities, { value: REMOVED, label: form.removed }];
  const step = (i: string, options: typeof removable, initial: string | null, at: number | null) => [
    choice({ id: `severity-${i}`, label: form.severityFrom, options, initial, optional: initial === null }),
    timeInput({ id: `since-${i}`, label: form.severityAt, initial: at, optional: initial === null }),
  ];
  return wrap('correct', form.correct, { ...carried, seen: state.version, shown }, locale, [
    section(form.correctHint),
    ...shownMilestones(state).map((name) =>
      timeInput({
        id: `time-${name}`,
        label: milestones[name],
        initial: state.milestones[name]?.at ?? null,
        optional: true,
      }),
    ),
    textInput({ id: 'title', label: fields.title, initial: state.title, most: 150 }),
    ...(services.length > 0
      ? [
          choice({
            id: 'service',
            label: fields.service,
            options: services,
            initial: state.service,
            optional: true,
          }),
        ]
      : []),
    textInput({ id: 'inquiries', label: fields.inquiries, initial: shown.inquiries ?? '', most: 12 }),
    textInput({
      id: 'vehicles',
      label: fields.vehicles,
      hint: form.amountHint,
      initial: shown.vehicles ?? '',
      optional: true,
      most: 40,
    }),
    textInput({
      id: 'users',
      label: fields.users,
      hint: form.amountHint,
      initial: shown.users ?? '',
      optional: true,
      most: 40,
    }),
    ...(duties.length > 0
      ? [
          checks({
            id: 'duties',
            label: fields.duties,
            options: duties,
            initial: state.facts.duties,
            optional: true,
          }),
        ]
      : []),
    ...shownRows(shown).flatMap((i) => {
      const { severity, at } = state.severities[i] ?? { severity: null, at: null };
      return step(String(i), removable, severity, at);
    }),
    ...step('new', severities, null, null),
    textInput({ id: 'reason', label: form.why, lines: true, most: 500 }),
  ]);
};
