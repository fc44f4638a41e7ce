import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import {
  type Declare,
  declare,
  incidentAddress,
  incidentText,
  MILESTONES,
  type Milestone,
  readPast,
} from '../../../../shared/incident/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import { parseAmount } from '../../../../shared/severity/index.ts';
import { ring } from '../../bell.ts';
import { type Page, type Visitor, visitorOf } from '../../env.ts';
import { csrfField, type Form, formOf, formValue, formValues, type Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { field, select, ticks } from './fields.ts';
import { incidentPageText } from './text.ts';
import { verbsOf } from './verbs.ts';

type Errors = Readonly<Record<string, string>>;

/** The form, with a name of its own: sent twice, it is one incident. */
export function declarePage(parts: WebParts): Page {
  return (c) => {
    const nonce = randomBytes(12).toString('base64url');
    const { locale } = c.var;
    const main = formFor(parts, visitorOf(c), locale, [['nonce', nonce]], {});
    return page(c, { title: incidentPageText(locale).declare, main });
  };
}

/** The same verb as in Slack; what cannot be read is said beside its field, and everything typed stays. */
export function declareFromPage(parts: WebParts): Page {
  const { clock, config } = parts;
  return async (c) => {
    const visitor = visitorOf(c);
    const { locale } = c.var;
    const form = await formOf(c);
    const refuse = (errors: Errors) => {
      const main = formFor(parts, visitor, locale, form, errors);
      return page(c, { title: incidentPageText(locale).declare, main, status: 422 });
    };
    const read = readForm(form, config.incident.services, config.workspace.timezone, clock.now(), locale);
    if ('errors' in read) return refuse(read.errors);
    const cause = ['web', visitor.user, formValue(form, 'nonce') ?? ''];
    const { team, user: by } = visitor;
    const said: Declare = { ...read.said, team, by, cause, source: 'web', calls: [] };
    const result = await declare(verbsOf(parts), said, c.req.raw.signal);
    if (result.kind === 'refused') return refuse({ started: incidentText(locale).refusals.future });
    await ring(parts, result.path, ['calls', 'work']);
    return c.redirect(incidentAddress(result.state), 303);
  };
}

type Said = Omit<Declare, 'team' | 'by' | 'cause' | 'source' | 'calls'>;

function readForm(
  form: Form,
  services: WebParts['config']['incident']['services'],
  zone: string,
  now: number,
  locale: Locale,
): { readonly said: Said } | { readonly errors: Errors } {
  const read = (name: string) => (formValue(form, name) ?? '').trim();
  const { errors: words } = incidentText(locale);
  const text = incidentPageText(locale);
  const own = text.errors;
  const [vehicles, users] = [parseAmount(read('vehicles')), parseAmount(read('users'))];
  const service = read('service') || null;
  const errors: Record<string, string> = {};
  const over: Partial<Record<Milestone, number>> = {};
  for (const name of MILESTONES) {
    const at = read(name) === '' ? null : readPast(read(name), { now, zone });
    if (at !== null) over[name] = at;
    else if (read(name) !== '') errors[name] = text.correct.time;
    if ((at ?? 0) > now) errors[name] = words.future;
  }
  const { started = null, resolved = null } = over;
  const ended = MILESTONES.some((name) => name !== 'started' && read(name) !== '');
  if (ended && read('resolved') === '') errors.resolved = text.overNeeds;
  if (resolved !== null && resolved < (started ?? 0)) errors.resolved = text.overOrder;
  if (read('title') === '') errors.title = words.empty;
  if (vehicles === undefined) errors.vehicles = words.amount;
  if (users === undefined) errors.users = words.amount;
  if (service !== null && !services.some(({ id }) => id === service)) errors.service = own.service;
  if (vehicles === undefined || users === undefined || Object.keys(errors).length > 0) return { errors };
  const kinds = formValues(form, 'kind');
  return {
    said: {
      title: read('title'),
      description: read('description'),
      service,
      private: kinds.includes('private'),
      drill: kinds.includes('drill'),
      startedAt: started,
      over: resolved === null ? null : { ...over, resolved },
      facts: { vehicles, users, duties: formValues(form, 'duties') },
    },
  };
}

function formFor({ config }: WebParts, visitor: Visitor, locale: Locale, typed: Form, errors: Errors): Html {
  const { form: words } = incidentText(locale);
  const text = incidentPageText(locale);
  const value = (name: string) => formValue(typed, name) ?? '';
  const of = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: value(name),
    error: errors[name],
  });
  const services = [{ id: '', name: words.none }, ...config.incident.services];
  const duties = config.severity.duties.map(({ id, name }) => ({ id, name: name[locale] }));
  const kinds = [
    { id: 'private', name: words.private },
    { id: 'drill', name: words.drill },
  ];
  return html`<section class="narrow"><h1>${text.declare}</h1>
<p class="muted">${text.declareNote}</p>
${Object.keys(errors).length > 0 ? html`<p role="alert" class="notice wrong">${text.wrong}</p>` : ''}
<form method="post" action="/incidents/new" class="stack">${csrfField(visitor)}<input type="hidden" name="nonce" value="${value('nonce')}">
${field('new', 'text', { ...of('title', words.title, words.titleHint), most: 150, required: true })}
${field('new', 'lines', { ...of('description', words.description), most: 3_000 })}
${services.length > 1 ? select('new', 'service', words.service, services, value('service'), errors.service) : ''}
${field('new', 'text', { ...of('vehicles', words.vehicles, words.amountHint), most: 40 })}
${field('new', 'text', { ...of('users', words.users, words.amountHint), most: 40 })}
${field('new', 'text', { ...of('started', words.started, text.startedHint), most: 40 })}
${duties.length > 0 ? ticks('duties', words.duties, duties, formValues(typed, 'duties')) : ''}
${ticks('kind', words.options, kinds, formValues(typed, 'kind'))}
${overFields(locale, of, value)}
<p class="actions"><button>${words.send}</button> <a href="/incidents">${words.cancel}</a></p>
</form></section>`;
}

const LATER = MILESTONES.filter((name) => name !== 'started');

/** Of one that is over already: its times, and that nothing but a record comes of it. Folded, as it is rare. */
function overFields(
  locale: Locale,
  of: (name: string, label: string) => Parameters<typeof field>[2],
  value: (name: string) => string,
): Html {
  const text = incidentPageText(locale);
  const { milestones } = incidentText(locale);
  const open = LATER.some((name) => value(name) !== '' || of(name, '').error !== undefined);
  const fields = LATER.map((name) => field('new', 'text', { ...of(name, milestones[name]), most: 40 }));
  return html`<details ${open ? html`open` : ''}><summary>${text.over}</summary><p class="muted">${text.overNote} ${text.correct.timeHint}</p>
<div class="fields">${fields}</div></details>`;
}
