import {
  changeIncident,
  type Field,
  type FormScope,
  type Found,
  fieldName,
  type Incident,
  incidentAddress,
  incidentAtAddress,
  incidentText,
  labelOf,
  personOf,
  type ReadCorrection,
  type Refusal,
  readCorrection,
  readField,
  readPast,
  refusalText,
  shownValues,
  valueText,
  type Wrong,
} from '../../../../shared/incident/index.ts';
import type { Locale } from '../../../../shared/language/index.ts';
import { recordId } from '../../../../shared/platform/ids.ts';
import { localTime } from '../../../../shared/rota/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { CSRF_FIELD, type Form, formOf, formValue, formValues } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { correctionForm, type Drawn } from './correct-form.ts';
import { sceneOf } from './scene.ts';
import { incidentPageText } from './text.ts';
import { verbsOf } from './verbs.ts';

/** A page has room for everything; times are said as people say them. */
const scopeOf = ({ config, clock }: WebParts): FormScope => ({
  times: {
    write: (at) => localTime(at, config.workspace.timezone).replaceAll('-', '/').replace('T', ' '),
    read: (text) => readPast(text, { now: clock.now(), zone: config.workspace.timezone }),
  },
  duties: config.severity.duties.map(({ id }) => id),
  steps: 100,
  description: true,
});

const find = (c: WebContext, parts: WebParts): Promise<Found | null> => {
  const { team, user } = visitorOf(c);
  return incidentAtAddress(verbsOf(parts), team, c.req.param('label') ?? '', user);
};

/** The record of an incident, as it stands, to be put right. */
export function correctPage(parts: WebParts): Page {
  return async (c) => {
    const found = await find(c, parts);
    if (!found) return errorPage(c, 404, 'notFound');
    const shown = shownValues(found.state, scopeOf(parts));
    return draw(c, parts, found.state, {
      shown,
      seen: found.state.version,
      typed: null,
      words: null,
      errors: {},
    });
  };
}

function draw(c: WebContext, parts: WebParts, state: Incident, drawn: Drawn): Response | Promise<Response> {
  const scene = sceneOf(state, parts, visitorOf(c), c.var.locale, incidentAddress(state), null);
  const title = `${incidentText(c.var.locale).form.correct} ${labelOf(state.number)}`;
  return page(c, { title, main: correctionForm(scene, drawn), ...(drawn.words && { status: 422 }) });
}

/** By the same verb as in Slack. Refused, everything typed stays, beside what the record says now. */
export function correctFromPage(parts: WebParts): Page {
  const verbs = verbsOf(parts);
  return async (c) => {
    const found = await find(c, parts);
    if (!found) return errorPage(c, 404, 'notFound');
    const form = await formOf(c);
    const shown = shownIn(formValue(form, 'shown'));
    if (!shown) return errorPage(c, 400, 'badInput', form);
    const { locale } = c.var;
    const text = incidentPageText(locale);
    const scope = scopeOf(parts);
    const seen = Number(formValue(form, 'seen')) || 0;
    const entered = {
      one: (field: string) => formValue(form, field) ?? '',
      many: (field: string) => formValues(form, field),
    };
    const read = (state: Incident): ReadCorrection => readCorrection(entered, state, shown, scope);
    const { set, wrong } = read(found.state);
    const refuse = (words: string, errors: Drawn['errors']) =>
      draw(c, parts, found.state, { shown, seen, typed: form, words, errors });
    if (Object.keys(wrong).length > 0) return refuse(text.wrong, wrongTexts(wrong, locale));
    if (Object.keys(set).length === 0) return refuse(text.correct.nothing, {});
    const by = await personOf(verbs, visitorOf(c).user, c.req.raw.signal);
    const typed = form.filter(([name]) => name !== CSRF_FIELD).flat();
    const cause = recordId('web', by.user, ...typed);
    const reason = formValue(form, 'reason') ?? '';
    const { state, refusal } = await changeIncident(verbs, found.path, (now) => ({
      type: 'correct',
      set: read(now).set,
      seen,
      reason,
      by,
      cause,
    }));
    if (!state) return errorPage(c, 404, 'notFound');
    if (refusal?.refused === 'changed-meanwhile')
      return draw(c, parts, state, meanwhile(parts, state, refusal.fields, { form, shown, locale }));
    if (refusal) return refuse(refusalText(refusal, locale), errorsOf(refusal, locale));
    await ring(parts, found.path, ['calls', 'work']);
    return c.redirect(incidentAddress(state), 303);
  };
}

/** What a form had shown: text by the name of its field; null where that was not ours. */
function shownIn(text: string | undefined): Record<string, string> | null {
  try {
    const shown: unknown = JSON.parse(text ?? '');
    if (typeof shown !== 'object' || shown === null) return null;
    return Object.values(shown).every((one) => typeof one === 'string')
      ? (shown as Record<string, string>)
      : null;
  } catch {
    return null;
  }
}

/** Drawn anew from the record as it now is, with what was typed laid over it: pressed again, it is meant. */
function meanwhile(
  parts: WebParts,
  state: Incident,
  fields: readonly Field[],
  { form, shown, locale }: { readonly form: Form; readonly shown: Drawn['shown']; readonly locale: Locale },
): Drawn {
  const text = incidentPageText(locale);
  const { config, clock } = parts;
  const settings = { incident: config.incident, severity: config.severity };
  const reader = { locale, zone: config.workspace.timezone, now: clock.now(), settings };
  const errors = fields.map((field) => [
    nameIn(field),
    text.correct.now(valueText(field, readField(state, field), reader)),
  ]);
  const changed = form.filter(
    ([name, value]) => name === 'reason' || name === 'duties' || value.trim() !== (shown[name] ?? '').trim(),
  );
  const dutiesAlone = formValues(form, 'duties').join(',') === (shown.duties ?? '');
  // A row that somebody else took away stays where it was changed here.
  const rows = fields.includes('severities')
    ? Object.keys(shown).filter((name) => /^(?:severity|since)-/.test(name))
    : [];
  return {
    shown: { ...Object.fromEntries(rows.map((name) => [name, ''])), ...shownValues(state, scopeOf(parts)) },
    seen: state.version,
    typed: dutiesAlone ? changed.filter(([name]) => name !== 'duties') : [...changed, ['duties', '']],
    words: text.correct.conflict,
    errors: Object.fromEntries(errors),
  };
}

/** The field of the form that stands for one of the record. */
function nameIn(field: Field): string {
  switch (field) {
    case 'title':
    case 'description':
    case 'service':
    case 'inquiries':
    case 'vehicles':
    case 'users':
    case 'duties':
      return field;
    case 'severities':
      return 'since-new';
    default:
      return `time-${field}`;
  }
}

function wrongTexts(wrong: ReadCorrection['wrong'], locale: Locale): Drawn['errors'] {
  const { errors } = incidentText(locale);
  const { correct } = incidentPageText(locale);
  const words: Readonly<Record<Wrong, string>> = {
    time: correct.time,
    amount: errors.amount,
    count: correct.count,
    empty: errors.empty,
  };
  return Object.fromEntries(Object.entries(wrong).map(([field, what]) => [field, words[what]]));
}

function errorsOf(refusal: Refusal, locale: Locale): Drawn['errors'] {
  const words = incidentText(locale);
  if (refusal.refused === 'reason-needed') return { reason: words.errors.reason };
  if (refusal.refused !== 'cannot-correct') return {};
  const { field, why } = refusal;
  return { [nameIn(field)]: `${fieldName(field, locale)}: ${words.whyNot[why]}` };
}
