import { isList, queryOf, removeFilter, saveFilter } from '../../../../shared/saved-filter/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import { formOf, formValue } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';

/** Saves or removes a filter of the visitor's own, and leads back to the list as it was narrowed. */
export function changeFilters({ store }: WebParts): Page {
  return async (c) => {
    const { user } = visitorOf(c);
    const form = await formOf(c);
    const read = (name: string) => formValue(form, name) ?? '';
    const list = read('list');
    if (!isList(list)) return errorPage(c, 400, 'badInput', form);
    const back = new URLSearchParams(queryOf(list, read('query')));
    if (read('do') === 'remove') await removeFilter(store, user, list, read('name'));
    else {
      const refused = await saveFilter(store, user, { list, name: read('name'), search: read('query') });
      if (refused) back.set('unsaved', refused);
    }
    return c.redirect(back.size > 0 ? `/${list}?${back}` : `/${list}`, 303);
  };
}
