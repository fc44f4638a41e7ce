import { section, textInput, timeInput } from '../slack/index.ts';
import { type FormOf, wrap } from './forms.ts';
import { MILESTONES } from './parts.ts';
import { incidentText } from './text.ts';

/** When each milestone was, to be put right; an emptied one does not apply. */
export const timesForm: FormOf = (state, carried, _settings, locale) => {
  const { form, milestones } = incidentText(locale);
  return wrap('times', form.times, carried, locale, [
    section(form.timesHint),
    ...MILESTONES.map((name) =>
      timeInput({
        id: `time-${name}`,
        label: milestones[name],
        initial: state.milestones[name]?.at ?? null,
        optional: true,
      }),
    ),
    textInput({ id: 'reason', label: form.reason, most: 500 }),
  ]);
};
