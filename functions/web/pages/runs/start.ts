import { incidentAtAddress, personOf } from '../../../../shared/incident/index.ts';
import { recordId } from '../../../../shared/platform/ids.ts';
import { entryNamed, runAddress, startRun } from '../../../../shared/runbook/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf } from '../../env.ts';
import { formOf, formValue } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { runVerbsOf } from './verbs.ts';

/** Starts a runbook from its incident's page. The same page sent twice starts one. */
export function startRunFromPage(parts: WebParts): Page {
  const verbs = runVerbsOf(parts);
  return async (c) => {
    const { team, user } = visitorOf(c);
    const found = await incidentAtAddress(verbs, team, c.req.param('label') ?? '', user);
    if (!found) return errorPage(c, 404, 'notFound');
    const form = await formOf(c);
    const entry = await entryNamed(verbs, formValue(form, 'runbook') ?? '');
    if (!entry) return errorPage(c, 409, 'conflict', form);
    const person = await personOf(verbs, user, c.req.raw.signal);
    const by = { user, name: person.name };
    const cause = recordId('web', user, formValue(form, 'seen') ?? '', entry.id);
    const started = await startRun(verbs, { path: found.path, team }, entry, by, cause);
    if (started.refusal) return errorPage(c, 409, 'conflict', form);
    await ring(parts, started.path, ['calls', 'work']);
    return c.redirect(runAddress(started.state.id), 303);
  };
}
