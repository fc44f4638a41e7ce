import { incidentById, mayTell, personOf } from '../incident/index.ts';
import type { Handle, InboundSubmission } from '../slack/index.ts';
import { understand } from './answer.ts';
import type { RunbookContext } from './context.ts';
import { askOf, stepById } from './flow.ts';
import type { Carried } from './forms.ts';
import { give, giveAnswer, sayWrong } from './give.ts';
import { runbookAt } from './library.ts';
import { begin, gone, notOffered } from './receive-action.ts';
import type { Seen } from './run-model.ts';
import { entryNamed, runById } from './verbs.ts';

type Submit = Handle<InboundSubmission>;
type At = NonNullable<Awaited<ReturnType<typeof runById>>>;

const text = ({ values }: InboundSubmission, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
};

function carriedIn({ privateMetadata }: InboundSubmission): Carried {
  try {
    return JSON.parse(privateMetadata) as Carried;
  } catch {
    return { channel: null };
  }
}

/** By the callback id of the form. */
export function receiveForms(ctx: RunbookContext): Readonly<Record<string, Submit>> {
  const { store, people, clock, zone } = ctx.incidents.calls;

  /** A form about a run: whoever may not know of its incident is told that it is not found. */
  const about =
    (
      work: (
        sent: InboundSubmission,
        at: At,
        seen: Seen,
        to: Asking,
        signal: AbortSignal,
      ) => Promise<string | null>,
    ): Submit =>
    async (sent, signal) => {
      const { run = '', step = '', visit, channel } = carriedIn(sent);
      const to = { user: sent.user, cause: sent.cause, channel };
      const at = await runById(ctx.incidents, run, sent.user);
      return at && at.state.team === sent.team
        ? work(sent, at, { step, visit }, to, signal)
        : gone(ctx, to, signal);
    };

  return {
    runbook_answer: about(async (sent, at, seen, to, signal) => {
      const runbook = await runbookAt(store, at.state.runbook.id, at.state.runbook.version);
      const act = stepById(runbook, seen.step)?.step.act;
      const { value } = sent.values;
      const labels = (indexes: readonly string[]) =>
        indexes.flatMap((index) => (act?.kind === 'ask' ? (act.options[Number(index)]?.label ?? []) : []));
      if (act?.kind === 'ask' && act.type === 'choice')
        return giveAnswer(ctx, to, at, seen, labels([String(value)])[0] ?? '', signal);
      return giveAnswer(
        ctx,
        to,
        at,
        seen,
        Array.isArray(value) ? labels(value) : text(sent, 'value'),
        signal,
      );
    }),
    runbook_skip: about((sent, at, seen, to, signal) =>
      give(
        ctx,
        to,
        at,
        (by) => ({ type: 'skip', ...seen, reason: text(sent, 'reason'), by, cause: to.cause }),
        signal,
      ),
    ),
    runbook_stop: about((sent, at, _step, to, signal) =>
      give(
        ctx,
        to,
        at,
        (by) => ({ type: 'stop', reason: text(sent, 'reason'), by, cause: to.cause }),
        signal,
      ),
    ),
    runbook_hand: about(async (sent, at, seen, to, signal) => {
      const user = text(sent, 'person');
      if ((await people.find(user, signal))?.deactivated !== false) {
        await sayWrong(ctx, to, 'person-gone', signal);
        return null;
      }
      const { name } = await personOf(ctx.incidents, user, signal);
      return give(
        ctx,
        to,
        at,
        (by) => ({ type: 'hand', ...seen, to: { user, name }, by, cause: to.cause }),
        signal,
      );
    }),
    runbook_correct: about(async (sent, at, _step, to, signal) => {
      const runbook = await runbookAt(store, at.state.runbook.id, at.state.runbook.version);
      const name = text(sent, 'which');
      const act = askOf(runbook, name);
      if (!act) return null;
      const understood = understand(act, text(sent, 'value'), { now: clock.now(), zone });
      if ('wrong' in understood) {
        await sayWrong(ctx, to, understood.wrong, signal);
        return null;
      }
      const { value } = understood;
      const reason = text(sent, 'reason');
      return give(
        ctx,
        to,
        at,
        (by) => ({ type: 'correct', name, value, reason, by, cause: to.cause }),
        signal,
      );
    }),
    async runbook_start(sent, signal) {
      const { incident = '', channel } = carriedIn(sent);
      const to = { user: sent.user, cause: sent.cause, channel };
      const found = await incidentById(ctx.incidents, incident);
      const entry = await entryNamed(ctx.incidents, text(sent, 'runbook'));
      const mine =
        found && found.state.team === sent.team && mayTell(found.state, 'page', sent.user) === 'all';
      if (!mine) return gone(ctx, to, signal);
      return entry ? begin(ctx, to, found, entry, signal) : notOffered(ctx, to, signal);
    },
  };
}

type Asking = Parameters<typeof giveAnswer>[1];
