import {
  answerPerson,
  fillForm,
  incidentPath,
  labelOf,
  localeFor,
  noteForm,
  openFor,
  personOf,
} from '../incident/index.ts';
import { choice, type Handlers, type InboundAction, modal } from '../slack/index.ts';
import type { AlertContext } from './context.ts';
import { declareAlert } from './kinds.ts';
import type { Alert } from './model.ts';
import { change } from './receive.ts';
import { alertPath } from './records.ts';
import { alertText } from './text.ts';

/** What an alert listens to in Slack. */
export function alertHandlers(ctx: AlertContext): Handlers {
  const { incidents } = ctx;
  const { store, clock } = incidents.calls;

  async function alertOf(id: string): Promise<Alert | null> {
    if (!/^alt_[0-9a-f]{32}$/.test(id)) return null;
    return (await store.get<Alert>(alertPath(id)))?.data ?? null;
  }

  async function act(action: InboundAction, state: Alert, signal: AbortSignal): Promise<void> {
    const path = alertPath(state.id);
    const by = await personOf(incidents, action.user, signal);
    if (action.actionId === 'alert_dismiss') await change(ctx, path, { type: 'dismiss', by }, clock.now());
    if (action.actionId !== 'alert_declare') return;
    const incident = await declareAlert(ctx, state, action, signal);
    await change(ctx, path, { type: 'attach', incident, by }, clock.now());
  }

  return {
    actions: {
      async alert(action, signal) {
        const state = await alertOf(action.value);
        const over = state === null || state.status === 'closed';
        if (action.actionId === 'alert_attach') {
          await openAttach(ctx, action, over ? null : state, signal);
          return null;
        }
        if (over) {
          await answerPerson(incidents, action, (locale) => alertText(locale).gone, signal);
          return null;
        }
        if (state.incident === null) await act(action, state, signal);
        return alertPath(state.id);
      },
    },
    submissions: {
      async alert_attach(sent, signal) {
        const state = await alertOf(sent.privateMetadata);
        const chosen = sent.values.incident;
        if (!state || typeof chosen !== 'string') return null;
        const open = await openFor(incidents, sent.team, sent.user);
        const target = open.find(({ id }) => id === chosen);
        if (!target) {
          await answerPerson(incidents, sent, (locale) => alertText(locale).noneOpen, signal);
          return null;
        }
        const by = await personOf(incidents, sent.user, signal);
        const command = { type: 'attach', incident: incidentPath(target.id), by } as const;
        await change(ctx, alertPath(state.id), command, clock.now());
        return alertPath(state.id);
      },
    },
  };
}

/** Slack shows at most 100 options. */
const MOST = 100;

async function openAttach(
  ctx: AlertContext,
  action: InboundAction,
  state: Alert | null,
  signal: AbortSignal,
): Promise<void> {
  const locale = await localeFor(ctx.incidents, action.user, signal);
  const text = alertText(locale);
  const open = state ? await openFor(ctx.incidents, action.team, action.user) : [];
  const options = open
    .slice(0, MOST)
    .map(({ id, number, title }) => ({ value: id, label: `${labelOf(number)} ${title}` }));
  const form =
    state === null || options.length === 0
      ? noteForm(state ? text.noneOpen : text.gone, locale)
      : modal({
          callbackId: 'alert_attach',
          title: text.form.title,
          submit: text.form.send,
          close: text.form.cancel,
          metadata: state.id,
          blocks: [choice({ id: 'incident', label: text.form.incident, options })],
        });
  await fillForm(ctx.incidents, action.modal, form, signal);
}
