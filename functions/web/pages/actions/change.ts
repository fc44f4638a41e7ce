import {
  type ActionItem,
  type Applied,
  actionItemFor,
  actionItemPath,
  actionItemRefusal,
  addActionItem,
  changeActionItem,
  editActionItem,
  fieldOfRefusal,
  type Refusal,
  relateActionItem,
  STATES,
} from '../../../../shared/action-item/index.ts';
import { recordId } from '../../../../shared/platform/ids.ts';
import { postmortemById } from '../../../../shared/postmortem/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { CSRF_FIELD, type Form, formOf, formValue, formValues, namesIn } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { postmortemVerbs } from '../postmortems/verbs.ts';
import { drawBoard } from './board.ts';
import { drawItem } from './detail.ts';
import { readItemFields } from './item-form.ts';
import { ownersOffered, ownerTyped } from './owner.ts';
import { backTo, typedIn } from './query.ts';
import { actionPageText } from './text.ts';
import { itemVerbs } from './verbs.ts';

const read = (form: Form, name: string): string => (formValue(form, name) ?? '').trim();

/** As the board stood in which a form was filled in. */
function boardOf(form: Form) {
  const { searchParams } = new URL(backTo(read(form, 'back')), 'http://board');
  return typedIn((name) => searchParams.get(name) ?? undefined);
}

/** The same press twice is one: its cause is what was sent. */
function causeOf(c: WebContext, form: Form): string {
  const typed = form.filter(([name]) => name !== CSRF_FIELD).flat();
  return recordId('web', visitorOf(c).user, ...typed);
}

const byOf = (c: WebContext) => {
  const { user, name } = visitorOf(c);
  return { user, name };
};

const errorsOf = (refusal: Refusal, words: string): Readonly<Record<string, string>> => {
  const field = fieldOfRefusal(refusal);
  return field ? { [field]: words } : {};
};

/** The board's two forms: to add one, and to change many. */
export function changeFromBoard(parts: WebParts): Page {
  return async (c) => {
    const form = await formOf(c);
    if (read(form, 'do') === 'add') return add(c, parts, form);
    if (read(form, 'do') === 'bulk') return changeMany(c, parts, form);
    return errorPage(c, 400, 'badInput', form);
  };
}

async function add(c: WebContext, parts: WebParts, form: Form): Promise<Response> {
  const { locale } = c.var;
  const { team } = visitorOf(c);
  const by = byOf(c);
  const refuseAdd = (words: string, errors: Readonly<Record<string, string>>) =>
    drawBoard(c, parts, boardOf(form), {
      words: `${words} ${actionPageText(locale).wrong}`,
      lines: [],
      add: { typed: form, errors },
    });
  const named = read(form, 'postmortem');
  const about = named === '' ? null : await postmortemById(postmortemVerbs(parts), named, by.user);
  // An item is as private as its incidents: of a private postmortem it names those, and never the postmortem alone.
  if (named !== '' && (!about || about.state.private)) return errorPage(c, 404, 'notFound', form);
  const incidents = namesIn(read(form, 'incident'));
  const owned = await ownerIn(c, parts, form, incidents, null);
  if ('several' in owned) return refuseAdd(owned.several, { owner: owned.several });
  const { item, refusal } = await addActionItem(
    itemVerbs(parts),
    {
      ...readItemFields(form),
      owner: owned.owner,
      team,
      cause: [causeOf(c, form)],
      incidents,
      postmortem: about?.state.id ?? null,
      message: null,
      source: 'web',
      by,
    },
    c.req.raw.signal,
  );
  if (!refusal) return c.redirect(`${backTo(read(form, 'back')).split('#', 1)[0]}#${item.id}`, 303);
  const words = actionItemRefusal(refusal, locale);
  return refuseAdd(words, errorsOf(refusal, words));
}

/** Who is meant by the form's owner; `several`: the sentence that says that the name is not enough. */
async function ownerIn(
  c: WebContext,
  parts: WebParts,
  form: Form,
  incidents: readonly string[],
  item: ActionItem | null,
) {
  const visitor = visitorOf(c);
  const offered = await ownersOffered(parts, incidents, visitor, c.req.raw.signal);
  const owned = ownerTyped(read(form, 'owner'), visitor.user, offered, item);
  return 'owner' in owned ? owned : { several: actionPageText(c.var.locale).several(owned.several) };
}

/** As many as a page shows. */
const MOST = 25;

async function changeMany(c: WebContext, parts: WebParts, form: Form): Promise<Response> {
  const { locale } = c.var;
  const to = STATES.find((one) => one === read(form, 'to'));
  const due = read(form, 'due');
  const ids = [...new Set(formValues(form, 'id'))].slice(0, MOST);
  const text = actionPageText(locale);
  const trouble = (words: string, lines: readonly string[]) =>
    drawBoard(c, parts, boardOf(form), { words, lines, add: null });
  if (ids.length === 0 || (!to && due === '')) return trouble(text.nothingPicked, []);
  const cause = causeOf(c, form);
  const refused: string[] = [];
  for (const id of ids) {
    for (const applied of await changeOne(c, parts, id, {
      to,
      due,
      reason: read(form, 'reason') || null,
      cause,
    }))
      if (applied.refusal)
        refused.push(`${applied.item?.title ?? id}: ${actionItemRefusal(applied.refusal, locale)}`);
    await ring(parts, actionItemPath(id), ['work']);
  }
  if (refused.length > 0) return trouble(text.someRefused, refused);
  return c.redirect(backTo(read(form, 'back')), 303);
}

async function changeOne(
  c: WebContext,
  parts: WebParts,
  id: string,
  {
    to,
    due,
    reason,
    cause,
  }: { to: ActionItem['state'] | undefined; due: string; reason: string | null; cause: string },
): Promise<Applied[]> {
  const verbs = itemVerbs(parts);
  const { team } = visitorOf(c);
  const by = byOf(c);
  const done: Applied[] = [];
  if (due !== '') {
    const edit = { changes: { due }, seen: null, by, cause: `${cause} due` };
    done.push(await editActionItem(verbs, team, id, edit, c.req.raw.signal));
  }
  if (to)
    done.push(
      await changeActionItem(verbs, team, id, { type: 'set-state', to, reason, by, cause: `${cause} state` }),
    );
  return done;
}

/** A form of one item, wherever it stands; refused, the item's own page shows what was typed again. */
export function changeFromItem(parts: WebParts): Page {
  return async (c) => {
    const verbs = itemVerbs(parts);
    const { team, user } = visitorOf(c);
    const id = c.req.param('id') ?? '';
    const form = await formOf(c);
    const verb = read(form, 'do');
    const item = await actionItemFor(verbs, team, id, user);
    if (!item) return errorPage(c, 404, 'notFound', form);
    const by = byOf(c);
    const cause = causeOf(c, form);
    const to = STATES.find((one) => one === read(form, 'to'));
    const seen = Number(read(form, 'seen'));
    if (verb !== 'edit' && verb !== 'relate' && !to) return errorPage(c, 400, 'badInput', form);
    const related = item.incidents.map((one) => one.id);
    const owned = verb === 'edit' ? await ownerIn(c, parts, form, related, item) : { owner: null };
    if ('several' in owned) {
      const errors = { owner: owned.several };
      return drawItem(c, parts, item, { form: verb, words: owned.several, errors, typed: form });
    }
    const { refusal } = to
      ? await changeActionItem(verbs, team, id, {
          type: 'set-state',
          to,
          reason: read(form, 'reason') || null,
          by,
          cause,
        })
      : verb === 'relate'
        ? await relateActionItem(verbs, team, id, {
            incidents: namesIn(read(form, 'incident')),
            postmortem: null,
            by,
            cause,
          })
        : await editActionItem(
            verbs,
            team,
            id,
            { changes: { ...readItemFields(form), owner: owned.owner }, seen, by, cause },
            c.req.raw.signal,
          );
    if (refusal) {
      const words = actionItemRefusal(refusal, c.var.locale);
      const now = (await actionItemFor(verbs, team, id, user)) ?? item;
      return drawItem(c, parts, now, { form: verb, words, errors: errorsOf(refusal, words), typed: form });
    }
    await ring(parts, actionItemPath(id), ['work']);
    return c.redirect(backTo(read(form, 'back')), 303);
  };
}
