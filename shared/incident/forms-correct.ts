import { amountText, SEVERITIES } from '../severity/index.ts';
import { checks, choice, section, textInput, timeInput } from '../slack/index.ts';
import { type FormOf, wrap } from './forms.ts';
import type { Incident } from './model.ts';
import { MILESTONES, type Milestone } from './parts.ts';
import type { Settings } from './settings.ts';
import { incidentText } from './text.ts';

/** So many of the latest steps of the severity, and so many duties, a form of Slack shows; the page has all. */
const STEPS = 4;
const DUTIES = 10;

export const REMOVED = 'removed';

/** Steps as the form counts them: the index into the history, and what it says. */
export const shownSteps = ({ severities }: Incident) =>
  severities.map((step, i) => ({ i, step })).slice(-STEPS);

export const shownDuties = ({ severity }: Settings) => severity.duties.slice(0, DUTIES);

/** An incident under way has not been resolved: there is no such time to correct. */
export const shownMilestones = ({ open }: Incident): readonly Milestone[] =>
  MILESTONES.filter((name) => name !== 'resolved' || !open);

const minute = (at: number | null | undefined): string => (at ? String(Math.floor(at / 60_000)) : '');

/** Each field as the form shows it, a time in minutes: what somebody left alone is told from what they changed. */
export function shownValues(state: Incident, settings: Settings): Record<string, string> {
  const { title, service, facts } = state;
  const duties = shownDuties(settings).filter(({ id }) => facts.duties.includes(id));
  return {
    title,
    service: service ?? '',
    ...Object.fromEntries(
      shownMilestones(state).map((name) => [`time-${name}`, minute(state.milestones[name]?.at)]),
    ),
    ...Object.fromEntries(
      shownSteps(state).flatMap(({ i, step }) => [
        [`severity-${i}`, step.severity],
        [`since-${i}`, minute(step.at)],
      ]),
    ),
    inquiries: String(facts.inquiries),
    vehicles: facts.vehicles ? amountText(facts.vehicles) : '',
    users: facts.users ? amountText(facts.users) : '',
    duties: duties.map(({ id }) => id).join(','),
  };
}

/** Everything that can be put right, as it stands, with the reason asked; a time that is emptied does not apply. */
export const correctForm: FormOf = (state, carried, settings, locale) => {
  const { form, milestones, fields } = incidentText(locale);
  const shown = shownValues(state, settings);
  const services = settings.incident.services.map(({ id, name }) => ({ value: id, label: name }));
  const duties = shownDuties(settings).map(({ id, name }) => ({ value: id, label: name[locale] }));
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
    ...shownSteps(state).flatMap((one) => step(String(one.i), removable, one.step.severity, one.step.at)),
    ...step('new', severities, null, null),
    textInput({ id: 'reason', label: form.why, lines: true, most: 500 }),
  ]);
};
