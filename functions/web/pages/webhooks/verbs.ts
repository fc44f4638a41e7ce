import { deliveryPath } from '../../../../shared/delivery/index.ts';
import { instantOf } from '../../../../shared/rota/index.ts';
import {
  changeWebhook,
  deleteWebhook,
  replayOne,
  replayPeriod,
  rotateSecret,
  sendTest,
  type Webhook,
  webhookPath,
} from '../../../../shared/webhook/index.ts';
import { ring } from '../../bell.ts';
import { type Page, visitorOf, type WebContext } from '../../env.ts';
import { type Form, formOf, formValue } from '../../html.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { drawWebhook, webhookAt } from './detail.ts';
import { settingsOf, typedIn } from './form.ts';
import { secretPage } from './secret.ts';

interface Pressed {
  readonly webhook: Webhook;
  readonly form: Form;
  readonly by: { readonly user: string; readonly name: string };
}

/** A button of a webhook's page; 404 where there is no such webhook. */
const button =
  (parts: WebParts, press: (c: WebContext, pressed: Pressed) => Promise<Response>): Page =>
  async (c) => {
    const webhook = await webhookAt(c, parts);
    if (!webhook) return errorPage(c, 404, 'notFound');
    const { user, name } = visitorOf(c);
    return press(c, { webhook, form: await formOf(c), by: { user, name } });
  };

const back = (c: WebContext, { id }: Webhook, done: string): Response =>
  c.redirect(`/settings/webhooks/${id}?done=${done}`, 303);

/** What an admin can do with one, by the last piece of the address. */
export function webhookVerbs(parts: WebParts): Readonly<Record<'edit' | Verb, Page>> {
  return {
    edit: button(parts, async (c, { webhook, form, by }) => {
      const typed = typedIn(form, c.var.locale);
      const settings = settingsOf(typed);
      if (!settings) return drawWebhook(c, parts, webhook, { typed });
      await changeWebhook(parts, webhook.team, webhook.id, settings, by);
      return back(c, webhook, 'edited');
    }),
    switch: button(parts, async (c, { webhook, form, by }) => {
      const on = formValue(form, 'on') === 'yes';
      await changeWebhook(parts, webhook.team, webhook.id, { on }, by);
      return back(c, webhook, on ? 'on' : 'off');
    }),
    rotate: button(parts, async (c, { webhook: { team, id }, by }) => {
      const secret = await rotateSecret(parts, team, id, by, c.req.raw.signal);
      return secret === null ? errorPage(c, 404, 'notFound') : secretPage(c, { id, secret, overlap: true });
    }),
    delete: button(parts, async (c, { webhook: { team, id }, by }) => {
      await deleteWebhook(parts, team, id, by);
      return c.redirect('/settings/webhooks?done=deleted', 303);
    }),
    test: button(parts, async (c, { webhook }) => {
      await ring(parts, await sendTest(parts, webhook), ['work']);
      return back(c, webhook, 'test');
    }),
    replay: button(parts, async (c, { webhook, form, by }) => {
      const id = formValue(form, 'delivery') ?? '';
      if (!(await replayOne(parts, webhook.id, id, by))) return errorPage(c, 404, 'notFound');
      await ring(parts, deliveryPath(id), ['work']);
      return back(c, webhook, 'replayed');
    }),
    'replay-period': button(parts, async (c, { webhook, form, by }) => {
      const typed = { from: formValue(form, 'from') ?? '', to: formValue(form, 'to') ?? '' };
      const { timezone } = parts.config.workspace;
      const [from, to] = [instantOf(typed.from, timezone), instantOf(typed.to, timezone)];
      if (from === null || to === null || to <= from)
        return drawWebhook(c, parts, webhook, { period: typed });
      // A minute as typed is meant to its end.
      await replayPeriod(parts, webhook.team, webhook.id, { from, to: to + 59_999 }, by);
      await ring(parts, webhookPath(webhook.id), ['work']);
      return back(c, webhook, 'replaying');
    }),
  };
}

export const VERBS = ['switch', 'rotate', 'delete', 'test', 'replay', 'replay-period'] as const;
type Verb = (typeof VERBS)[number];
