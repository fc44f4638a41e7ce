import { incidentById, mayTell } from '../../../../shared/incident/index.ts';
import { beginPostmortem, postmortemAddress } from '../../../../shared/postmortem/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf } from '../../env.ts';
import { formOf, formValue } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { byOf } from './change.ts';
import { postmortemVerbs } from './verbs.ts';

/** Begins the postmortem of an incident, from its page; pressed twice it is the same one. */
export function beginFromPage(parts: WebParts): Page {
  const verbs = postmortemVerbs(parts);
  return async (c) => {
    const form = await formOf(c);
    const { team, user } = visitorOf(c);
    const found = await incidentById(verbs.incidents, formValue(form, 'incident') ?? '');
    if (found?.state.team !== team || mayTell(found.state, 'page', user) !== 'all')
      return errorPage(c, 404, 'notFound', form);
    const { path, state } = await beginPostmortem(verbs, found.state, byOf(c));
    await ring(parts, path, ['work']);
    return c.redirect(postmortemAddress(state), 303);
  };
}
