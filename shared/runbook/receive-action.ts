import {
  answerPerson,
  type Found,
  fillForm,
  incidentById,
  localeFor,
  mayTell,
  personOf,
} from '../incident/index.ts';
import type { InboundAction, Touched } from '../slack/index.ts';
import type { RunbookContext } from './context.ts';
import { spokenWords } from './deeds.ts';
import { stepById } from './flow.ts';
import { answerForm, type Carried, correctForm, handForm, reasonForm, startForm } from './forms.ts';
import { give, giveAnswer, sayRefusal, viewerOf } from './give.ts';
import { listOffered, runbookAt } from './library.ts';
import type { Seen } from './run-model.ts';
import { runText } from './run-text.ts';
import { inLanguage } from './suggest.ts';
import { entryNamed, runById, startRun } from './verbs.ts';

/** A button or an entry of the menu: `runbook_confirm`, or `skip:run_…:step` chosen in `runbook_menu`. */
export async function receiveAction(
  ctx: RunbookContext,
  action: InboundAction,
  signal: AbortSignal,
): Promise<Touched> {
  const pressed = action.actionId.slice('runbook_'.length);
  const menu = /^([a-z]+):(.*)$/s.exec(action.value);
  const [verb, value] = pressed === 'menu' && menu ? [menu[1] ?? '', menu[2] ?? ''] : [pressed, action.value];
  if (verb === 'choose' || verb === 'start') return receiveStart(ctx, action, verb, value, signal);
  const [id = '', step = '', seen = '', option] = value.split(':', 4);
  const visit = Number(seen) || undefined;
  const at = await runById(ctx.incidents, id, action.user);
  if (!at || at.state.team !== action.team) return gone(ctx, action, signal);
  const { cause } = action;
  if (verb.startsWith('pick')) {
    const runbook = await runbookAt(ctx.incidents.calls.store, at.state.runbook.id, at.state.runbook.version);
    const act = stepById(runbook, step)?.step.act;
    const label = act?.kind === 'ask' ? act.options[Number(option)]?.label : undefined;
    return label === undefined ? null : giveAnswer(ctx, action, at, { step, visit }, label, signal);
  }
  switch (verb) {
    case 'confirm':
      return give(ctx, action, at, (by) => ({ type: 'confirm', step, visit, by, cause }), signal);
    case 'retry':
      return give(ctx, action, at, (by) => ({ type: 'retry', step, visit, by, cause }), signal);
    case 'undo':
      return give(ctx, action, at, (by) => ({ type: 'undo', by, cause }), signal);
    default:
      await openForm(ctx, action, verb, at, { step, visit }, signal);
      return null;
  }
}

async function openForm(
  ctx: RunbookContext,
  action: InboundAction,
  verb: string,
  at: NonNullable<Awaited<ReturnType<typeof runById>>>,
  { step: id, visit }: Seen,
  signal: AbortSignal,
): Promise<void> {
  const { store } = ctx.incidents.calls;
  const locale = await localeFor(ctx.incidents, action.user, signal);
  const runbook = await runbookAt(store, at.state.runbook.id, at.state.runbook.version);
  const found = stepById(runbook, id)?.step;
  const text = found && (await spokenWords(ctx, at.state, runbook, found, signal));
  const step = found && text !== undefined ? { ...found, text } : null;
  const carried: Carried = { run: at.state.id, step: id, visit, channel: action.channel };
  const viewer = viewerOf(ctx, locale);
  const forms: Readonly<Record<string, () => Parameters<typeof fillForm>[2] | null>> = {
    answer: () => step && answerForm(step, carried, locale),
    skip: () => reasonForm('skip', step, carried, locale),
    stop: () => reasonForm('stop', step, carried, locale),
    hand: () => handForm(carried, locale),
    correct: () => correctForm(at.state, runbook, carried, viewer),
  };
  const form = forms[verb]?.();
  if (form) await fillForm(ctx.incidents, action.modal, form, signal);
}

/** The card's "ランブック" opens the list; a suggestion's button starts that one: `inc_…:payment-outage.ja`. */
async function receiveStart(
  ctx: RunbookContext,
  action: InboundAction,
  verb: 'choose' | 'start',
  value: string,
  signal: AbortSignal,
): Promise<Touched> {
  const [id = '', name = ''] = value.split(':', 2);
  const found = await incidentById(ctx.incidents, id);
  const mine =
    found && found.state.team === action.team && mayTell(found.state, 'page', action.user) === 'all';
  if (!mine) return gone(ctx, action, signal);
  if (verb === 'choose') {
    await openChoice(ctx, action, found, signal);
    return null;
  }
  const entry = await entryNamed(ctx.incidents, name);
  if (!entry) return notOffered(ctx, action, signal);
  return begin(ctx, action, found, entry, signal);
}

export async function openChoice(
  ctx: RunbookContext,
  asking: { readonly user: string; readonly channel: string | null; readonly modal: string | null },
  { state }: Found,
  signal: AbortSignal,
): Promise<void> {
  const { store, locale: workspace } = ctx.incidents.calls;
  const locale = await localeFor(ctx.incidents, asking.user, signal);
  const entries = inLanguage(await listOffered(store), workspace);
  const carried: Carried = { incident: state.id, channel: asking.channel };
  await fillForm(ctx.incidents, asking.modal, startForm(entries, carried, locale), signal);
}

/** Starts a runbook and says to its person what kept it from starting. */
export async function begin(
  ctx: RunbookContext,
  asking: Parameters<typeof sayRefusal>[1],
  { path, state }: Found,
  entry: Parameters<typeof startRun>[2],
  signal: AbortSignal,
): Promise<Touched> {
  const { user, name } = await personOf(ctx.incidents, asking.user, signal);
  const started = await startRun(
    ctx.incidents,
    { path, team: state.team },
    entry,
    { user, name },
    asking.cause,
  );
  await sayRefusal(ctx, asking, started, signal);
  return started.refusal ? null : started.path;
}

/** It was retired, or is not there: what there is can be chosen. */
export async function notOffered(
  ctx: RunbookContext,
  asking: Parameters<typeof answerPerson>[1],
  signal: AbortSignal,
): Promise<null> {
  await answerPerson(ctx.incidents, asking, (locale) => runText(locale).notOffered, signal);
  return null;
}

export async function gone(
  ctx: RunbookContext,
  asking: Parameters<typeof sayRefusal>[1],
  signal: AbortSignal,
) {
  await answerPerson(ctx.incidents, asking, (locale) => runText(locale).gone, signal);
  return null;
}
