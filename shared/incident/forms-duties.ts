import { checks, section } from '../slack/index.ts';
import { dutyItems } from './duties.ts';
import { type FormOf, wrap } from './forms.ts';
import { incidentText } from './text.ts';

/** What of the legal duties is done, one group of boxes for each duty. */
export const dutiesForm: FormOf = (state, carried, settings, locale) => {
  const { form, noDuties } = incidentText(locale);
  const items = dutyItems(state, settings);
  const duties = [...new Set(items.map(({ duty }) => duty))];
  if (duties.length === 0) return wrap('duties', form.dutiesDone, carried, locale, [section(noDuties)]);
  return wrap(
    'duties',
    form.dutiesDone,
    carried,
    locale,
    duties.map((duty) => {
      const own = items.filter((item) => item.duty === duty).slice(0, 10);
      return checks({
        id: `duty-${duty}`,
        label: own[0]?.name[locale] ?? duty,
        options: own.map(({ key, tell }) => ({ value: key, label: tell[locale] })),
        initial: own.filter(({ done }) => done).map(({ key }) => key),
        optional: true,
      });
    }),
  );
};
