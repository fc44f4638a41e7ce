import { textInput } from '../slack/index.ts';
import { type FormOf, wrap } from './forms.ts';
import { incidentText } from './text.ts';

/** The words of an update that stands: what is changed here changes in every message that carries it. */
export const editForm: FormOf = (state, carried, _settings, locale) => {
  const { form, known, doing } = incidentText(locale);
  const update = state.updates.find(({ id }) => id === carried.update);
  return wrap('edit', form.edit, carried, locale, [
    textInput({ id: 'known', label: known, lines: true, most: 2_000, initial: update?.known ?? '' }),
    textInput({
      id: 'doing',
      label: doing,
      lines: true,
      most: 2_000,
      optional: true,
      initial: update?.doing ?? '',
    }),
  ]);
};
