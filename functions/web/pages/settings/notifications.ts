import { html } from 'hono/html';
import {
  ALWAYS,
  type NotificationText,
  notificationText,
  OPTIONAL,
  type Optional,
  setWanted,
  turnedOff,
} from '../../../../shared/notification/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import { csrfField, formOf, formValues, type Html } from '../../html.ts';
import { page } from '../../layout.ts';
import type { WebParts } from '../../parts.ts';

const HERE = '/settings/notifications';

/** Which direct messages the visitor gets, and which always come and why. */
export function notificationsPage({ store }: WebParts): Page {
  return async (c) => {
    const text = notificationText(c.var.locale);
    const visitor = visitorOf(c);
    const off = await turnedOff(store, visitor.user);
    const main = html`<section class="narrow" aria-labelledby="title"><h1 id="title">${text.title}</h1><p>${text.lead}</p>
${c.req.query('saved') === '1' ? html`<p role="status" class="notice">${text.saved}</p>` : ''}
<form method="post" action="${HERE}" class="stack">${csrfField(visitor)}
<fieldset><legend>${text.optional}</legend><ul class="wants">${OPTIONAL.map((one) => choice(one, !off.includes(one), text))}</ul></fieldset>
<p class="actions"><button>${text.save}</button></p></form></section>
<section class="narrow" aria-labelledby="always"><h2 id="always">${text.always}</h2><p class="muted">${text.alwaysLead}</p>
<ul class="wants">${ALWAYS.map((one) => html`<li><strong>${text.kinds[one].name}</strong><span class="muted">${text.kinds[one].what}</span></li>`)}</ul></section>`;
    return page(c, { title: text.title, main });
  };
}

function choice(one: Optional, wanted: boolean, text: NotificationText): Html {
  const { name, what } = text.kinds[one];
  return html`<li><label class="tick"><input type="checkbox" name="want" value="${one}" aria-describedby="what-${one}" ${wanted ? html`checked` : ''}>${name}</label>
<span class="muted" id="what-${one}">${what}</span></li>`;
}

/** What is ticked comes, all others do not. */
export function saveNotifications({ store }: WebParts): Page {
  return async (c) => {
    const { user } = visitorOf(c);
    const ticked = formValues(await formOf(c), 'want');
    const wanted = OPTIONAL.filter((one) => ticked.includes(one));
    const unwanted = OPTIONAL.filter((one) => !ticked.includes(one));
    await setWanted(store, user, wanted, true);
    await setWanted(store, user, unwanted, false);
    return c.redirect(`${HERE}?saved=1`, 303);
  };
}
