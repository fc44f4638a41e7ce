import { callAt } from '../../../../shared/escalation/index.ts';
import { incidentAtAddress } from '../../../../shared/incident/index.ts';
import { liftHold, setHold } from '../../../../shared/legal-hold/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import { formOf, formValue } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { verbsOf } from '../incidents/verbs.ts';
import { drawRetention } from './page.ts';

/** Sets or lifts a hold. Refused, the page shows why beside what was typed. */
export function changeHold(parts: WebParts): Page {
  return async (c) => {
    const { user, name, team } = visitorOf(c);
    const form = await formOf(c);
    const read = (field: string) => (formValue(form, field) ?? '').trim();
    const [verb, record, reason, back] = [read('do'), read('record'), read('reason'), read('back')];
    if (verb !== 'set' && verb !== 'lift') return errorPage(c, 400, 'badInput', form);
    const path = await recordAt(parts, team, user, record);
    const of = { record: path ?? '', team };
    const { refusal } = await (verb === 'set'
      ? setHold(parts, of, { user, name }, reason)
      : liftHold(parts, of, { user, name }));
    if (refusal) return drawRetention(c, parts, { hold: { record, reason, refusal } });
    const here = /^\/(incidents|calls)\/[\w-]+$/.test(back);
    const done = verb === 'set' ? 'set' : 'lifted';
    return c.redirect(here ? `${back}#legal-hold` : `/settings/retention?done=${done}#holds`, 303);
  };
}

/** What somebody typed: a number or an id, or the address of a page; null where there is none that they may see. */
async function recordAt(
  parts: WebParts,
  team: string,
  reader: string,
  typed: string,
): Promise<string | null> {
  const name = typed.split(/[?#]/, 1)[0]?.replace(/\/+$/, '').split('/').at(-1) ?? '';
  if (name.startsWith('esc_')) {
    const path = `escalations/${name}`;
    return (await callAt(parts, path))?.team === team ? path : null;
  }
  const found = await incidentAtAddress(verbsOf(parts), team, name, reader);
  return found?.path ?? null;
}
