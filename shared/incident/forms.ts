import type { Locale } from '../language/index.ts';
import { amountText, SEVERITIES } from '../severity/index.ts';
import { checks, choice, modal, personInput, section, textInput, timeInput } from '../slack/index.ts';
import { type Incident, STATUSES, type Status } from './model.ts';
import type { Settings } from './settings.ts';
import { incidentText, labelOf } from './text.ts';

/** What a form carries along unseen, from its opening to its sending. */
export interface Carried {
  readonly incident?: string;
  readonly call?: string;
  readonly message?: { readonly channel: string; readonly ts: string };
  /** Where it was opened: a refusal is said there. */
  readonly channel?: string | null;
  /** As it stood when the form was opened: going back from there needs a reason. */
  readonly status?: Status;
  /** The update that is edited. */
  readonly update?: string;
  /** The version of the record that a form of corrections showed, and its fields as it showed them. */
  readonly seen?: number;
  readonly shown?: Readonly<Record<string, string>>;
}

export type Form = ReturnType<typeof modal>;
export type FormOf = (state: Incident, carried: Carried, settings: Settings, locale: Locale) => Form;

/** The declare form, filled in as far as can be: nothing is asked twice. `title` is user text. */
export function declareForm(
  initial: { readonly title: string; readonly description: string },
  carried: Carried,
  { incident, severity }: Settings,
  locale: Locale,
  open: readonly Incident[] = [],
): Form {
  const { form, buttons: _buttons } = incidentText(locale);
  const services = incident.services.map(({ id, name }) => ({ value: id, label: name }));
  const duties = severity.duties.map(({ id, name }) => ({ value: id, label: name[locale] }));
  const kinds = [
    { value: 'private', label: form.private },
    { value: 'drill', label: form.drill },
  ];
  return modal({
    callbackId: 'incident_declare',
    title: form.declare,
    submit: form.send,
    close: form.cancel,
    metadata: JSON.stringify(carried),
    blocks: [
      ...(carried.call ? [section(form.fromCall)] : []),
      ...(open.length > 0
        ? [
            choice({
              id: 'attach',
              label: form.attach,
              hint: form.attachHint,
              options: open.map(attachable),
              optional: true,
            }),
          ]
        : []),
      textInput({ id: 'title', label: form.title, hint: form.titleHint, initial: initial.title, most: 150 }),
      textInput({
        id: 'description',
        label: form.description,
        initial: initial.description,
        lines: true,
        most: 3_000,
        optional: true,
      }),
      ...(services.length > 0
        ? [choice({ id: 'service', label: form.service, options: services, optional: true })]
        : []),
      textInput({ id: 'vehicles', label: form.vehicles, hint: form.amountHint, optional: true, most: 40 }),
      textInput({ id: 'users', label: form.users, hint: form.amountHint, optional: true, most: 40 }),
      ...(duties.length > 0
        ? [checks({ id: 'duties', label: form.duties, options: duties.slice(0, 10), optional: true })]
        : []),
      timeInput({ id: 'started', label: form.started, hint: form.startedHint, optional: true }),
      ...(carried.call
        ? []
        : [timeInput({ id: 'ended', label: form.ended, hint: form.endedHint, optional: true })]),
      checks({ id: 'kind', label: form.options, options: kinds, optional: true }),
    ],
  });
}

const attachable = ({ id, number, title }: Incident) => ({ value: id, label: `${labelOf(number)} ${title}` });

export const wrap = (
  verb: string,
  title: string,
  carried: Carried,
  locale: Locale,
  blocks: readonly ReturnType<typeof section>[],
): Form => {
  const { form } = incidentText(locale);
  const metadata = JSON.stringify(carried);
  return modal({
    callbackId: `incident_${verb}`,
    title,
    submit: title,
    close: form.cancel,
    metadata,
    blocks,
  });
};

export const statusForm: FormOf = (state, carried, _settings, locale) => {
  const { form, statuses } = incidentText(locale);
  const options = STATUSES.map((value) => ({ value, label: statuses[value] }));
  const next = STATUSES[Math.min(STATUSES.indexOf(state.status) + 1, STATUSES.length - 1)];
  return wrap('status', form.status, carried, locale, [
    choice({ id: 'to', label: form.to, options, initial: next ?? null }),
    textInput({
      id: 'reason',
      label: form.reason,
      hint: form.reasonHint,
      lines: true,
      most: 1_000,
      optional: true,
    }),
  ]);
};

export const impactForm: FormOf = (state, carried, settings, locale) => {
  const { form } = incidentText(locale);
  const { vehicles, users, duties } = state.facts;
  const options = settings.severity.duties
    .map(({ id, name }) => ({ value: id, label: name[locale] }))
    .slice(0, 10);
  const amount = (id: 'vehicles' | 'users', value: typeof vehicles) =>
    textInput({
      id,
      label: form[id],
      hint: form.amountHint,
      optional: true,
      most: 40,
      ...(value && { initial: amountText(value) }),
    });
  return wrap('impact', form.impact, carried, locale, [
    amount('vehicles', vehicles),
    amount('users', users),
    ...(options.length > 0
      ? [checks({ id: 'duties', label: form.duties, options, initial: duties, optional: true })]
      : []),
  ]);
};

export const severityForm: FormOf = (state, carried, _settings, locale) => {
  const { form } = incidentText(locale);
  const options = [
    { value: 'rules', label: `${form.byRule} (${state.assessment.severity})` },
    ...SEVERITIES.map((value) => ({ value, label: value })),
  ];
  return wrap('severity', form.severity, carried, locale, [
    choice({ id: 'severity', label: form.severity, options, initial: state.override?.severity ?? 'rules' }),
    textInput({
      id: 'reason',
      label: form.reason,
      most: 500,
      optional: true,
      initial: state.override?.reason ?? '',
    }),
  ]);
};

export const rolesForm: FormOf = (state, carried, { incident }, locale) => {
  const { form } = incidentText(locale);
  return wrap('roles', form.roles, carried, locale, [
    ...incident.roles.map(({ id, name }) =>
      personInput({
        id: `role-${id}`,
        label: name[locale],
        initial: state.roles[id]?.user || undefined,
        optional: true,
      }),
    ),
  ]);
};

export const updateForm: FormOf = (state, carried, { incident }, locale) => {
  const { form, known, doing } = incidentText(locale);
  const reading = incident.audiences.filter(({ severities }) => severities.includes(state.severity));
  const options = incident.audiences.map(({ id, name }) => ({ value: id, label: name[locale] })).slice(0, 10);
  const every = Math.min(...reading.map((one) => one.every ?? Number.POSITIVE_INFINITY));
  const last = state.updates.at(-1);
  return wrap('update', form.update, carried, locale, [
    ...(options.length > 0
      ? [
          checks({
            id: 'audiences',
            label: form.audiences,
            options,
            initial: reading.map(({ id }) => id),
            optional: true,
          }),
        ]
      : []),
    textInput({
      id: 'known',
      label: known,
      lines: true,
      most: 2_000,
      initial: last?.known ?? state.description,
    }),
    textInput({
      id: 'doing',
      label: doing,
      lines: true,
      most: 2_000,
      optional: true,
      initial: last?.doing ?? '',
    }),
    textInput({
      id: 'minutes',
      label: form.minutes,
      hint: form.minutesHint,
      optional: true,
      most: 5,
      initial: Number.isFinite(every) ? String(every / 60_000) : '',
    }),
  ]);
};

/** A form that cannot be: one sentence in its place. */
export const noteForm = (words: string, locale: Locale): Form =>
  modal({
    callbackId: 'incident_note',
    title: 'Toban',
    submit: null,
    close: incidentText(locale).form.cancel,
    metadata: '',
    blocks: [section(words)],
  });

export const alreadyWords = (state: Incident, locale: Locale): string => {
  const room = state.room ? ` <#${state.room.channel}>` : '';
  return `${incidentText(locale).command.already(labelOf(state.number))}${room}`;
};
