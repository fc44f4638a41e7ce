import { html } from 'hono/html';
import {
  beginErasure,
  type Erasure,
  erasurePath,
  erasureText,
  isSlackId,
  listErasures,
} from '../../../../shared/erasure/index.ts';
import { moment } from '../../../../shared/language/index.ts';
import { isTobanError } from '../../../../shared/platform/errors.ts';
import type { SlackUser } from '../../../../shared/ports/slack.ts';
import { isPseudonymId } from '../../../../shared/pseudonym/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { csrfField, type Form, formOf, formValue, type Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';
import { badge, type State } from '../../state.ts';
import type { Reader } from '../board.ts';
import { field, select } from '../incidents/fields.ts';

export const PHASES: Readonly<Record<Erasure['phase'], State>> = {
  looking: 'waiting',
  looked: 'waiting',
  erasing: 'waiting',
  erased: 'done',
  discarded: 'off',
};
const LONGEST = 200;

/** Where an erasure begins, and those there were: by pseudonym, for nothing else is known of them. */
export const erasuresPage =
  (parts: WebParts): Page =>
  (c) =>
    draw(c, parts, [], {});

/** What is wrong with what was typed, by field. */
interface Wrong {
  readonly who?: string;
  readonly as?: string;
}

async function draw(
  c: WebContext,
  { store, clock, config }: WebParts,
  typed: Form,
  wrong: Wrong,
): Promise<Response> {
  const { locale } = c.var;
  const text = erasureText(locale);
  const past = await listErasures(store);
  const reader = { locale, zone: config.workspace.timezone, now: clock.now() };
  const again = past.filter(({ phase }) => phase === 'erased');
  const value = (name: string) => formValue(typed, name) ?? '';
  const names = [{ id: '', name: text.asNew }, ...again.map(({ id, name }) => ({ id, name }))];
  const who = {
    name: 'who',
    label: text.who,
    value: value('who'),
    hint: text.whoHint,
    most: LONGEST,
    required: true,
  };
  const spellings = {
    name: 'spellings',
    label: text.spellings,
    value: value('spellings'),
    hint: text.spellingsHint,
  };
  const main = html`<section class="narrow" aria-labelledby="title"><h1 id="title">${text.title}</h1><p>${text.lead}</p>
<form method="post" action="/settings/erasure" class="stack">${csrfField(visitorOf(c))}
${field('erasure', 'text', { ...who, error: wrong.who })}
${field('erasure', 'lines', { ...spellings, most: 2_000 })}
${again.length > 0 || wrong.as ? html`${select('erasure', 'as', text.as, names, value('as'), wrong.as)}<p class="muted">${text.asHint}</p>` : ''}
<p class="actions"><button>${text.begin}</button></p><p class="muted">${text.nothingYet}</p></form></section>
${boundsSection(text)}
<section aria-labelledby="past"><h2 id="past">${text.past}</h2>
${past.length > 0 ? html`<ul class="feeds">${past.map((one) => row(one, reader))}</ul>` : html`<p class="muted">${text.none}</p>`}</section>`;
  return page(c, { title: text.title, main, ...(Object.keys(wrong).length > 0 && { status: 422 as const }) });
}

export const boundsSection = ({ bounds }: ReturnType<typeof erasureText>): Html =>
  html`<section class="narrow" aria-labelledby="bounds"><h2 id="bounds">${bounds.title}</h2><ul class="bullets">${bounds.all.map((one) => html`<li>${one}</li>`)}</ul></section>`;

function row({ id, name, phase, by, at }: Erasure, { locale, zone, now }: Reader): Html {
  const text = erasureText(locale);
  return html`<li><p>${badge(PHASES[phase], text.phases[phase])} <a href="/settings/erasure/${id}">${name}</a><br>
<small class="muted">${text.by(by.name, moment(at, now, zone, locale))}</small></p></li>`;
}

/** Looks, and changes nothing. Asked for somebody who is being looked for already, that look is shown. */
export function beginFromPage(parts: WebParts): Page {
  const { store, clock, config } = parts;
  return async (c) => {
    const { user, name } = visitorOf(c);
    const form = await formOf(c);
    const said = (formValue(form, 'who') ?? '').trim();
    if (said === '' || said.length > LONGEST)
      return draw(c, parts, form, { who: erasureText(c.var.locale).whoWrong });
    const as = formValue(form, 'as') ?? '';
    const erasure = await beginErasure(
      { store, clock, locale: config.workspace.locale },
      {
        said,
        account: await accountOf(parts, said, c.req.raw.signal),
        spellings: (formValue(form, 'spellings') ?? '').split('\n').slice(0, 20),
        as: isPseudonymId(as) && (await store.get(erasurePath(as))) ? as : null,
      },
      { user, name },
    );
    if (!erasure) return draw(c, parts, form, { as: erasureText(c.var.locale).asBusy });
    await ring(parts, erasurePath(erasure.id), ['work']);
    return c.redirect(`/settings/erasure/${erasure.id}`, 303);
  };
}

/** Null where Slack does not know them, undefined where it cannot be asked: the records say their names, too. */
async function accountOf(
  { account }: WebParts,
  said: string,
  signal: AbortSignal,
): Promise<SlackUser | null | undefined> {
  if (!isSlackId(said)) return null;
  try {
    return await account(said, signal);
  } catch (error) {
    if (isTobanError(error)) return undefined;
    throw error;
  }
}
